"""The findings of a check, as data, text and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, overload

from ..guide.sentences import as_arguments
from ..markup import render
from ..tables.models import Conditions

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SEVERITIES", "Finding", "Findings"]

SEVERITIES = ("error", "warning", "note")
"""The severities of findings, the most severe first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of a check.

    ``rows`` are row numbers of a spreadsheet. ``witness`` is the smallest profile that shows the
    finding (levels by factor), empty if none is needed; ``when`` are the conditions of all profiles
    that show it.
    """

    code: str
    severity: str
    file: str
    rows: tuple[int, ...]
    sentence: str
    witness: Mapping[str, str] = field(default_factory=dict)
    when: Conditions = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The file and the rows of the finding.

        >>> Finding("gap", "warning", "steps.csv", (3, 4), "...").place
        'steps.csv, rows 3 and 4'
        """
        if not self.rows:
            return self.file
        *rest, last = map(str, self.rows)
        many = f"rows {', '.join(rest)} and {last}" if rest else f"row {last}"
        return f"{self.file}, {many}"

    @property
    def facts(self) -> str:
        """The witness as ``pnet-paths show`` takes it."""
        return as_arguments(self.witness)

    def __str__(self) -> str:
        shown = f" Shown by: {self.facts}" if self.witness else ""
        place = f"{self.place}: " if self.file else ""
        return f"{place}{self.severity} ({self.code}): {self.sentence}{shown}"


class Findings(Sequence[Finding]):
    """All findings of a guide, the most severe first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        order = {severity: place for place, severity in enumerate(SEVERITIES)}
        self._findings = tuple(
            sorted(_unique(findings), key=lambda f: (order[f.severity], f.file, f.rows, f.code))
        )

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, place: int | slice) -> Finding | tuple[Finding, ...]:
        return self._findings[place]

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __repr__(self) -> str:
        return f"Findings: {self.summary}"

    def __str__(self) -> str:
        return "\n".join([*map(str, self._findings), self.summary])

    @property
    def summary(self) -> str:
        """The number of findings of each severity, in words.

        >>> Findings([]).summary
        'No problems found.'
        """
        counts = [(sum(f.severity == s for f in self._findings), s) for s in SEVERITIES]
        parts = [f"{n} {s}{'s' if n > 1 else ''}" for n, s in counts if n]
        return f"{', '.join(parts)}." if parts else "No problems found."

    @property
    def clean(self) -> bool:
        """Whether there is no error and no warning."""
        return all(each.severity == "note" for each in self._findings)

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each finding."""
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    *(f.code, f.severity, f.file, list(f.rows), f.sentence, dict(f.witness)),
                    {name: sorted(levels) for name, levels in f.when.items()},
                )
                for f in self._findings
            ],
            columns=["code", "severity", "file", "rows", "sentence", "witness", "when"],
        )

    def _repr_html_(self) -> str:
        return render("findings", findings=self)


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without repetitions."""
    return list({(f.code, f.file, f.rows, f.sentence): f for f in findings}.values())
