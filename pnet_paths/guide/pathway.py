"""A pathway: the answers of a guide for one profile, in words and as data.

Drawings, lists and prints of a profile read from here. `pnet_paths.Pathway` adds explanations and
pictures for users.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from ..statuses import Status, caveat_words
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
        """Evaluate a guide for one profile.

        Args:
            facts: levels by factor; factors left out, or None, are not known.

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
        """What is usual, an option, later or open, in a few sentences; services are left out.

        >>> from pnet_paths import load_guide
        >>> known = {"extent": "metastatic", "grade": "G2", "sstr": "positive", "prior_ssa": "no"}
        >>> load_guide().evaluate({**known, "course": "first", "removed": "no"}).answer
        'Usual: somatostatin analogs. Later: PRRT, chemotherapy. Later or sooner: targeted \
therapy. Open: surgery, liver-directed treatment, radiation therapy (symptoms, spread to the liver \
and 1 more).'
        """
        return summary(self.guide, self.profile, self._answers)

    def verdict(self, treatment: str) -> Verdict:
        """Return what the guide says of one treatment for this profile, computed once.

        Raises:
            PnetPathsError: the guide has no such treatment.

        >>> from pnet_paths import load_guide
        >>> load_guide().evaluate({"symptoms": "none"}).verdict("external_beam").words
        'not regularly used'
        """
        self.guide.check_treatment(treatment)
        if treatment not in self._verdicts:
            self._verdicts[treatment] = verdict(self.guide, self.profile, self._answers, treatment)
        return self._verdicts[treatment]

    def outline(self) -> str:
        """Return the pathway as plain text, in reading order, with all facts of the drawing."""
        lines = [self.sentence, self.answer, ""]
        for decision in self.route.decisions.values():
            if decision.state != "off":
                lines.append(f"? {decision.question} {decision.answer or fill('not_known')}")
        lines += [
            f"{'  ' * depth}- {treatment.label}: {self._status_words(treatment.id)}"
            for depth, treatment in self.walk()
            if self.is_mentioned(treatment.id)
        ]
        silent: dict[str, list[Treatment]] = {}
        for group in self.guide.groups:
            if not self.is_mentioned(group.id):
                silent.setdefault(self._silence_pattern(group.id), []).append(group)
        lines += [self._silences(how, silent[how]) for how in _SILENCES if how in silent]
        considered = [topic.label for topic in self.guide.considerations]
        if considered:
            lines.append(fill("no_rule", labels=join_words(considered)))
        return "\n".join([*lines, "", self.footer])

    def _silence_pattern(self, treatment: str) -> str:
        """Return the name of the pattern that says how a treatment is not named."""
        some_no, ours, nothing = _SILENCES
        if len(self.possible[treatment]) > 1:
            return some_no
        return ours if self.verdict(treatment).withheld_offers else nothing

    def _silences(self, pattern: str, groups: Sequence[Treatment]) -> str:
        """A sentence for all groups that are not named in one way."""
        possible = {status for group in groups for status in self.possible[group.id]}
        labels = join_words([group.label for group in groups])
        return fill(pattern, no=capitalize(caveat_words(possible)), labels=labels)

    def _status_words(self, treatment: str) -> str:
        """Return a status in words: "option (may be used here, inferred; most common regimen)"."""
        verdict = self.verdict(treatment)
        inferred = [fill("inferred")] if verdict.inferred else []
        parts = [", ".join(filter(None, [verdict.line, *inferred])), *verdict.marks]
        inside = "; ".join(filter(None, parts))
        return verdict.status.word + (f" ({inside})" if inside else "")

    def is_mentioned(self, treatment: str) -> bool:
        """Return True if the guide says anything of a treatment here, or of one of its members."""
        return self.status[treatment] is not Status.NOT_NAMED or any(
            self.is_mentioned(member.id) for member in self.guide.members(treatment)
        )

    @property
    def footer(self) -> str:
        """The source and the disclaimer, shown below every result."""
        return self.guide.footer

    def walk(self, parent: str = "") -> Iterator[tuple[int, Treatment]]:
        """Yield every treatment (or all below ``parent``) in reading order, with its depth."""
        return self.guide.walk(parent, depth=1 if parent else 0)

    def differs(self, other: PathwayValue, treatment: str) -> bool:
        """Return True if status, basis, words, marks or aims of a treatment differ."""
        one, two = (p.guide.evaluator.statement(treatment, p.profile) for p in (self, other))
        return one != two

    def changed_since(self, before: PathwayValue) -> list[Treatment]:
        """Return the groups that differ from those of another pathway, in reading order."""
        return [group for group in self.guide.groups if self.differs(before, group.id)]

    def news(self, before: PathwayValue) -> str:
        """Return the changes of groups since another pathway, in sentences.

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
        """Return the change of a group as a sentence."""
        status, verdict = self.status[group.id], self.verdict(group.id)
        how = "now" if status is not before.status[group.id] else "still"
        now = capitalize(fill(f"{how}_{status}", label=group.phrase, **verb_forms(group.phrase)))
        inferred = [fill("inferred")] if verdict.inferred else []
        line = ", ".join(filter(None, [verdict.line, *inferred]))
        return f"{now}{f' ({line})' if line else ''}."

    # -- the flowchart ----------------------------------------------------------------------

    @cached_property
    def route(self) -> Route:
        """The decisions and arrows of the flowchart, each with its state."""
        return Route(self.guide, self.profile, self.status)

    # -- as data ----------------------------------------------------------------------------

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each treatment, in reading order: status, why and source.

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
        """Return the profile and the answers for each treatment as plain values.

        Treatments have ``status``, ``possible``, ``depends_on``, ``basis``, ``words``, ``section``.
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
