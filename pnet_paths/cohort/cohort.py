"""A cohort: how many profiles of a table a guide says what of, as tables and as a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..arguments import to_text, to_whole_number
from ..drawing.formats import Drawable
from ..drawing.render import render_svg
from ..errors import PnetPathsError
from ..guide.guide import GuideValue
from ..statuses import Status
from .counting import count
from .counts import HIDDEN, CountArray, Counts
from .flowchart import flowchart
from .tallies import WHAT_IT_IS, Tallies

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Cohort", "cohort"]


def cohort(guide: GuideValue, profiles: Any, threshold: int, note: str | None) -> Cohort:
    """Count what a guide says of a table of profiles. See `pnet_paths.Guide.cohort`."""
    threshold = to_whole_number(threshold, "threshold")
    if threshold < 1:
        raise PnetPathsError(f"threshold must be 1 (nothing is hidden) or more, not {threshold}")
    if note is None:
        # Dask keeps these of the table that a partition looks like.
        note = getattr(getattr(profiles, "_meta", profiles), "attrs", {}).get("note", "")
    note = to_text(note, "note")
    counts = count(guide, profiles).hidden_below(threshold)
    return Cohort(guide, counts, threshold, note)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cohort(Drawable):
    """Counts of what a guide says for some profiles; no results of treatments.

    Counts from 1 to ``threshold`` - 1 are hidden: missing (<NA>) in the tables, "<5" in drawing and
    text. Nothing of them is kept, not even in a saved or pickled cohort. What is hidden can
    sometimes be worked out from other counts and from the size; nothing is done about that.

    Attributes:
        guide: the guide.
        threshold: the smallest count that is shown, but 0.
        note: what is said of the cohort wherever it is shown, such as that it is invented.
    """

    guide: GuideValue
    _counts: Counts
    threshold: int
    note: str

    def __repr__(self) -> str:
        return f"Cohort({self.size} profiles)"

    @property
    def size(self) -> int:
        """How many profiles there are."""
        return int(self._counts.size[0])

    @property
    def impossible(self) -> int | None:
        """How many of them cannot occur; they count nowhere else. None where that is hidden."""
        number = int(self._counts.impossible[0])
        return None if number == HIDDEN else number

    # -- as tables ----------------------------------------------------------------------------

    @property
    def statuses(self) -> pd.DataFrame:
        """Treatments (rows) by statuses (columns): for how many profiles each has each."""
        return _frame(
            self._counts.statuses,
            {"treatment": [treatment.id for _, treatment in self.guide.walk()]},
            [str(status) for status in Status],
        ).set_index("treatment")

    @property
    def arrows(self) -> pd.DataFrame:
        """Arrows of the flowchart: how many profiles go along each for sure.

        ``open`` counts those that perhaps do: something is not known that decides.
        """
        joined = list(self.guide.network.steps_by_ends)
        ends = {name: [each[i] for each in joined] for i, name in enumerate(("from", "to"))}
        return _frame(self._counts.arrows, ends, ["count", "open"])

    @property
    def answers(self) -> pd.DataFrame:
        """Levels of each factor, and its missing cells: how many profiles have each."""
        pairs = [
            (factor.id, level)
            for factor in self.guide.factors.values()
            for level in (*(each.id for each in factor.levels), None)
        ]
        names = {name: [each[i] for each in pairs] for i, name in enumerate(("factor", "level"))}
        return _frame(self._counts.answers.reshape(-1, 1), names, ["count"])

    @property
    def open_facts(self) -> pd.DataFrame:
        """Unknown facts (rows), those first that would settle most.

        ``unknown``: how many profiles do not have the fact in the table. ``settles``: for how many
        of them it would settle at least one open group of treatments, whatever it turns out to be.
        ``may_settle``: for how many it would with some of its possible levels. A group is open
        where its status is ``"depends"``, and settled where it no longer is; services, which run
        beside everything, are left out. Every combination of facts that can occur counts.
        """
        names = {
            "factor": list(self.guide.factors),
            "label": [factor.label for factor in self.guide.factors.values()],
        }
        columns = ["unknown", "settles", "may_settle"]
        frame = _frame(self._counts.open_facts, names, columns).set_index("factor")
        order = (
            frame[columns[::-1]]
            .fillna(0)
            .sort_values(["settles", "may_settle", "unknown"], ascending=False, kind="stable")
        )
        return frame.loc[
            [name for name in order.index if frame["unknown"].ne(0).fillna(True)[name]]
        ]

    # -- in words -----------------------------------------------------------------------------

    def outline(self) -> str:
        """The counts as plain text, in reading order."""
        tallies = self._tallies()
        lines = [tallies.title, *filter(None, [self.note]), WHAT_IT_IS, ""]
        for group in self.guide.groups:
            lines.append(f"- {group.label}: {tallies.in_words(group.id)}")
        lines += ["", *tallies.lines, self.guide.footer]
        return "\n".join(lines)

    def _tallies(self) -> Tallies:
        return Tallies(self.guide, self._counts, self.threshold, self.note)

    # -- as a picture -------------------------------------------------------------------------

    def to_dot(self) -> str:
        """The flowchart with its counts as Graphviz source."""
        source: str = flowchart(self._tallies()).source
        return source

    def to_svg(self) -> str:
        """The flowchart with its counts as SVG text, readable on its own.

        Raises:
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        title = self._tallies().title
        return render_svg(self.to_dot(), title=title, description=self.outline())


def _frame(counts: CountArray, names: dict[str, list[Any]], columns: list[str]) -> pd.DataFrame:
    """Counts as a table of whole numbers, missing where they are hidden."""
    import pandas as pd

    numbers = pd.DataFrame(counts, columns=columns).astype("Int64")
    numbers = numbers.mask(numbers == HIDDEN)
    return pd.concat([pd.DataFrame(names), numbers], axis=1)
