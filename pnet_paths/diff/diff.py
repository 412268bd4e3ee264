"""The differences of two guides: in rows, in statuses by profile, and in remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawing.picture import as_image, svg
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentences import as_arguments, clause
from ..markup import render
from ..progress_bar import progress_bar
from ..statuses import Status
from .rows import row_changes
from .statuses import RemarkChange, StatusChange, StatusChanges

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Diff", "diff"]


class Diff:
    """The differences of the guides ``a`` and ``b``; none if only the order of rows differs.

    ``rows``, ``statuses`` and ``remarks`` are the changes of tables, of statuses, and of words,
    marks and aims beside equal statuses. ``complete`` is False if only the first dozen changes of
    some treatment are listed.
    """

    def __init__(self, a: GuideValue, b: GuideValue) -> None:
        self.a, self.b = a, b
        self.rows = tuple(row_changes(a, b))
        steps = len({*a.treatments, *b.treatments}) + len(a.treatments)
        with progress_bar("Comparing the guides", steps) as task:
            changes = StatusChanges(a, b)
            self.statuses = tuple(changes.status_changes(task))
            self.remarks = tuple(changes.remark_changes(task))
        self.factors = changes.space.factors
        self.complete = changes.complete

    def __bool__(self) -> bool:
        return bool(self.rows or self.statuses or self.remarks)

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each change."""
        if not self:
            return ("The two guides say the same.",)
        sentences = [f"{change}." for change in self.rows]
        sentences += [self._sentence(change) for change in self.statuses]
        sentences += [self._remark_sentence(change) for change in self.remarks]
        return (*sentences, *([] if self.complete else ["There are more changes of statuses."]))

    def _remark_sentence(self, change: RemarkChange) -> str:
        guide = "first" if change.only_in == "a" else "second"
        label = self.label(change.treatment)
        return f'{label}: only the {guide} guide says "{change.text}", {self._where(change)}'

    def _where(self, change: StatusChange | RemarkChange) -> str:
        """Return the conditions of a change, and a profile that shows it."""
        when = f"if {self._clause(change)}" if change.when else "always"
        return f"{when}.{self._witness(change)}"

    def _witness(self, change: StatusChange | RemarkChange) -> str:
        return f" Shown by: {as_arguments(change.witness)}" if change.witness else ""

    def _sentence(self, change: StatusChange) -> str:
        if not change.treatment:
            guide = "second" if not change.a else "first"
            occurs = f"Only in the {guide} guide can it occur that {self._clause(change)}."
            return f"{occurs}{self._witness(change)}"
        a, b = _status_words(change.a, change.basis_a), _status_words(change.b, change.basis_b)
        return f"{self.label(change.treatment)}: {a} > {b}, {self._where(change)}"

    def _clause(self, change: StatusChange | RemarkChange) -> str:
        return clause(self.b.subject, self.factors, change.when)

    def label(self, treatment: str) -> str:
        """Return the label of a treatment in either guide."""
        return (self.b.treatments.get(treatment) or self.a.treatments[treatment]).label

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each change of a status; ``when`` has levels by factor."""
        import pandas as pd

        return pd.DataFrame(
            [
                (
                    *(c.treatment, c.a, c.b, c.basis_a, c.basis_b),
                    {name: sorted(levels) for name, levels in c.when.items()},
                    dict(c.witness),
                )
                for c in self.statuses
            ],
            columns=["treatment", "a", "b", "basis_a", "basis_b", "when", "witness"],
        )

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def __repr__(self) -> str:
        return f"Diff: {len(self.rows)} rows, {len(self.statuses)} changes of statuses"

    def _repr_html_(self) -> str:
        """Return the changes, and the profile of the first one drawn with both guides."""
        return render("differences", sentences=self.sentences, drawings=self._drawings())

    def _drawings(self) -> list[tuple[str, str]]:
        change = next((c for c in self.statuses if c.treatment and c.a and c.b), None)
        if change is None:
            return []
        sides = [
            PathwayValue.of(guide, {n: v for n, v in change.witness.items() if n in guide.factors})
            for guide in (self.a, self.b)
        ]
        a, b = sides
        differ = [name for name in a.status if name in b.status and a.differs(b, name)]
        images = (as_image(svg(side, differs=differ), side.outline()) for side in sides)
        return list(zip(("First guide", "Second guide"), images, strict=True))


def _status_words(status: str, basis: str) -> str:
    """Return a status with its basis in words: "option, inferred"."""
    if not status:
        return "not in the guide"
    word = Status(status).word
    return f"{word}, inferred" if basis == "inferred" else word


def diff(a: GuideValue, b: GuideValue) -> Diff:
    """Compare two guides.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> rows = guide.tables["indications"]
    >>> print(diff(guide, guide.with_tables(indications=rows[::-1])))
    The two guides say the same.
    """
    return Diff(a, b)
