"""What is wrong with indications: gaps, groups without a member, dead rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ..guide.sentences import join_words, pronoun, verb_to_be
from ..logic.joint_diagrams import RankSource
from ..logic.lazy_diagrams import Unfolding
from ..logic.rank_sets import MET, Ranks
from ..logic.regions import holds_in_cube
from ..statuses import OFFERS, Strength
from ..tables.models import Indication
from .checked_guide import CheckedGuide, both
from .finding import Finding

__all__ = ["dead_rows", "gaps", "only_later", "unnamed", "without_member", "wordless"]

_FILE = "indications.csv"
_ANY = frozenset({""})
"""Instead of the levels that a row asks for where it asks for none: no levels hold them all."""
_ORDER = tuple(strength for strength in reversed(Strength) if strength is not Strength.WAITS)
"""Strengths, what outweighs the one before it last."""


def gaps(checked: CheckedGuide) -> Iterator[Finding]:
    """Profiles for which nothing is offered beyond what is offered to everybody."""
    beyond = " beyond what everybody is offered" if checked.offered_to_all else ""
    if checked.beyond is not None:
        yield from _by_region(checked, "gap", checked.beyond, 0, f"Nothing is offered{beyond}")


def only_later(checked: CheckedGuide) -> Iterator[Finding]:
    """Profiles for which following steps are offered, and nothing that they could follow."""
    sentence = "Only what comes later is offered, and nothing before it,"
    if checked.beyond is not None:
        yield from _by_region(checked, "only-later", checked.beyond, 1, sentence)


def without_member(checked: CheckedGuide) -> Iterator[Finding]:
    """Groups that are offered where none of their members is."""
    guide, roots = checked.guide, checked.evaluator.roots
    for group, treatment in guide.treatments.items():
        members = guide.members(group)
        own = [row for row in checked.offers(group) if group in row.treatments]
        if members and own:
            voices = [RankSource((roots[group],), partial(_if_offered, 1))]
            voices += [RankSource((roots[each.id],), partial(_if_offered, 2)) for each in members]
            label = treatment.label
            sentence = f"{label} {verb_to_be(label)} offered, and no member of {pronoun(label)},"
            more = f"There are more profiles where {group} is offered and no member of it."
            yield from _by_region(
                checked, "no-member", checked.joint(voices), 1, sentence, own, more
            )


def _if_offered(rank: int, ranks: int) -> int:
    return rank if ranks & OFFERS else 0


def _by_region(
    checked: CheckedGuide,
    code: str,
    diagram: Unfolding[Any],
    rank: int,
    text: str,
    rows: Sequence[Indication] = (),
    more: str = "There are more such profiles.",
) -> Iterator[Finding]:
    """A finding for each region where a diagram has a rank.

    Args:
        text: what is so there.
        rows: those that may bring it about; a finding names the ones that hold there.
        more: what is said where there are more regions than are told.
    """
    found, whole = checked.regions(diagram, rank)
    for when, witness in found:
        hit = sorted(checked.numbers[row.id] for row in rows if checked.meet(row.when, when))
        sentence = f"{text} {checked.in_words(when)}."
        yield Finding(code, "warning", _FILE, tuple(hit), sentence, witness, when)
    if not whole:
        yield Finding(code, "warning", _FILE, (), more)


def unnamed(checked: CheckedGuide) -> Iterator[Finding]:
    """Treatments that no row names, nor any of their members."""
    guide = checked.guide
    rows = guide.row_numbers("treatments", "treatment")
    named = {name for row in guide.indications.values() for name in row.treatments}
    for name in list(named):
        while name := guide.treatments[name].member_of:
            named.add(name)
    for name in guide.treatments:
        if name not in named:
            sentence = f'No row of indications.csv names "{name}": it is never offered.'
            yield Finding("unnamed", "warning", "treatments.csv", (rows[name],), sentence)


def wordless(checked: CheckedGuide) -> Iterator[Finding]:
    """Rows that say no, or have something wait, and have no words of their own for it."""
    for row in checked.guide.indications.values():
        if not row.strength.offers and not row.label:
            says = "says no" if row.strength.says_no else "has treatments wait"
            yield Finding(
                "no-words",
                "warning",
                _FILE,
                (checked.numbers[row.id],),
                f'"{row.id}" {says}, and its label is blank: write there how the source says it, '
                "which is always shown.",
            )


def dead_rows(checked: CheckedGuide) -> Iterator[Finding]:
    """Rows that no profile matches, and rows that are never among those that decide.

    A row that decides beside others is shown with its own words: it is not dead.
    """
    for row in checked.guide.indications.values():
        number = (checked.numbers[row.id],)
        witness = checked.met(row.when)
        if witness is None:
            yield Finding(
                "never",
                "warning",
                _FILE,
                number,
                f'No profile that can occur matches the row "{row.id}".',
                _clash(checked, row),
            )
        elif not any(_decides(checked, row, name) for name in row.treatments):
            yield Finding(
                "hidden",
                "warning",
                _FILE,
                number,
                f'The row "{row.id}" is never shown and changes no status: wherever it holds '
                f"{_hidden_by(checked, row)}.",
                witness,
            )


def _hidden_by(checked: CheckedGuide, row: Indication) -> str:
    if row.strength is Strength.WAITS:
        return "nothing that it names is offered"
    by = [f"row {checked.numbers[other.id]}" for other in _hiding(checked, row)]
    return f"others outweigh it ({join_words(by)})"


def _clash(checked: CheckedGuide, row: Indication) -> dict[str, str]:
    """Levels of a row that cannot occur together."""
    facts = {name: min(levels) for name, levels in row.when.items()}
    conflict = checked.space.conflict(facts)
    return dict(conflict.facts) if conflict else {}


def _decides(checked: CheckedGuide, row: Indication, treatment: str) -> bool:
    """Whether a row is somewhere one of those that decide a treatment that it names.

    Where it decides a group through a member, it decides the member too.
    """
    cube = checked.space.cube(row.when)
    status = Ranks.of(row.strength.rank)
    root = checked.diagrams.unhindered_root(treatment)
    if row.strength is Strength.WAITS:
        return not holds_in_cube(checked.forest, root, cube, lambda ranks: not ranks & OFFERS)
    if not row.strength.yields:
        return not holds_in_cube(checked.forest, root, cube, status.__ne__)
    others = [o for o in checked.diagrams.own_rows(treatment) if o.strength is Strength.RULED_OUT]
    barred = [RankSource((checked.evaluator.condition_root(o.when),), MET.__eq__) for o in others]
    silent = checked.joint([RankSource((root,), status.__ne__), *barred])
    return not holds_in_cube(silent, silent.root, cube, MET.__eq__)


def _rivals(checked: CheckedGuide, row: Indication, treatment: str) -> list[Indication]:
    """Other rows that outweigh a row somewhere where it holds; a member's come first."""
    own = checked.diagrams.own_rows(treatment)
    members = (other for other in checked.offers(treatment) if other not in own)
    return [
        other
        for other in (*members, *own)
        if other.strength is not Strength.WAITS
        and _ORDER.index(other.strength) > _ORDER.index(row.strength)
        and both(other.when, row.when) is not None
    ]


def _covered(checked: CheckedGuide, row: Indication, others: list[Indication]) -> bool:
    """Whether one of the others holds wherever a row does.

    Within the row its own conditions hold: what others ask of them is met, and left out.
    """
    asked = row.when
    left = (
        {name: want for name, want in other.when.items() if not asked.get(name, _ANY) <= want}
        for other in others
    )
    return checked.inside(row.when, checked.ranked((when, 1) for when in left))


def _hiding(checked: CheckedGuide, row: Indication) -> list[Indication]:
    """Rows that together outweigh a row wherever it holds; none of them can be spared."""
    found: dict[str, Indication] = {}
    for name in row.treatments:
        others = _rivals(checked, row, name)
        for other in list(others):
            fewer = [each for each in others if each is not other]
            if _covered(checked, row, fewer):
                others = fewer
        found |= {other.id: other for other in others}
    return sorted(found.values(), key=lambda other: checked.numbers[other.id])
