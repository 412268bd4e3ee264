"""A pathway: the guide seen with one profile. What is offered, what is open, which way it goes.

Everything that is drawn, listed or printed of a profile is read from here; it knows no screen.
Explanations and pictures are added by `pnet_paths.Pathway`, as users meet it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from ..statuses import Status
from ..tables.models import Treatment
from .answer import summary
from .evaluation import Answer
from .guide import GuideValue
from .profile import Profile
from .route import Route
from .sentence_patterns import fill
from .sentences import capitalize, join_words, verb_forms
from .verdict import Verdict, verdict

if TYPE_CHECKING:
    import pandas as pd


__all__ = ["PathwayValue"]

_SILENCES = ("some_no_here", "our_silence_here", "not_named_here")


class PathwayValue:
    """The status of every treatment for one profile, and how the flowchart runs.

    ``status``, ``possible``, ``depends_on`` and ``basis`` (``"stated"``, ``"inferred"``, or ``""``
    where nothing is named) hold one entry a treatment, by id.
    """

    def __init__(self, guide: GuideValue, profile: Profile, answers: Mapping[str, Answer]) -> None:
        self.guide = guide
        self.profile = profile
        self._answers = answers
        self._verdicts: dict[str, Verdict] = {}
        self.status: Mapping[str, Status] = _by_treatment(answers, "status")
        self.possible: Mapping[str, frozenset[Status]] = _by_treatment(answers, "possible")
        self.depends_on: Mapping[str, frozenset[str]] = _by_treatment(answers, "depends_on")
        self.basis: Mapping[str, str] = _by_treatment(answers, "basis")

    @classmethod
    def of(cls, guide: GuideValue, facts: Mapping[str, str | None] | None = None) -> Self:
        """The guide seen with one profile.

        Args:
            facts: levels by factor; what is left out, or None, is not known.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.
        """
        profile = guide.profile(facts)
        return cls(guide, profile, guide.evaluator.answers(profile))

    def __reduce__(self) -> tuple[Any, tuple[GuideValue, dict[str, str]]]:
        return type(self).of, (self.guide, dict(self.profile))

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
            return fill("nothing_known", subject=self.guide.subject)
        known = {name: (level,) for name, level in self.profile.items()}
        return f"{capitalize(self.guide.clause(known))}."

    @cached_property
    def answer(self) -> str:
        """What is usual, an option, later and open, in a few words; services are left out.

        >>> from pnet_paths import load_guide
        >>> known = {"extent": "metastatic", "grade": "G2", "sstr": "positive", "prior_ssa": "no"}
        >>> load_guide().evaluate({**known, "course": "first", "removed": "no"}).answer
        'Usual: somatostatin analogs. Later: PRRT, chemotherapy. Later or sooner: targeted \
therapy. Open: surgery, liver-directed treatment, radiation therapy (symptoms, spread to the liver \
and 1 more).'
        """
        return summary(self.guide, self.profile, self._answers)

    def verdict(self, treatment: str) -> Verdict:
        """What the guide says of one treatment here; computed once.

        Raises:
            PnetPathsError: the guide has no such treatment.

        >>> from pnet_paths import load_guide
        >>> load_guide().evaluate({"symptoms": "none"}).verdict("external_beam").words
        'not regularly used'
        """
        if self.guide.check_treatment(treatment) not in self._verdicts:
            made = verdict(self.guide, self.profile, self._answers, treatment)
            self._verdicts[treatment] = made
        return self._verdicts[treatment]

    def outline(self) -> str:
        """The pathway as plain text, in reading order: the same facts as the drawing."""
        lines = [self.sentence, self.answer, ""]
        for decision in self.route.decisions.values():
            if decision.state != "off":
                lines.append(f"? {decision.question} {decision.answer or fill('not_known')}")
        lines += [
            f"{'  ' * depth}- {treatment.label}: {self._status_words(treatment.id)}"
            for depth, treatment in self.walk()
            if self.is_mentioned(treatment.id)
        ]
        silent: dict[str, list[str]] = {}
        for group in self.guide.groups:
            if not self.is_mentioned(group.id):
                silent.setdefault(self._silence_pattern(group.id), []).append(group.label)
        lines += [fill(how, labels=join_words(silent[how])) for how in _SILENCES if how in silent]
        considered = [topic.label for topic in self.guide.considerations]
        if considered:
            lines.append(fill("no_rule", labels=join_words(considered)))
        return "\n".join([*lines, "", self.footer])

    def _silence_pattern(self, treatment: str) -> str:
        """How it is told that a treatment is not named: the pattern of the sentence."""
        some_no, ours, nothing = _SILENCES
        if len(self.possible[treatment]) > 1:
            return some_no
        return ours if self.verdict(treatment).withheld_offers else nothing

    def _status_words(self, treatment: str) -> str:
        """A status in words: "option (may be used here, inferred; most common regimen)"."""
        verdict = self.verdict(treatment)
        inferred = [fill("inferred")] if verdict.inferred else []
        parts = [", ".join(filter(None, [verdict.line, *inferred])), *verdict.marks]
        inside = "; ".join(filter(None, parts))
        return verdict.status.word + (f" ({inside})" if inside else "")

    def is_mentioned(self, treatment: str) -> bool:
        """Whether the guide says anything of a treatment here, or of a member of it."""
        return self.status[treatment] is not Status.NOT_NAMED or any(
            self.is_mentioned(member.id) for member in self.guide.members(treatment)
        )

    @property
    def footer(self) -> str:
        """The source and the disclaimer, to stand under everything that is shown."""
        return self.guide.footer

    def walk(self, parent: str = "") -> Iterator[tuple[int, Treatment]]:
        """Every treatment in reading order (or below one), with how deep it stands."""
        return self.guide.walk(parent, depth=1 if parent else 0)

    def differs(self, other: PathwayValue, treatment: str) -> bool:
        """Whether something else is told of a treatment: status, basis, words, marks or aims."""
        told = (side.guide.evaluator.statement(treatment, side.profile) for side in (self, other))
        return len(set(told)) > 1

    def changed_since(self, before: PathwayValue) -> list[Treatment]:
        """The groups of which something else was told in ``before``, in their places."""
        return [group for group in self.guide.groups if self.differs(before, group.id)]

    def news(self, before: PathwayValue) -> str:
        """What changed since another pathway, in sentences, groups only.

        >>> from pnet_paths import load_guide
        >>> guide = load_guide()
        >>> known = {"extent": "metastatic", "course": "first", "removed": "no"}
        >>> before = guide.evaluate({**known, "liver": "none"})
        >>> guide.evaluate({**known, "liver": "small"}).news(before)
        'Liver-directed treatment is now an option (may be used if it has spread to the liver).'
        """
        return " ".join(
            self._change_sentence(before, group) for group in self.changed_since(before)
        )

    def _change_sentence(self, before: PathwayValue, group: Treatment) -> str:
        """A change as a sentence; with the same status as before what else is told."""
        status, verdict = self.status[group.id], self.verdict(group.id)
        how = "now" if status is not before.status[group.id] else "still"
        now = capitalize(fill(f"{how}_{status}", label=group.phrase, **verb_forms(group.phrase)))
        inferred = [fill("inferred")] if verdict.inferred else []
        line = ", ".join(filter(None, [verdict.line, *inferred]))
        return f"{now}{f' ({line})' if line else ''}."

    # -- the way ----------------------------------------------------------------------------

    @cached_property
    def route(self) -> Route:
        """The decisions and arrows of the flowchart, and which of them are on the way."""
        return Route(self.guide, self.profile, self.status)

    # -- as data ----------------------------------------------------------------------------

    def to_frame(self) -> pd.DataFrame:
        """One row a treatment, in reading order, with its status, why, and where that is from.

        ``possible`` names the statuses of all completions: "against, not_named" is a no in some
        cases and silence in the others, of which the status is ``"not_named"``.
        """
        import pandas as pd

        rows = []
        for _, treatment in self.walk():
            verdict = self.verdict(treatment.id)
            rows.append(
                {
                    "treatment": treatment.id,
                    "label": treatment.label,
                    "member_of": treatment.member_of,
                    "status": str(verdict.status),
                    "why": verdict.line,
                    "basis": verdict.basis,
                    "depends_on": ", ".join(self.guide.factor_labels(verdict.depends_on)),
                    "possible": ", ".join(s for s in Status if s in verdict.possible),
                    "source": verdict.cited.source,
                    "section": str(verdict.cited),
                }
            )
        return pd.DataFrame(rows).set_index("treatment")

    def to_dict(self) -> dict[str, object]:
        """The profile and what is said of each treatment, as plain values.

        By treatment ``status``, ``possible``, ``depends_on``, ``basis``, ``words`` and ``section``.
        """
        verdicts = map(self.verdict, self.status)
        return {
            "profile": dict(self.profile),
            "treatments": {
                verdict.treatment: {
                    "status": str(verdict.status),
                    "possible": sorted(map(str, verdict.possible)),
                    "depends_on": sorted(verdict.depends_on),
                    "basis": verdict.basis,
                    "words": verdict.words,
                    "section": str(verdict.cited),
                }
                for verdict in verdicts
            },
        }


def _by_treatment(answers: Mapping[str, Answer], part: str) -> Mapping[str, Any]:
    return MappingProxyType({name: getattr(answer, part) for name, answer in answers.items()})
