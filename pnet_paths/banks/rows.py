"""A question bank as rows: a table for a spreadsheet, or JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from ..teach.answer_files import plain_cell
from .bank import LETTERS, Bank, Item

__all__ = ["to_csv", "to_json"]


def to_csv(bank: Bank) -> bytes:
    """A table with a row for each question and a column for each choice, without formulas."""
    most = max((len(item.options) for item in bank.items), default=0)
    names = [f"choice_{letter.lower()}" for letter in LETTERS[:most]]
    rows = []
    for item in bank.items:
        row = _row(bank, item)
        choices = dict(zip(names, row.pop("choices"), strict=False))
        row["section"] = "; ".join(row["section"])
        first = {name: row.pop(name) for name in ("id", "kind", "level", "topic", "question")}
        rows.append({**first, **choices, **row})
    stream = io.StringIO(newline="")
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(stream, columns, restval="")
    writer.writeheader()
    writer.writerows({name: plain_cell(str(cell)) for name, cell in row.items()} for row in rows)
    return stream.getvalue().encode("utf-8-sig")  # spreadsheets recognize the encoding by its mark


def to_json(bank: Bank) -> bytes:
    """A list of the same rows, with their choices and sections as lists."""
    rows = [_row(bank, item) for item in bank.items]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def _row(bank: Bank, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "level": item.level,
        "topic": item.topic,
        "question": item.text,
        "choices": [option.text for option in item.options],
        "key": item.key.letter,
        "why": item.key.because,
        "section": list(item.sections),
        "considered": item.considered,
        "seed": bank.seed,
        "guide": bank.guide,
        "edition": bank.edition,
    }
