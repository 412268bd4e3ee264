"""The drop-down lists of the factors: they show a profile, and report each choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

import ipywidgets

from ..api import Guide
from ..guide.assumptions import stated_facts
from ..guide.profile import Profile
from ..guide.sentence_patterns import fill
from ..guide.sentences import capitalize
from ..tables.models import Factor

__all__ = ["NOT_KNOWN", "Controls"]

NOT_KNOWN = capitalize(fill("not_known"))
_NOTHING = ""
"""The value of "Not known": ipywidgets shows a blank list for None."""


class Controls(Mapping[str, ipywidgets.Dropdown]):
    """The drop-down lists by factor. ``choose(factor, level)`` is called with each choice.

    A level of None stands for not known.
    """

    def __init__(self, guide: Guide, choose: Callable[[str, str | None], None]) -> None:
        self._guide, self._choose = guide, choose
        self._is_updating = False
        self._lists = {name: self._list(factor) for name, factor in guide.factors.items()}

    def __getitem__(self, factor: str) -> ipywidgets.Dropdown:
        return self._lists[factor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def show(self, profile: Profile, assumed: Collection[str] = ()) -> None:
        """Show a profile: chosen levels, implied ones, and closed ones, of which the page says why.

        What is assumed closes no level: it gives way where one is chosen that it rules out.

        Args:
            assumed: the factors whose facts are assumed.
        """
        without = self._guide.profile(stated_facts(profile, assumed))
        self._is_updating = True
        try:
            for name, select in self._lists.items():
                implied = profile.implied.get(name)
                closed = self._guide.space.closed_levels(without, name)
                assumed_level = profile.known.get(name) if name in assumed else None
                # In one message: the page would take a state in between for a choice.
                with select.hold_sync():
                    options = _options(self._guide.factors[name], closed, implied, assumed_level)
                    if select.options != options:
                        select.options = options
                    select.value = profile.known.get(name, _NOTHING)
                    select.disabled = implied is not None and name in without.implied
        finally:
            self._is_updating = False

    def _list(self, factor: Factor) -> ipywidgets.Dropdown:
        select = ipywidgets.Dropdown(
            options=_options(factor, {}), description=factor.question, tooltip=factor.help
        )

        def report(_: object) -> None:
            if not self._is_updating:
                self._choose(factor.id, select.value or None)

        select.observe(report, "value")
        return select


def _options(
    factor: Factor,
    closed: Collection[str],
    implied: str | None = None,
    assumed: str | None = None,
) -> tuple[tuple[str, str], ...]:
    """The options of a list: labels and levels, always in the same places."""
    not_known = fill("follows", label=factor.level(implied).label) if implied else NOT_KNOWN
    remarks = dict.fromkeys(closed, "is_closed")
    if assumed is not None:
        remarks[assumed] = "is_assumed"
    levels = (
        (fill(remarks[each.id], label=each.label) if each.id in remarks else each.label, each.id)
        for each in factor.levels
    )
    return ((not_known, _NOTHING), *levels)
