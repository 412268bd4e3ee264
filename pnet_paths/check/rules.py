"""What is wrong with indications: gaps, groups without a member, dead rows, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..pathway import word
from ..records import Indication
from ..statuses import OFFERED, RANK
from ..unfolding import Unfolding
from ..words import listed
from .finding import Finding
from .subject import Subject, both

__all__ = ["contradictions", "dead_rows", "gaps", "only_later", "unnamed", "without_member"]

_FILE = "indications.csv"
_ANY = frozenset({""})
"""Instead of the levels that a row asks for where it asks for none: no levels hold them all."""


def gaps(subject: Subject) -> Iterator[Finding]:
    """Profiles for which nothing is offered beyond what is offered to everybody."""
    beyond = " beyond what everybody is offered" if subject.throughout else ""
    if subject.beyond is not None:
        yield from _told(subject, "gap", subject.beyond, 0, f"Nothing is offered{beyond}")


def only_later(subject: Subject) -> Iterator[Finding]:
    """Profiles for which following steps are offered, and nothing that they could follow."""
    told = "Only what comes later is offered, and nothing before it,"
    if subject.beyond is not None:
        yield from _told(subject, "only-later", subject.beyond, 1, told)


def without_member(subject: Subject) -> Iterator[Finding]:
    """Groups that are offered where none of their members is."""
    guide = subject.guide
    for group, treatment in guide.treatments.items():
        members = guide.members(group)
        own = [row for row in subject.offers(group) if group in row.treatments]
        if members and own:
            below = {row.id: row for member in members for row in subject.offers(member.id)}
            rules = [(row.when, 1) for row in own] + [(row.when, 2) for row in below.values()]
            diagram = subject.ranked(rules)
            told = f"{treatment.label} is offered, and no member of it,"
            more = f"There are more profiles where {group} is offered and no member of it."
            yield from _told(subject, "no-member", diagram, 1, told, own, more)


def _told(
    subject: Subject,
    code: str,
    diagram: Unfolding,
    rank: int,
    told: str,
    rows: Sequence[Indication] = (),
    more: str = "There are more such profiles.",
) -> Iterator[Finding]:
    """A finding for each region where a diagram has a rank.

    Args:
        told: what is so there.
        rows: those that may bring it about; a finding names the ones that hold there.
        more: what is said where there are more regions than are told.
    """
    found, whole = subject.regions(diagram, rank)
    for when, witness in found:
        hit = sorted(subject.numbers[row.id] for row in rows if subject.meet(row.when, when))
        sentence = f"{told} {subject.told(when)}."
        yield Finding(code, "warning", _FILE, tuple(hit), sentence, witness, when)
    if not whole:
        yield Finding(code, "warning", _FILE, (), more)


def unnamed(subject: Subject) -> Iterator[Finding]:
    """Treatments that no row names, nor any of their members."""
    rows = subject.guide.row_numbers("treatments", "treatment")
    for name in subject.guide.treatments:
        if not subject.evaluator.rows[name]:
            told = f'No row of indications.csv names "{name}": it is never offered.'
            yield Finding("unnamed", "warning", "treatments.csv", (rows[name],), told)


def dead_rows(subject: Subject) -> Iterator[Finding]:
    """Rows that no profile matches, and rows without which every status would be the same."""
    for row in subject.guide.indications.values():
        number = (subject.numbers[row.id],)
        witness = subject.met(row.when)
        if witness is None:
            yield Finding(
                "never",
                "warning",
                _FILE,
                number,
                f'No profile that can occur matches the row "{row.id}".',
                _clash(subject, row),
            )
        elif not _matters(subject, row):
            by = _hiding(subject, row)
            others = (
                f" ({listed([f'row {subject.numbers[other.id]}' for other in by])})" if by else ""
            )
            yield Finding(
                "hidden",
                "warning",
                _FILE,
                number,
                f'The row "{row.id}" changes no status anywhere: wherever it holds others say as '
                f"much or outweigh it{others}.",
                witness,
            )


def _clash(subject: Subject, row: Indication) -> dict[str, str]:
    """Levels of a row that cannot occur together."""
    facts = {name: min(levels) for name, levels in row.when.items()}
    conflict = subject.space.conflict(facts)
    return dict(conflict.facts) if conflict else {}


def _touched(subject: Subject, row: Indication) -> Iterator[str]:
    """The treatments whose status a row can change, those it names first."""
    yield from row.treatments
    treatments = subject.guide.treatments
    for name in row.treatments:
        while treatments[name].member_of:
            name = treatments[name].member_of
            yield name


def _matters(subject: Subject, row: Indication) -> bool:
    return not all(
        _covered(subject, row, _rivals(subject, row, name))
        for name in dict.fromkeys(_touched(subject, row))
    )


def _rivals(subject: Subject, row: Indication, treatment: str) -> list[Indication]:
    """Other rows that say as much of a treatment, or more, somewhere where a row holds."""
    return [
        other
        for other in subject.evaluator.rows[treatment]
        if other is not row
        and RANK[other.strength] >= RANK[row.strength]
        and both(other.when, row.when) is not None
    ]


def _covered(subject: Subject, row: Indication, others: list[Indication]) -> bool:
    """Whether one of the others holds wherever a row does.

    Within the row its own conditions hold: what others ask of them is met, and left out.
    """
    asked = row.when
    left = (
        {name: want for name, want in other.when.items() if not asked.get(name, _ANY) <= want}
        for other in others
    )
    return subject.inside(row.when, subject.ranked((when, 1) for when in left))


def _hiding(subject: Subject, row: Indication) -> list[Indication]:
    """Rows that together say as much wherever a row holds; none of them can be spared."""
    found: dict[str, Indication] = {}
    for name in row.treatments:
        others = _rivals(subject, row, name)
        for other in list(others):
            fewer = [each for each in others if each is not other]
            if _covered(subject, row, fewer):
                others = fewer
        found |= {other.id: other for other in others}
    return sorted(found.values(), key=lambda other: subject.numbers[other.id])


def contradictions(subject: Subject) -> Iterator[Finding]:
    """Rows that advise against what others offer to the same profile. The offer counts."""
    for name, treatment in subject.guide.treatments.items():
        own = [row for row in subject.evaluator.rows[name] if name in row.treatments]
        against = [row for row in own if row.strength not in OFFERED]
        for row in own:
            for other in against:
                when = both(row.when, other.when)
                if row.strength not in OFFERED or when is None:
                    continue
                witness = subject.met(when)
                if witness is not None:
                    exception = when == dict(row.when) != dict(other.when)
                    counts = word(subject.weakest(name, witness, row.strength))
                    yield Finding(
                        "contradiction",
                        "note" if exception else "warning",
                        _FILE,
                        tuple(sorted((subject.numbers[row.id], subject.numbers[other.id]))),
                        f'For {treatment.label} "{row.id}" says {word(row.strength)} and '
                        f'"{other.id}" says {word(other.strength)} {subject.told(when)}; '
                        f"{counts} counts.",
                        witness,
                        when,
                    )
