"""A pathway: the guide seen with one profile. What is offered, what is open, which way it goes.

Everything that is drawn, listed or printed of a profile is read from here; it knows no screen.
Explanations and pictures are added by `pnet_paths.Pathway`, as users meet it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..drawing.theme import LOOKS, marked
from ..tables.records import Aim, Citation, Combination, Indication, Treatment
from .evaluation import Answer
from .profile import Profile
from .route import Route
from .sentences import capital, listed, shared
from .statuses import OFFERED, STATUSES, meant

if TYPE_CHECKING:
    from .guide import GuideValue

__all__ = ["PathwayValue"]


class PathwayValue:
    """The status of every treatment for one profile, and how the flowchart runs.

    ``status``, ``possible``, ``depends_on`` and ``basis`` (``"stated"``, ``"inferred"``, or ``""``
    where nothing is named) hold one entry a treatment, by id.
    """

    def __init__(self, guide: GuideValue, profile: Profile, answers: Mapping[str, Answer]) -> None:
        self.guide = guide
        self.profile = profile
        self.status: Mapping[str, str] = MappingProxyType(
            {treatment: answer.status for treatment, answer in answers.items()}
        )
        self.possible: Mapping[str, frozenset[str]] = MappingProxyType(
            {treatment: answer.possible for treatment, answer in answers.items()}
        )
        self.depends_on: Mapping[str, frozenset[str]] = MappingProxyType(
            {treatment: answer.depends_on for treatment, answer in answers.items()}
        )
        self.basis: Mapping[str, str] = MappingProxyType(
            {treatment: _basis(answer) for treatment, answer in answers.items()}
        )

    def __reduce__(self) -> tuple[Any, tuple[GuideValue, dict[str, str]]]:
        return type(self.guide).evaluate, (self.guide, dict(self.profile))

    def __repr__(self) -> str:
        return f"Pathway({dict(self.profile)})"

    # -- in words ---------------------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """The profile as a sentence.

        >>> from pnet_paths import load_guide
        >>> load_guide().evaluate({"grade": "G2", "extent": "metastatic"}).sentence
        'The tumor is grade 2 and metastatic.'
        """
        if not self.profile:
            return f"Nothing is known about {self.guide.subject} yet."
        known = {name: (level,) for name, level in self.profile.items()}
        return f"{capital(self.guide.clause(known))}."

    def reasons(self, treatment: str) -> tuple[Indication, ...]:
        """The rows behind a status, stated ones first; none behind ``depends``, ``not_named``.

        Where something is not known: those that decide however it turns out, or else, if there are
        none, those that may.
        """
        sure, unsure = self._behind[treatment]
        return sure or unsure

    @cached_property
    def _behind(self) -> dict[str, tuple[tuple[Indication, ...], tuple[Indication, ...]]]:
        """By treatment the rows that surely decide its status, and those that may."""
        found = {}
        for treatment, status in self.status.items():
            deciding = [
                (row, sure)
                for row, sure in self.guide.evaluator.deciding(treatment, self.profile)
                if meant(row.strength) == status
            ]
            found[treatment] = (
                tuple(row for row, sure in deciding if sure),
                tuple(row for row, sure in deciding if not sure),
            )
        return found

    def words(self, treatment: str) -> str:
        """What the rows behind a status say of it, in a few words; empty where there are none.

        Of a group its own rows are told, or else its members'.

        >>> from pnet_paths import load_guide
        >>> load_guide().evaluate({"symptoms": "none"}).words("external_beam")
        'not regularly used'
        """
        return self._told(treatment, lambda row: row.words)

    def _told(self, treatment: str, say: Callable[[Indication], str]) -> str:
        rows = self.reasons(treatment)
        naming = self.guide.evaluator.bearing.own(treatment)
        own = [row for row in rows if row in naming]
        told = shared(map(say, own or rows))
        if not self._behind[treatment][0] and told:  # which of them holds is not known
            return listed(told, "or", comma=True)
        return "; ".join(told)

    def marks(self, treatment: str) -> tuple[str, ...]:
        """What is told beside a treatment's own name: "most common regimen"."""
        rows = (row for row in self.reasons(treatment) if treatment in row.treatments)
        return shared(row.mark for row in rows if row.mark)

    def aims(self, treatment: str) -> tuple[Aim, ...]:
        """What a treatment is for here, where it is offered."""
        return tuple(
            self.guide.aims[name]
            for name in shared(row.aim for row in self.reasons(treatment) if row.aim)
        )

    def line(self, treatment: str) -> str:
        """A few words on why a treatment has its status; empty where the guide gives none.

        Where only some of its reasons are our inference, those have their mark.
        """
        status, possible = self.status[treatment], self.possible[treatment]
        unknown = f"not known: {listed(self._labels(treatment))}" if self._labels(treatment) else ""
        if status == "depends":
            return unknown
        if status == "not_named":
            return f"rather not in some cases; {unknown}" if len(possible) > 1 else ""
        whole = self.inferred(treatment)
        words = self._told(
            treatment, lambda row: marked(row.words, row.basis == "inferred" and not whole)
        )
        if len(possible) == 1:
            return words
        # What is not known decides among them: a reason holds for all only if it surely does.
        certain = [words] if self._behind[treatment][0] else []
        return "; ".join([*certain, *self._stronger(treatment, unknown)])

    def _stronger(self, treatment: str, unknown: str) -> list[str]:
        """Which statuses a treatment may have instead, with the answer if one fact decides.

        "usual if receptors: positive", or "or usual" and what is not known.
        """
        status, possible = self.status[treatment], self.possible[treatment]
        stronger = [other for other in STATUSES if other in possible and other != status]
        (name, *others) = self.depends_on[treatment]
        if others or len(stronger) > 1:
            return [f"or {' or '.join(map(word, stronger))}", unknown]
        factor = self.guide.factors[name]
        leading = [
            level.label
            for level in factor.levels
            if level.id in self.profile.open[name]
            and self._status_with(treatment, name, level.id) == stronger[0]
        ]
        return [f"{word(stronger[0])} if {factor.label}: {listed(leading, 'or')}"]

    def _status_with(self, treatment: str, factor: str, level: str) -> str:
        known = self.guide.profile({**self.profile, factor: level})
        return self.guide.evaluator.status(treatment, known)

    def inferred(self, treatment: str) -> bool:
        """Whether a status rests, in some completion, on our inference alone."""
        return self.basis[treatment] == "inferred"

    def cited(self, treatment: str) -> Citation:
        """Where a status comes from; where it has no reason, where the treatment itself does."""
        reasons = self.reasons(treatment)
        if not reasons:
            return self.guide.treatments[treatment].cited
        sections = shared(section for row in reasons for section in row.cited.sections)
        return Citation(reasons[0].cited.source, sections)

    def combined(self, treatment: str) -> tuple[Combination, ...]:
        """What the guide names together with a treatment for this profile, where it is offered.

        Only combinations of which another part is offered as well.
        """
        if self.status[treatment] not in OFFERED:
            return ()
        return tuple(
            combination
            for combination in self.guide.combinations.values()
            if treatment in combination.treatments
            and self.guide.evaluator.holds(combination.when, self.profile)
            and any(
                self.status[other] in OFFERED
                for other in combination.treatments
                if other != treatment
            )
        )

    def _labels(self, treatment: str) -> list[str]:
        """The facts that can decide a treatment, as labels in the order of the guide's factors."""
        deciding = self.depends_on[treatment]
        return [factor.label for name, factor in self.guide.factors.items() if name in deciding]

    def outline(self) -> str:
        """The pathway as plain text, in reading order: the same facts as the drawing."""
        lines = [self.sentence, ""]
        for decision in self.route.decisions.values():
            if decision.state != "off":
                lines.append(f"? {decision.question} {decision.answer or 'not known'}")
        lines += [
            f"{'  ' * depth}- {treatment.label}: {self._outlined(treatment.id)}"
            for depth, treatment in self.walk()
            if self.is_told(treatment.id)
        ]
        silent = [group.label for group in self.guide.groups if not self.is_told(group.id)]
        if silent:
            lines.append(f"Not named here: {listed(silent)}.")
        considered = [topic.label for topic in self.guide.considerations]
        if considered:
            lines.append(f"Named by the guide, without a rule: {listed(considered)}.")
        return "\n".join([*lines, "", self.footer])

    def _outlined(self, treatment: str) -> str:
        """A status in words: "option (may be used here, inferred; most common regimen)"."""
        line, marks = self.line(treatment), self.marks(treatment)
        inferred = ["inferred"] if self.inferred(treatment) else []
        told = [", ".join(filter(None, [line, *inferred])), *marks]
        inside = "; ".join(filter(None, told))
        return word(self.status[treatment]) + (f" ({inside})" if inside else "")

    def is_told(self, treatment: str) -> bool:
        """Whether the guide says anything of a treatment here, or of a member of it."""
        return self.status[treatment] != "not_named" or any(
            self.is_told(member.id) for member in self.guide.members(treatment)
        )

    @property
    def footer(self) -> str:
        """The source and the disclaimer, to stand under everything that is shown."""
        return self.guide.footer

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[int, Treatment]]:
        """Every treatment in reading order, with how deep it stands under its group."""
        for treatment in self.guide.members(parent):
            yield depth, treatment
            yield from self.walk(treatment.id, depth + 1)

    def changed_since(self, before: PathwayValue) -> list[Treatment]:
        """The groups whose status was another in ``before``, in their places."""
        status = before.status
        return [group for group in self.guide.groups if status[group.id] != self.status[group.id]]

    # -- the way ----------------------------------------------------------------------------

    @cached_property
    def route(self) -> Route:
        """The decisions and arrows of the flowchart, and which of them are on the way."""
        return Route(self.guide, self.profile, self.status)

    # -- as data ----------------------------------------------------------------------------

    def to_frame(self) -> pd.DataFrame:
        """One row a treatment, in reading order, with its status, why, and where that is from."""
        rows = []
        for _, treatment in self.walk():
            name = treatment.id
            cited = self.cited(name)
            rows.append(
                {
                    "treatment": name,
                    "label": treatment.label,
                    "member_of": treatment.member_of,
                    "status": self.status[name],
                    "why": self.line(name),
                    "basis": self.basis[name],
                    "depends_on": ", ".join(self._labels(name)),
                    "possible": ", ".join(s for s in STATUSES if s in self.possible[name]),
                    "source": cited.source,
                    "section": str(cited),
                }
            )
        return pd.DataFrame(rows).set_index("treatment")

    def to_dict(self) -> dict[str, object]:
        """The profile and what is said of each treatment, as plain values.

        By treatment ``status``, ``possible``, ``depends_on``, ``basis``, ``words`` and ``section``.
        """
        return {
            "profile": dict(self.profile),
            "treatments": {
                name: {
                    "status": status,
                    "possible": sorted(self.possible[name]),
                    "depends_on": sorted(self.depends_on[name]),
                    "basis": self.basis[name],
                    "words": self.words(name),
                    "section": str(self.cited(name)),
                }
                for name, status in self.status.items()
            },
        }


def word(status: str) -> str:
    """A status as it is told in words.

    >>> word("against"), word("not_named")
    ('rather not', 'not named here')
    """
    return LOOKS[status].word


def _basis(answer: Answer) -> str:
    if answer.inferred:
        return "inferred"
    return "" if answer.status == "not_named" else "stated"
