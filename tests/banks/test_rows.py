"""A bank as a table and as JSON: one row a question, and no cell that acts as a formula."""

from __future__ import annotations

import csv
import io
import json

import pytest
from banked import SEED, asked, bank, content, hostile_guide
from packaged import the_guide

FIRST = ["id", "kind", "level", "topic", "question"]
LAST = ["key", "why", "section", "considered", "seed", "guide", "edition"]


def table(guide):
    return list(csv.DictReader(io.StringIO(content(guide, "csv").decode("utf-8-sig"))))


@pytest.mark.parametrize("guide", [the_guide, hostile_guide], ids=["tame", "hostile"])
def test_json_has_the_questions_as_they_were_made(guide):
    rows = json.loads(content(guide(), "json"))
    for row, question in zip(rows, asked(guide()), strict=True):
        assert list(row) == [*FIRST, "choices", *LAST]
        assert row["question"] == question.text
        assert row["choices"] == [choice.text for choice in question.choices]
        assert row["key"] == "ABCD"[question.key]
        assert row["why"] == question.choices[question.key].because
        assert (row["seed"], row["considered"]) == (SEED, question.considered)
        assert row["section"]
    assert [row["id"] for row in rows] == [item.id for item in bank(guide()).items]


def test_the_table_says_the_same(guide):
    rows = json.loads(content(guide, "json"))
    for cells, row in zip(table(guide), rows, strict=True):
        letters = [f"choice_{letter}" for letter in "abcd"]
        assert list(cells) == [*FIRST, *letters, *LAST]
        assert [cells[letter] for letter in letters] == row["choices"]
        assert cells["section"] == "; ".join(row["section"])
        assert cells["edition"] == "Approved 02/2023, Medication and metastatic sections 12/2023"


def test_no_cell_acts_as_a_formula():
    for row in table(hostile_guide()):
        for cell in row.values():
            assert cell[:1] not in ("=", "+", "-", "@")
            assert not {"\n", "\t", "\u2028"} & set(cell)
    assert table(hostile_guide())[0]["guide"].startswith("'=A/B")
