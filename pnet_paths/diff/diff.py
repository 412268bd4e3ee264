"""What differs between two guides: their rows, and exactly which profiles change which status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawing.picture import image, svg
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentences import clause, pasted
from ..markup import render
from ..progress_bar import progress_bar
from ..statuses import Status
from .rows import row_changes
from .statuses import StatusChange, StatusChanges

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Diff", "diff"]


class Diff:
    """What differs between the guides ``a`` and ``b``; nothing where only the order of rows does.

    ``rows`` and ``statuses`` hold the changes; ``complete`` says whether all changes of statuses
    are told, or only the first dozen of some treatment.
    """

    def __init__(self, a: GuideValue, b: GuideValue) -> None:
        self.a, self.b = a, b
        self.rows = tuple(row_changes(a, b))
        with progress_bar("Comparing the guides", len({*a.treatments, *b.treatments})) as task:
            changes = StatusChanges(a, b)
            self.statuses = tuple(changes.changes(task))
        self.factors = changes.space.factors
        self.complete = changes.complete

    def __bool__(self) -> bool:
        return bool(self.rows or self.statuses)

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each change."""
        if not self:
            return ("The two guides say the same.",)
        sentences = [f"{change}." for change in self.rows]
        sentences += [self._sentence(change) for change in self.statuses]
        return (*sentences, *([] if self.complete else ["There are more changes of statuses."]))

    def _sentence(self, change: StatusChange) -> str:
        when = f"if {self._clause(change)}" if change.when else "always"
        shown = f" Shown by: {pasted(change.witness)}" if change.witness else ""
        if not change.treatment:
            guide = "second" if not change.a else "first"
            return f"Only in the {guide} guide can it occur that {self._clause(change)}.{shown}"
        a, b = _shown(change.a, change.basis_a), _shown(change.b, change.basis_b)
        return f"{self.label(change.treatment)}: {a} > {b}, {when}.{shown}"

    def _clause(self, change: StatusChange) -> str:
        return clause(self.b.subject, self.factors, change.when)

    def label(self, treatment: str) -> str:
        """The label of a treatment of either guide."""
        return (self.b.treatments.get(treatment) or self.a.treatments[treatment]).label

    def to_frame(self) -> pd.DataFrame:
        """The changes of statuses as a table: one row each, ``when`` as levels by factor."""
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
        """The changes, and the profile of the first one drawn with both guides."""
        return render("differences", sentences=self.sentences, drawings=self._drawings())

    def _drawings(self) -> list[tuple[str, str]]:
        change = next((c for c in self.statuses if c.treatment and c.a and c.b), None)
        if change is None:
            return []
        sides = [
            PathwayValue.of(guide, {n: v for n, v in change.witness.items() if n in guide.factors})
            for guide in (self.a, self.b)
        ]
        a, b = ({n: (side.status[n], side.basis[n]) for n in side.status} for side in sides)
        differ = [name for name in a if name in b and a[name] != b[name]]
        images = (image(side, svg(side, differs=differ)) for side in sides)
        return list(zip(("First guide", "Second guide"), images, strict=True))


def _shown(status: str, basis: str) -> str:
    """A status as it is told: "option, inferred"."""
    if not status:
        return "not in the guide"
    word = Status(status).word
    return f"{word}, inferred" if basis == "inferred" else word


def diff(a: GuideValue, b: GuideValue) -> Diff:
    """What differs between two guides.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> rows = guide.tables["indications"]
    >>> print(diff(guide, guide.with_tables(indications=rows[::-1])))
    The two guides say the same.
    """
    return Diff(a, b)
