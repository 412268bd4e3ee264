"""The controls: one drop-down list a factor, made from the tables, in the groups they name.

They show a profile and report a choice; what a choice means is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets

from ..api import Guide
from ..guide.profile import Conflict, Profile
from ..guide.sentences import capital, clause, shared
from ..tables.models import Factor

__all__ = ["NOT_KNOWN", "Controls"]

NOT_KNOWN = "Not known"
_NOTHING = ""
"""The value of "Not known": ipywidgets shows a blank list for None."""


class Controls(ipywidgets.Box):
    """A control for every factor. ``choose(factor, level)`` is called with each choice made.

    A level of None stands for not known.
    """

    def __init__(
        self, guide: Guide, choose: Callable[[str, str | None], None], prefix: str = ""
    ) -> None:
        self._guide = guide
        self._controls = {
            name: _Control(guide, factor, f"{prefix}help-{name}")
            for name, factor in guide.factors.items()
        }
        for name, control in self._controls.items():
            control.select.observe(_reporter(name, control, choose), "value")
        groups: dict[str, list[_Control]] = {}
        for name, factor in guide.factors.items():
            groups.setdefault(factor.group, []).append(self._controls[name])
        boxes = []
        for label, controls in groups.items():
            head = ipywidgets.HTML(f"<p>{escape(label)}</p>").add_class("pp-group-name")
            inside = ipywidgets.Box(controls).add_class("pp-group-controls")
            boxes.append(ipywidgets.Box([head, inside]).add_class("pp-group"))
        self._notes = ipywidgets.HTML().add_class("pp-notes")
        besides = ipywidgets.HTML(_considered(guide, prefix)).add_class("pp-besides")
        super().__init__([*boxes, besides, self._notes])
        self.add_class("pp-controls")

    def __getitem__(self, factor: str) -> ipywidgets.Dropdown:
        """The drop-down list of a factor."""
        return self._controls[factor].select

    def show(self, profile: Profile) -> None:
        """Show a profile: what is chosen, what follows, what is closed and why."""
        notes = []
        for name, control in self._controls.items():
            closed = self._guide.space.closed(profile, name)
            note = control.show(profile, closed)
            if note:
                question = escape(self._guide.factors[name].question)
                notes.append(f"<li><b>{question}</b> {escape(note)}</li>")
        self._notes.value = f"<ul>{''.join(notes)}</ul>" if notes else ""

    def hint(self, matters: frozenset[str]) -> None:
        """Let the factors that cannot matter for what is shown step back."""
        for name, control in self._controls.items():
            control.hint(name in matters)


def _considered(guide: Guide, prefix: str) -> str:
    """What the guide names without a rule, each a button that opens its text."""
    text = [
        f'<button type="button" class="pp-ask" popovertarget="{escape(prefix + topic.id)}">'
        f'{escape(topic.label)}</button><span popover class="pp-help" '
        f'id="{escape(prefix + topic.id)}">{escape(topic.text)}</span>'
        for topic in guide.considerations
    ]
    return f"<p><b>Named by the guide, without a rule:</b> {', '.join(text)}</p>" if text else ""


def _reporter(
    name: str, control: _Control, choose: Callable[[str, str | None], None]
) -> Callable[[object], None]:
    def report(_: object) -> None:
        if not control.showing:
            choose(name, control.select.value or None)

    return report


class _Control(ipywidgets.Box):
    """A question that opens its help, and its levels."""

    def __init__(self, guide: Guide, factor: Factor, help_id: str) -> None:
        self._guide, self._factor = guide, factor
        self._note = ""
        self.showing = False
        levels = "".join(
            f"<dt>{escape(level.label)}</dt><dd>{escape(level.definition)}</dd>"
            for level in factor.levels
        )
        # The browser itself opens a popover, and closes it at Escape or a click elsewhere.
        question = ipywidgets.HTML(
            f'<button type="button" class="pp-ask" popovertarget="{escape(help_id)}">'
            f'{escape(factor.question)}</button><div popover class="pp-help" '
            f'id="{escape(help_id)}"><p>{escape(factor.help)}</p><dl>{levels}</dl></div>'
        ).add_class("pp-question")
        self.select = ipywidgets.Dropdown(
            options=_options(factor, {}), description=factor.question, tooltip=factor.help
        ).add_class("pp-select")
        self.select.add_class(f"pp-for-{factor.id}")
        super().__init__([question, self.select])
        self.add_class("pp-control")

    def show(self, profile: Profile, closed: Mapping[str, Conflict]) -> str:
        """Show a profile's level; what is returned says why others are closed, if any are."""
        name = self._factor.id
        implied = profile.implied.get(name)
        self.showing = True
        try:
            options = _options(self._factor, closed, implied)
            if self.select.options != options:
                self.select.options = options
            self.select.value = profile.known.get(name, _NOTHING)
            self.select.disabled = implied is not None
        finally:
            self.showing = False
        self._note = self._said(closed)
        return self._note

    def hint(self, matters: bool) -> None:
        """Say whether this factor can change a status of the profile that is shown."""
        quiet = not matters and not self.select.disabled
        hint = "It changes no status of this profile." if quiet else self._note
        self.select.tooltip = f"{self._factor.help} {hint}".strip()
        (self.add_class if quiet else self.remove_class)("pp-quiet")

    def _said(self, closed: Mapping[str, Conflict]) -> str:
        """What other facts of the profile leave of the levels, which facts do, and why."""
        if not closed:
            return ""
        guide, name = self._guide, self._factor.id
        left = [level.id for level in self._factor.levels if level.id not in closed]
        facts = {
            other: (level,)
            for conflict in closed.values()
            for other, level in conflict.facts.items()
            if other != name
        }
        subject = guide.subject if self._factor.subject else "it"
        because = clause(subject, guide.factors, facts)
        reasons = shared(reason for conflict in closed.values() for reason in conflict.reasons)
        return f"{capital(guide.clause({name: left}))}, as {because}. {' '.join(reasons)}"


def _options(
    factor: Factor, closed: Mapping[str, Conflict], implied: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Always the same options in the same places, so that a place alone tells the level."""
    unknown = f"{factor.level(implied).label} (follows)" if implied else NOT_KNOWN
    levels = (
        (f"{level.label} (closed)" if level.id in closed else level.label, level.id)
        for level in factor.levels
    )
    return ((unknown, _NOTHING), *levels)
