"""The controls: one drop-down list a factor, made from the tables, in the groups they name.

They show a profile and report a choice; what a choice means is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from html import escape

import ipywidgets

from ..api import Guide
from ..guide.patterns import said
from ..guide.profile import Profile
from ..guide.sentences import capital
from ..tables.models import Factor

__all__ = ["NOT_KNOWN", "Controls"]

NOT_KNOWN = capital(said("not_known"))
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
            name: _Control(factor, f"{prefix}help-{name}") for name, factor in guide.factors.items()
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
        besides = ipywidgets.HTML(_considered(guide, prefix)).add_class("pp-besides")
        # Seen only with the focus on it; the page knows what it does.
        skip = ipywidgets.HTML('<button type="button">Skip to the drawing</button>')
        super().__init__([skip.add_class("pp-skip"), *boxes, besides])
        self.add_class("pp-controls")

    def __getitem__(self, factor: str) -> ipywidgets.Dropdown:
        """The drop-down list of a factor."""
        return self._controls[factor].select

    def show(self, profile: Profile) -> None:
        """Show a profile: what is chosen, what follows, what is closed. The page says why."""
        for name, control in self._controls.items():
            control.show(profile, self._guide.space.closed(profile, name))


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

    def __init__(self, factor: Factor, help_id: str) -> None:
        self._factor = factor
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

    def show(self, profile: Profile, closed: Collection[str]) -> None:
        """Show a profile's level, and which levels others of its facts close."""
        name = self._factor.id
        implied = profile.implied.get(name)
        self.showing = True
        try:
            # In one message: the page would take what lies between for a choice.
            with self.select.hold_sync():
                options = _options(self._factor, closed, implied)
                if self.select.options != options:
                    self.select.options = options
                self.select.value = profile.known.get(name, _NOTHING)
                self.select.disabled = implied is not None
        finally:
            self.showing = False


def _options(
    factor: Factor, closed: Collection[str], implied: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Always the same options in the same places, so that a place alone tells the level."""
    unknown = said("follows", label=factor.level(implied).label) if implied else NOT_KNOWN
    levels = (
        (
            said("is_closed", label=level.label) if level.id in closed else level.label,
            level.id,
        )
        for level in factor.levels
    )
    return ((unknown, _NOTHING), *levels)
