"""What differs between two guides: their rows, and exactly which profiles change which status.

The profiles are compared on decision diagrams over the factors and levels of both guides; a guide
that does not know a factor does not ask for it, and one that does not know a level has no profile
with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..drawing.picture import image, svg
from ..guide.bearing import Bearing
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.profile import ProfileSpace
from ..guide.sentences import clause, listed, pasted
from ..logic.diagrams import Forest, Rule
from ..logic.ranks import MET, UNMET, Ranks
from ..logic.regions import Cube, as_rule, cubes, smallest
from ..logic.unfolding import EMPTY
from ..markup import render
from ..statuses import BY_RANK, Status
from ..tables.models import TABLES, Conditions, Factor

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Diff", "RowChange", "StatusChange", "diff"]

_MOST = 12


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was ``added``, ``removed`` or ``changed``; ``cells`` holds old and new texts."""

    table: str
    row: str
    what: str
    cells: Mapping[str, tuple[str, str]]

    def __str__(self) -> str:
        cells = listed([f'{n} "{old}" > "{new}"' for n, (old, new) in self.cells.items()] or [""])
        return f"{self.table}.csv, {self.row}: {self.what}{f' ({cells})' if cells else ''}"


@dataclass(frozen=True, slots=True)
class StatusChange:
    """Profiles, in general terms, for which a treatment has another status, or another basis.

    ``a`` and ``b`` are its statuses in the two guides, empty where there is no such profile (or
    treatment), ``basis_a`` and ``basis_b`` what they rest on (``stated``, ``inferred``, or nothing
    where the treatment is not named); ``witness`` is the smallest profile of them.
    """

    treatment: str
    a: str
    b: str
    basis_a: str
    basis_b: str
    when: Conditions
    witness: Mapping[str, str]


class Diff:
    """What differs between the guides ``a`` and ``b``; nothing where only the order of rows does.

    ``rows`` and ``statuses`` hold the changes; ``complete`` says whether all changes of statuses
    are told, or only the first dozen of some treatment.
    """

    def __init__(self, a: GuideValue, b: GuideValue) -> None:
        self.a, self.b = a, b
        self.rows = tuple(_rows(a, b))
        both = _Both(a, b)
        self.factors = both.space.factors
        self.statuses = tuple(both.changes())
        self.complete = both.complete

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

    def drawings(self) -> str:
        """The profile of the first change drawn with both guides, what differs marked, as HTML."""
        return render("differences", sentences=(), drawings=self._drawings())

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


# -- rows -----------------------------------------------------------------------------------


def _rows(a: GuideValue, b: GuideValue) -> Iterator[RowChange]:
    for table in TABLES:
        old, new = (_by_identity(guide, table) for guide in (a, b))
        for row in sorted(old.keys() | new.keys()):
            before, after = old.get(row, {}), new.get(row, {})
            if not after:
                yield RowChange(table, row, "removed", {})
            elif not before:
                yield RowChange(table, row, "added", {})
            else:
                cells = {
                    name: (before.get(name, ""), after.get(name, ""))
                    for name in dict.fromkeys([*before, *after])
                    if before.get(name, "") != after.get(name, "")
                }
                if cells:
                    yield RowChange(table, row, "changed", cells)


def _by_identity(guide: GuideValue, table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by what tells them apart; where nothing does, by all they say."""
    if table not in guide.sheets:
        return {}
    found: dict[str, dict[str, str]] = {}
    for _, cells in guide.sheets[table].numbered():
        identity = [cells[name] for name in TABLES[table].identity]
        found[" | ".join(identity or [f"{n}={cell}" for n, cell in cells.items() if cell])] = cells
    return found


# -- statuses -------------------------------------------------------------------------------


def _merged(factors: Sequence[Factor]) -> Factor:
    """A factor with the levels that it has in either guide."""
    levels = {level.id: level for factor in factors for level in factor.levels}
    return factors[-1].model_copy(update={"levels": tuple(levels.values())})


class _Both:
    """Two guides over the factors and levels of both, in one forest."""

    def __init__(self, a: GuideValue, b: GuideValue) -> None:
        self.guides = (a, b)
        self.complete = True
        self.space = ProfileSpace(
            {
                name: _merged([g.factors[name] for g in (a, b) if name in g.factors])
                for name in dict.fromkeys([*a.factors, *b.factors])
            },
            (),
        )
        self.forest = Forest(self.space.sizes)
        self.never = [self._never(guide) for guide in self.guides]
        self.bearings = [
            Bearing(
                self.forest,
                self.space.rule,
                never,
                guide.treatments,
                tuple(guide.indications.values()),
            )
            for guide, never in zip(self.guides, self.never, strict=True)
        ]

    def _never(self, guide: GuideValue) -> list[Rule]:
        rules = [self.space.rule(row.when, None) for row in guide.impossible]
        for name, factor in guide.factors.items():
            known = {level.id for level in factor.levels}
            strange = frozenset(self.space.level_codes(name)) - known
            if strange:
                rules.append(self.space.rule({name: strange}, None))
        return rules

    def _root(self, side: int, treatment: str) -> int:
        """The diagram of a treatment's status and basis; not named where a guide lacks it."""
        if treatment not in self.guides[side].treatments:
            return self.forest.compile(self.never[side])
        bearing = self.bearings[side]
        status, inferred = bearing.status(treatment), bearing.inferred(treatment)
        return self.forest.combine(status, inferred, _with_basis)

    def changes(self) -> Iterator[StatusChange]:
        """Profiles that only one guide has, then the treatments whose status changes."""
        yield from self._between("", *(self.forest.compile(never) for never in self.never))
        a, b = self.guides
        for treatment in dict.fromkeys([*a.treatments, *b.treatments]):
            roots = [self._root(side, treatment) for side in (0, 1)]
            if roots[0] != roots[1]:
                yield from self._between(treatment, *roots)

    def _between(self, treatment: str, a: int, b: int) -> Iterator[StatusChange]:
        pairs: set[tuple[int, int]] = set()

        def seen(x: int, y: int) -> int:
            pairs.add((x, y))
            return UNMET

        self.forest.combine(a, b, seen)
        for pair in sorted(pairs, reverse=True):
            if pair[0] == pair[1] or (treatment and 0 in pair):
                continue

            def here(x: int, y: int, pair: tuple[int, int] = pair) -> int:
                return EMPTY if x == y == EMPTY else MET if (x, y) == pair else UNMET

            root = self.forest.combine(a, b, here)
            found, whole = cubes(self.forest, root, MET.__eq__, (), _MOST)
            self.complete = self.complete and whole
            for cube in found:
                yield self._change(treatment, pair, root, cube)

    def _change(self, treatment: str, pair: tuple[int, int], root: int, cube: Cube) -> StatusChange:
        """A cube of profiles that change in one way, with the smallest profile among them."""
        within = self.forest.compile([as_rule(cube)])
        changed = self.forest.combine(
            root, within, lambda x, y: x and (MET if x == y == MET else UNMET)
        )
        facts = smallest(self.forest, changed, MET.__eq__) or {}
        when, witness = self.space.conditions(cube), self.space.facts(facts)
        (a, basis_a), (b, basis_b) = (
            ("", "")
            if not ranks or (treatment and treatment not in guide.treatments)
            else _status_and_basis(ranks)
            for ranks, guide in zip(pair, self.guides, strict=True)
        )
        return StatusChange(treatment, a, b, basis_a, basis_b, when, witness)


def _with_basis(status: int, inferred: int) -> int:
    """Each rank of a status twice, inferred below stated."""
    return status and Ranks.of(2 * Ranks(status).highest - (inferred == MET))


def _status_and_basis(ranks: int) -> tuple[Status, str]:
    rank = Ranks(ranks).highest
    status = BY_RANK[(rank + 1) // 2]
    basis = "inferred" if rank % 2 else "stated"
    return status, basis if status is not Status.NOT_NAMED else ""
