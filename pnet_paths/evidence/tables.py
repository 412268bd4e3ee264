"""The tables of the evidence, read and checked: what trials found, and what was said since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from ..errors import GuideError
from ..tables.folder import packaged_folder
from ..tables.models import Row
from ..tables.reading import read_rows
from ..tables.sheet import Sheet
from .checks import guide_link_problems, outcome_problems, trial_problems, unread_notes
from .models import (
    TABLES,
    Abbreviation,
    Document,
    EvidenceIds,
    GuideDate,
    GuideFact,
    GuideTreatment,
    Outcome,
    Recommendation,
    Trial,
)

__all__ = ["EvidenceTables", "load_evidence", "packaged_evidence"]


@dataclass(frozen=True)
class EvidenceTables:
    """The checked rows of all tables, in the order of their files."""

    rows: Mapping[str, Sequence[Row]]

    @cached_property
    def trials(self) -> Mapping[str, Trial]:
        """The trials by id."""
        return self._by_id("trials")

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """The outcomes by id."""
        return self._by_id("outcomes")

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents that recommend something, by id."""
        return self._by_id("documents")

    @cached_property
    def recommendations(self) -> Mapping[str, Recommendation]:
        """The recommendations by id."""
        return self._by_id("recommendations")

    @cached_property
    def guides(self) -> Mapping[str, GuideDate]:
        """The guides that the evidence stands beside, by id."""
        return self._by_id("guides")

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], str]:
        """The label of a fact's value."""
        rows: Any = self.rows["facts"]
        return {(row.fact, row.value): row.label for row in rows}

    @cached_property
    def presumed(self) -> frozenset[tuple[str, str]]:
        """The values of facts that nobody asks for in words: we conclude them."""
        rows: Any = self.rows["facts"]
        return frozenset((row.fact, row.value) for row in rows if row.basis == "inferred")

    @property
    def terms(self) -> Sequence[Abbreviation]:
        """The words that stand beside figures."""
        return cast("Sequence[Abbreviation]", self.rows["terms"])

    def treatments_of(self, guide: str, treatment: str) -> frozenset[str]:
        """What a guide's treatment is in the evidence's words; nothing where there is no link."""
        rows = cast("Sequence[GuideTreatment]", self.rows["guide_treatments"])
        linked = [row.evidence for row in rows if (row.guide, row.treatment) == (guide, treatment)]
        return frozenset(name for names in linked for name in names)

    def facts_of(self, guide: str) -> Sequence[GuideFact]:
        """What a guide's levels are in the evidence's words."""
        rows = cast("Sequence[GuideFact]", self.rows["guide_facts"])
        return [row for row in rows if row.guide == guide]

    def _by_id(self, table: str) -> Mapping[str, Any]:
        rows: Any = self.rows[table]
        return {row.id: row for row in rows}


def load_evidence(folder: Path | None = None) -> EvidenceTables:
    """The packaged evidence, or that in a folder.

    Raises:
        GuideError: everything that is wrong with its tables, one line each.
    """
    folder = packaged_folder("evidence") if folder is None else folder
    tables = EvidenceTables(read_rows(folder, TABLES, _known, as_printed=True))
    linked = cast("list[GuideTreatment]", tables.rows["guide_treatments"])
    problems = [
        *trial_problems([*tables.trials.values()]),
        *outcome_problems([*tables.outcomes.values()], tables.trials),
        *guide_link_problems(linked, cast("list[GuideFact]", tables.rows["guide_facts"])),
        *unread_notes([*tables.recommendations.values()], linked),
    ]
    if problems:
        raise GuideError(problems)
    return tables


@cache
def packaged_evidence() -> EvidenceTables:
    """The packaged evidence, read once."""
    return load_evidence()


def _known(sheets: Mapping[str, Sheet]) -> EvidenceIds:
    def ids(table: str, column: str) -> dict[str, None]:
        return dict.fromkeys(sheets[table].column(column)) if table in sheets else {}

    values: dict[str, dict[str, None]] = {}
    if "facts" in sheets:
        pairs = zip(sheets["facts"].column("fact"), sheets["facts"].column("value"), strict=False)
        for fact, value in pairs:
            values.setdefault(fact, {})[value] = None
    return EvidenceIds(
        treatments=ids("treatments", "treatment"),
        trials=ids("trials", "trial"),
        outcomes=ids("outcomes", "outcome"),
        documents=ids("documents", "document"),
        guides=ids("guides", "guide"),
        values=values,
    )
