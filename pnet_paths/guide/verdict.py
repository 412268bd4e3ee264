"""What the guide says of one treatment for one profile, for drawings, cards and explanations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..statuses import OFFERED, Status, caveat_words
from ..tables.models import Aim, Citation, Combination, Indication
from .evaluation import Answer
from .guide import GuideValue
from .profile import Profile
from .sentence_patterns import fill
from .sentences import join_words, unique, with_mark

__all__ = ["Verdict", "verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A treatment's status for a profile, and the rows behind it.

    Attributes:
        status: its status over all completions of the profile.
        possible: the statuses that it has in some completion.
        depends_on: the unknown factors that can decide among them.
        basis: ``"stated"``, ``"inferred"`` (in some completion it rests on our inference alone), or
            ``""`` if it is not named.
        reasons: the rows behind the status, stated ones first; none behind ``depends`` and
            ``not_named``. With unknown facts: the rows that decide in all completions or, if there
            are none, those that decide in some.
        shown: the reasons whose words are shown: the treatment's own, or else its members'.
        conditional: if it is not named, the rows that say no in some completions.
        certain: whether the reasons decide in all completions.
        words: the reasons in a few words.
        withheld_offers: if it is not offered, the stated rows that would offer it but for
            conditions that we added: the no, or the silence, is our reading.
        line: a few words on why it has its status; empty if the guide gives none.
        marks: words beside the treatment's own name, such as "most common regimen".
        aims: what it is for here.
        cited: the source of the status or, without reasons, of the treatment.
        combined: the combinations with it of which another part is offered, too.
    """

    treatment: str
    status: Status
    possible: frozenset[Status]
    depends_on: frozenset[str]
    basis: str
    reasons: tuple[Indication, ...]
    shown: tuple[Indication, ...]
    conditional: tuple[Indication, ...]
    certain: bool
    words: str
    withheld_offers: tuple[Indication, ...]
    line: str
    marks: tuple[str, ...]
    aims: tuple[Aim, ...]
    cited: Citation
    combined: tuple[Combination, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What stands beside the status: words, marks and aims, once each."""
        words = [row.short_words for row in (*self.shown, *self.conditional)]
        aims = [aim.shown for aim in self.aims]
        return unique(filter(None, [*words, *self.marks, *aims]))

    @property
    def inferred(self) -> bool:
        """Whether the status rests on our inference alone in some completion."""
        return self.basis == "inferred"


def verdict(
    guide: GuideValue, profile: Profile, answers: Mapping[str, Answer], treatment: str
) -> Verdict:
    """Return the verdict on one treatment.

    Args:
        answers: the evaluation of the profile, by treatment.
    """
    return _VerdictBuilder(guide, profile, answers, treatment).verdict()


class _VerdictBuilder:
    """Builds a verdict from an answer and the rows behind it."""

    def __init__(
        self, guide: GuideValue, profile: Profile, answers: Mapping[str, Answer], treatment: str
    ) -> None:
        self.guide, self.profile, self.answers = guide, profile, answers
        self.treatment, self.answer = treatment, answers[treatment]
        rules = guide.evaluator.reasons(treatment)
        reasons = rules.reasons(guide.evaluator.possible_ranks(rules.roots, profile))
        self.reasons, self.certain = reasons.rows, reasons.certain
        self.conditional = reasons.conditional
        self.shown = reasons.shown(rules.own)

    def verdict(self) -> Verdict:
        answer, reasons = self.answer, self.reasons
        naming = [row for row in reasons if self.treatment in row.treatments]
        return Verdict(
            treatment=self.treatment,
            status=answer.status,
            possible=answer.possible,
            depends_on=answer.depends_on,
            basis=answer.basis,
            reasons=reasons,
            shown=self.shown,
            conditional=self.conditional,
            certain=self.certain,
            words=self._row_words(lambda row: row.words),
            withheld_offers=self._withheld_offers(),
            line=self._line(),
            marks=unique(row.mark for row in naming if row.mark),
            aims=tuple(self.guide.aims[aim] for aim in unique(a for r in reasons for a in r.aims)),
            cited=self._citation(),
            combined=self._combinations(),
        )

    def _row_words(self, words_of: Callable[[Indication], str]) -> str:
        words = unique(map(words_of, self.shown))
        if not self.certain and words:  # unknown facts decide which of them hold
            return join_words(words, "or", comma=True)
        return "; ".join(words)

    def _withheld_offers(self) -> tuple[Indication, ...]:
        if self.answer.status in (*OFFERED, Status.DEPENDS):
            return ()
        return tuple(self.guide.evaluator.withheld_offers(self.treatment, self.profile))

    def _line(self) -> str:
        """Return the line; where only some reasons are inferred, these are marked."""
        answer, unknown = self.answer, self._unknown()
        if answer.status is Status.DEPENDS:
            return unknown
        if answer.status is Status.NOT_NAMED:
            no = (
                [fill("some_no", no=caveat_words(answer.possible), unknown=unknown)]
                if len(answer.possible) > 1
                else []
            )
            return "; ".join([*no, *([fill("our_reading")] if self._withheld_offers() else [])])
        # Words of a stated reason have no mark even if an inferred one has the same words.
        plain = {row.words for row in self.shown if not row.inferred or answer.inferred}
        words = self._row_words(lambda row: with_mark(row.words, row.words not in plain))
        if len(answer.possible) == 1:
            return words
        # Unknown facts decide among the statuses, so only certain reasons hold for all of them.
        certain = [words] if self.certain else []
        return "; ".join([*certain, *self._stronger(unknown)])

    def _unknown(self) -> str:
        labels = self.guide.factor_labels(self.answer.depends_on)
        return fill("unknown", labels=join_words(labels)) if labels else ""

    def _stronger(self, unknown: str) -> list[str]:
        """Say which stronger statuses are possible, and the answer if a single fact decides.

        "usual if receptors: positive", or "or usual" and the unknown facts.
        """
        answer = self.answer
        stronger = [s for s in Status if s in answer.possible and s is not answer.status]
        (name, *others) = answer.depends_on
        if others or len(stronger) > 1:
            return [fill("or_status", statuses=" or ".join(s.word for s in stronger)), unknown]
        factor = self.guide.factors[name]
        leading = [
            level.label
            for level in factor.levels
            if level.id in self.profile.open[name]
            and self._status_with(name, level.id) is stronger[0]
        ]
        levels = join_words(leading, "or")
        label = factor.label.removeprefix("if ")
        return [fill("leading", status=stronger[0].word, factor=label, levels=levels)]

    def _status_with(self, factor: str, level: str) -> Status:
        """Return the status with one more fact."""
        profile = self.guide.profile({**self.profile, factor: level})
        return self.guide.evaluator.status(self.treatment, profile)

    def _citation(self) -> Citation:
        if not self.reasons:
            return self.guide.treatments[self.treatment].cited
        sections = unique(section for row in self.reasons for section in row.cited.sections)
        return Citation(self.reasons[0].cited.source, sections)

    def _combinations(self) -> tuple[Combination, ...]:
        if self.answer.status not in OFFERED:
            return ()
        return tuple(
            combination
            for combination in self.guide.combinations.values()
            if self.treatment in combination.treatments
            and self.guide.evaluator.is_met(combination.when, self.profile)
            and any(
                self.answers[other].status in OFFERED
                for other in combination.treatments
                if other != self.treatment
            )
        )
