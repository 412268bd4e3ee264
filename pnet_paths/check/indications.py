"""Checks of indications: gaps, groups without a member, rows without effect."""

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
from .checked_guide import CheckedGuide, intersection
from .finding import Finding

__all__ = [
    "dead_rows",
    "gaps",
    "only_later",
    "unnamed_treatments",
    "without_member",
    "wordless_rows",
]

_FILE = "indications.csv"
_ANY = frozenset({""})
"""Stands for the levels of a factor that a row does not ask for: no set of levels contains it."""
_ORDER = tuple(strength for strength in reversed(Strength) if strength is not Strength.WAITS)
"""Strengths, each outweighing those before it."""


def gaps(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield profiles without an offer beyond those to every profile."""
    beyond = " beyond what everybody is offered" if checked.offered_to_all else ""
    if checked.offers_beyond_all is not None:
        yield from _by_region(
            checked, "gap", checked.offers_beyond_all, 0, f"Nothing is offered{beyond}"
        )


def only_later(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield profiles with later steps as their only offers."""
    sentence = "Only what comes later is offered, and nothing before it,"
    if checked.offers_beyond_all is not None:
        yield from _by_region(checked, "only-later", checked.offers_beyond_all, 1, sentence)


def without_member(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield groups that are offered where none of their members is."""
    guide, roots = checked.guide, checked.evaluator.roots
    for group, treatment in guide.treatments.items():
        members = guide.members(group)
        own = [row for row in checked.offers(group) if group in row.treatments]
        if members and own:
            sources = [RankSource((roots[group],), partial(_rank_if_offered, 1))]
            sources += [
                RankSource((roots[each.id],), partial(_rank_if_offered, 2)) for each in members
            ]
            label = treatment.label
            sentence = f"{label} {verb_to_be(label)} offered, and no member of {pronoun(label)},"
            more = f"There are more profiles where {group} is offered and no member of it."
            yield from _by_region(
                checked, "no-member", checked.joint(sources), 1, sentence, own, more
            )


def _rank_if_offered(rank: int, ranks: int) -> int:
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
    """Yield a finding for each region where a diagram has a rank.

    Args:
        text: the sentence of a finding, without its condition.
        rows: the rows that can be the cause; a finding names those that are met in its region.
        more: the sentence if there are more regions than findings.
    """
    regions, is_complete = checked.regions(diagram, rank)
    for when, witness in regions:
        causes = sorted(checked.numbers[row.id] for row in rows if checked.can_meet(row.when, when))
        sentence = f"{text} {checked.if_clause(when)}."
        yield Finding(code, "warning", _FILE, tuple(causes), sentence, witness, when)
    if not is_complete:
        yield Finding(code, "warning", _FILE, (), more)


def unnamed_treatments(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield treatments that no row names, and of which it names no member."""
    guide = checked.guide
    rows = guide.row_numbers("treatments", "treatment")
    names = {name for row in guide.indications.values() for name in row.treatments}
    for name in list(names):
        while name := guide.treatments[name].member_of:
            names.add(name)
    for name in guide.treatments:
        if name not in names:
            sentence = f'No row of indications.csv names "{name}": it is never offered.'
            yield Finding("unnamed", "warning", "treatments.csv", (rows[name],), sentence)


def wordless_rows(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield rows that say no, or make treatments wait, without a label."""
    for row in checked.guide.indications.values():
        if not row.strength.offers and not row.label:
            says = "says no" if row.strength.says_no else "makes treatments wait"
            yield Finding(
                "no-words",
                "warning",
                _FILE,
                (checked.numbers[row.id],),
                f'"{row.id}" {says}, and its label is blank: write there the words of the source, '
                "which are always shown.",
            )


def dead_rows(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield rows that no profile matches, and rows that never decide.

    A row that decides together with others is shown with its own words and has an effect.
    """
    for row in checked.guide.indications.values():
        number = (checked.numbers[row.id],)
        witness = checked.smallest_witness_of(row.when)
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
    by = [f"row {checked.numbers[other.id]}" for other in _rows_hiding(checked, row)]
    return f"others outweigh it ({join_words(by)})"


def _clash(checked: CheckedGuide, row: Indication) -> dict[str, str]:
    """Return levels of a row that cannot occur together."""
    facts = {name: min(levels) for name, levels in row.when.items()}
    conflict = checked.space.conflict(facts)
    return dict(conflict.facts) if conflict else {}


def _decides(checked: CheckedGuide, row: Indication, treatment: str) -> bool:
    """Return True if a row decides a treatment that it names for some profile.

    A row that decides a group through a member decides the member, too.
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
    """Return the rows that can outweigh a row where it is met, those of members first."""
    own = checked.diagrams.own_rows(treatment)
    members = (other for other in checked.offers(treatment) if other not in own)
    return [
        other
        for other in (*members, *own)
        if other.strength is not Strength.WAITS
        and _ORDER.index(other.strength) > _ORDER.index(row.strength)
        and intersection(other.when, row.when) is not None
    ]


def _is_covered(checked: CheckedGuide, row: Indication, others: list[Indication]) -> bool:
    """Return True if one of the others is met wherever a row is.

    Conditions that the row itself guarantees are left out.
    """
    guaranteed = row.when
    rest = (
        {name: want for name, want in other.when.items() if not guaranteed.get(name, _ANY) <= want}
        for other in others
    )
    return checked.is_inside(row.when, checked.rank_diagram((when, 1) for when in rest))


def _rows_hiding(checked: CheckedGuide, row: Indication) -> list[Indication]:
    """Return rows that together outweigh a row wherever it is met, none superfluous."""
    hiding: dict[str, Indication] = {}
    for name in row.treatments:
        others = _rivals(checked, row, name)
        for other in list(others):
            fewer = [each for each in others if each is not other]
            if _is_covered(checked, row, fewer):
                others = fewer
        hiding |= {other.id: other for other in others}
    return sorted(hiding.values(), key=lambda other: checked.numbers[other.id])
