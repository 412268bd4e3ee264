"""What docs/sources.md and docs/several_sources.md say of the tables is so."""

from __future__ import annotations

import csv
import re
import shutil
import textwrap
from collections import Counter

from repository import ROOT

import pnet_paths


def readings(table):
    with (ROOT / "data/evidence" / table).open(encoding="utf-8-sig", newline="") as lines:
        return Counter(row["read"] for row in csv.DictReader(lines))


def test_how_the_evidence_was_read_is_counted():
    page = " ".join((ROOT / "docs/sources.md").read_text(encoding="utf-8").split())
    figures = readings("outcomes.csv")
    news = {read: n for read, n in figures.items() if "news" in read}
    with_abstract = sum(n for read, n in news.items() if "abstract" in read)
    alone = ("full_text", "abstract", "abstract_copy")
    whole, abstract, copies = (figures[read] for read in alone)
    others = figures.total() - sum(news.values()) - whole - abstract - copies
    assert (
        f"Of the {figures.total()} figures of the evidence, {whole} were read in the whole text "
        f"of a publication, {abstract} in an abstract alone, {copies} in a copy of an abstract, "
        f"{sum(news.values())} in news or a copy of news ({with_abstract} of these in an abstract, "
        f"too), and {others} elsewhere"
    ) in page
    recommended = readings("recommendations.csv")
    whole, abstract = recommended["full_text"], recommended["abstract"]
    assert (
        f"Of its {recommended.total()} recommendations, {whole} were read in the whole text, "
        f"{abstract} in an abstract alone, and {recommended.total() - whole - abstract} in"
    ) in page


def test_the_equivalents_that_are_shown_join_a_copied_guide(tmp_path):
    page = (ROOT / "docs/several_sources.md").read_text(encoding="utf-8")
    shown = re.search(r"```csv\n(.+?)```", page, re.DOTALL)[1]
    (tmp_path / "equivalents.csv").write_text(textwrap.dedent(shown), encoding="utf-8")
    copy = tmp_path / "my-guide"
    shutil.copytree(ROOT / "data/cancer-net-2023", copy)
    table = copy / "guide.csv"
    words = table.read_text(encoding="utf-8").replace("id,cancer-net-2023", "id,my-guide")
    table.write_text(words.replace("short,Cancer.Net (2023)", "short,Mine"), encoding="utf-8")
    facts = {"extent": "metastatic", "removed": "no"}
    compared = pnet_paths.compare_sources(facts, ["cancer-net-2023", copy], equivalents=tmp_path)
    assert dict(compared.pathways["my-guide"].profile) == facts
