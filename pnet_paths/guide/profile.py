"""Profiles: known and unknown facts, which combinations are impossible, and what follows.

It knows factors and impossible combinations, and nothing of treatments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from ..arguments import brief
from ..errors import ProfileError, suggestion
from ..logic.decision_diagrams import UNKNOWN, Forest, Rule
from ..logic.regions import Cube, as_rule, holds_in_cube
from ..logic.workload import Workload
from ..tables.models import Conditions, Factor, Impossible
from ..tables.values import cell_text, is_missing

__all__ = ["Conflict", "Profile", "ProfileSpace"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Profile(Mapping[str, str]):
    """The known facts, level by factor, in the order of the guide's factors.

    ``open`` has, for each unknown factor, the levels that can still occur: a single level is
    implied by the known facts.
    """

    known: Mapping[str, str]
    open: Mapping[str, tuple[str, ...]]

    def __getitem__(self, factor: str) -> str:
        return self.known[factor]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    def __reduce__(self) -> tuple[Any, ...]:
        return _profile, (dict(self.known), dict(self.open))

    def __repr__(self) -> str:
        return f"Profile({dict(self.known)})"

    @property
    def implied(self) -> dict[str, str]:
        """The levels that follow from the known facts, by factor."""
        return {factor: levels[0] for factor, levels in self.open.items() if len(levels) == 1}

    def level(self, factor: str) -> str | None:
        """Return the level of a factor, known or implied, or None."""
        return self.known.get(factor) or self.implied.get(factor)


def _profile(known: dict[str, str], open: dict[str, tuple[str, ...]]) -> Profile:
    return Profile(MappingProxyType(known), MappingProxyType(open))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of facts that cannot occur together, and the reasons."""

    facts: Mapping[str, str]
    reasons: tuple[str, ...]
    rows: tuple[int, ...] = ()
    """The row numbers of the reasons, as a spreadsheet shows them."""

    def __str__(self) -> str:
        facts = " with ".join(f"{factor}={level}" for factor, level in self.facts.items())
        return f"{facts} cannot occur: {' '.join(self.reasons)}"


class ProfileSpace:
    """The profiles that can occur: all combinations of levels but the impossible ones."""

    def __init__(self, factors: Mapping[str, Factor], impossible: Sequence[Impossible]) -> None:
        self.factors = factors
        self.impossible = tuple(impossible)
        self.sizes = tuple(len(factor.levels) for factor in factors.values())
        self._names = tuple(factors)
        self._places = {name: place for place, name in enumerate(factors)}
        self._codes = {
            name: {level.id: code for code, level in enumerate(factor.levels)}
            for name, factor in factors.items()
        }
        self.never = tuple(self.rule(row.when, None) for row in impossible)
        """The impossible combinations as rules, to be compiled into every diagram."""
        work = Workload(len(factors), "impossible.csv")
        work.add_rows(row.when for row in impossible)
        self._forest = Forest(self.sizes, work)
        self._root = self._forest.compile(self.never)
        self._cached_clash = lru_cache(maxsize=1024)(self._find_clash)
        self._cached_rows_root = lru_cache(maxsize=1024)(self._rows_root)

    # -- codes, for decision diagrams -------------------------------------------------------

    def codes(self, known: Mapping[str, str]) -> list[int]:
        """Return the levels of a profile as numbers, `UNKNOWN` for unknown factors."""
        return [
            codes[known[name]] if name in known else UNKNOWN for name, codes in self._codes.items()
        ]

    def level_codes(self, factor: str) -> Mapping[str, int]:
        """Return the number of each level of a factor."""
        return self._codes[factor]

    def rule(self, when: Conditions, rank: int | None, overrides: bool = False) -> Rule:
        """Return conditions as a rule of numbers.

        Args:
            when: the levels that fit, by factor.
            rank: the rank of profiles that meet them; None if they cannot occur.
            overrides: whether the rule beats rules that do not override, whatever their ranks.
        """
        return as_rule(self.cube(when), rank, overrides)

    def cube(self, when: Mapping[str, Iterable[str]]) -> dict[int, frozenset[int]]:
        """Return conditions as a cube of numbers."""
        return {
            self._places[name]: frozenset(self._codes[name][level] for level in levels)
            for name, levels in when.items()
        }

    def conditions(self, cube: Cube) -> dict[str, frozenset[str]]:
        """Return a cube of numbers as conditions, in the order of the factors."""
        return {
            self._names[place]: frozenset(self._level_id(place, code) for code in codes)
            for place, codes in sorted(cube.items())
        }

    def facts(self, codes: Mapping[int, int]) -> dict[str, str]:
        """Return numbers of levels, by factor, as facts in the order of the factors."""
        return {self._names[place]: self._level_id(place, c) for place, c in sorted(codes.items())}

    def _level_id(self, place: int, code: int) -> str:
        return self.factors[self._names[place]].levels[code].id

    # -- profiles ---------------------------------------------------------------------------

    def profile(self, facts: Mapping[str, str | None]) -> Profile:
        """Check facts and add what follows from them. A level of None means not known.

        Raises:
            ProfileError: a name that is no factor, a level that is none of the factor's, or a
                combination that cannot occur.
        """
        if not hasattr(facts, "items"):  # which a dictionary has, and a row of a pandas table
            name, factor = next(iter(self.factors.items()))
            raise ProfileError(
                f"{brief(facts)} is not a profile; "
                f'write facts such as {{"{name}": "{factor.levels[0].id}"}}'
            )
        facts = {cell_text(name): _level_text(level) for name, level in facts.items()}
        for name, level in facts.items():
            self._check(name, level)
        known = {name: level for name in self.factors if (level := facts.get(name)) is not None}
        possible_codes = self._forest.possible_codes(self._root, self.codes(known))
        if not all(possible_codes):
            conflict = self.conflict(known)
            assert conflict is not None
            raise ProfileError(f"{conflict} {self.alternatives(conflict)}")
        open_levels = {
            name: tuple(level.id for code, level in enumerate(factor.levels) if bits >> code & 1)
            for (name, factor), bits in zip(self.factors.items(), possible_codes, strict=True)
            if name not in known
        }
        return _profile(known, open_levels)

    def conflict(self, facts: Mapping[str, str]) -> Conflict | None:
        """Return a minimal set of ``facts`` that clash, with the reasons; None if all can occur."""
        return None if self._can_occur(facts) else self._cached_clash(tuple(facts.items()))

    def _find_clash(self, items: tuple[tuple[str, str], ...]) -> Conflict:
        facts = dict(items)
        for row in self.impossible:
            if all(facts.get(name) in levels for name, levels in row.when.items()):
                core = {name: level for name, level in facts.items() if name in row.when}
                return Conflict(core, (row.reason,), (row.row,))
        core = facts.copy()
        for name in facts:
            fewer = {other: level for other, level in core.items() if other != name}
            if not self._can_occur(fewer):
                core = fewer
        places = tuple(range(len(self.impossible)))
        for place in places:
            fewer_rows = tuple(other for other in places if other != place)
            if not self._forest.ranks(self._cached_rows_root(fewer_rows), self.codes(core)):
                places = fewer_rows
        rows = [self.impossible[place] for place in places]
        reasons = tuple(dict.fromkeys(row.reason for row in rows))
        return Conflict(core, reasons, tuple(sorted(row.row for row in rows)))

    def _rows_root(self, places: tuple[int, ...]) -> int:
        """Return the diagram of what could occur if only these combinations were impossible."""
        return self._forest.compile([self.never[place] for place in places])

    def closed_levels(self, profile: Profile, factor: str) -> dict[str, Conflict]:
        """Return the levels of a factor that the rest of the profile rules out, and why."""
        others = {name: level for name, level in profile.known.items() if name != factor}
        levels = [level.id for level in self.factors[factor].levels]
        conflicts = {level: self.conflict({**others, factor: level}) for level in levels}
        return {level: conflict for level, conflict in conflicts.items() if conflict}

    def can_meet(self, when: Conditions) -> bool:
        """Return True if a profile that can occur meets conditions."""
        return not holds_in_cube(self._forest, self._root, self.cube(when), lambda _: False)

    def alternatives(self, conflict: Conflict) -> str:
        """Say which levels could replace each fact of a conflict while the others stay."""
        ways = []
        for name in conflict.facts:
            others = {other: level for other, level in conflict.facts.items() if other != name}
            levels = [
                level for level in self._codes[name] if self._can_occur({**others, name: level})
            ]
            if levels:
                rest = " and ".join(f"{other}={level}" for other, level in others.items())
                ways.append(f"{name}={'|'.join(levels)}{f' with {rest}' if rest else ''}")
        return f"Possible: {', or '.join(ways)}."

    def _can_occur(self, known: Mapping[str, str]) -> bool:
        return self._forest.ranks(self._root, self.codes(known)) != 0

    def _check(self, name: str, level: object) -> None:
        if name not in self.factors:
            raise ProfileError(
                f'"{name}" is not a factor{suggestion(str(name), self.factors)} '
                f"({', '.join(self.factors)})"
            )
        is_valid = level is None or (isinstance(level, str) and level in self._codes[name])
        if not is_valid:
            raise ProfileError(
                f'{name}: "{level}" is not a level of {name} ({", ".join(self._codes[name])}); '
                "leave it out where it is not known"
            )


def _level_text(level: object) -> str | None:
    """Return a level as text; None for a missing cell."""
    return None if is_missing(level) else cell_text(level)
