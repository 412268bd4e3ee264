"""Two profiles side by side in words: what differs, and which facts make each difference."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets

from ..api import Guide
from ..explain import Comparison, Difference
from ..statuses import Status
from .profile_view import ProfileView

__all__ = ["Compared"]


class Compared:
    """Two sides, the ``buttons`` to copy and swap their profiles, and what differs in ``words``."""

    def __init__(self, guide: Guide, a: ProfileView, b: ProfileView) -> None:
        self.guide, self.a, self.b = guide, a, b
        self.sides = ipywidgets.Box([a, b]).add_class("pp-both")
        buttons = [
            self._button("Copy A to B", lambda: b.set_trait("profile", dict(a.profile))),
            self._button("Copy B to A", lambda: a.set_trait("profile", dict(b.profile))),
            self._button("Swap A and B", self._swap),
        ]
        self.buttons = ipywidgets.Box(buttons).add_class("pp-bar")
        self.words = ipywidgets.HTML().add_class("pp-summary")

    def _button(self, label: str, act: Callable[[], object]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=label)
        button.on_click(lambda _: act())
        return button

    def _swap(self) -> None:
        a, b = dict(self.a.profile), dict(self.b.profile)
        self.a.profile, self.b.profile = b, a

    @property
    def parts(self) -> tuple[ipywidgets.Widget, ...]:
        """The widgets that are made here."""
        return (self.buttons, self.sides, self.words)

    def tell(self) -> None:
        """Mark what differs in both drawings, and say it."""
        found = self.guide.compare(self.a.pathway, self.b.pathway)
        differ = [difference.treatment for difference in found.differences]
        for side in (self.a, self.b):
            side.flowchart.signs = dict.fromkeys(differ, "≠")
        self.words.value = in_words(found)


def in_words(found: Comparison) -> str:
    """The differences as an HTML table."""
    rows = "".join(
        f'<tr><th scope="row">{escape(_named(found, alike))}</th>'
        f"<td>{_status(alike[0].before)}</td><td>{_status(alike[0].after)}</td>"
        f"<td>{escape(found.made_by(alike[0]))}</td></tr>"
        for alike in _together(found)
    )
    labels = [found.guide.factors[name].label for name in found.factors]
    facts = f"The profiles differ in: {', '.join(labels)}." if labels else "The profiles are alike."
    if not rows:
        return f"<p>{escape(facts)} No treatment differs.</p>"
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    return (
        f'<table class="pp-table"><caption>{escape(facts)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p class="pp-foot">{escape(found.guide.footer)}</p>'
    )


def _together(found: Comparison) -> list[list[Difference]]:
    """The differences, those of members that differ just as their group does with the group's."""
    rows: dict[str, list[Difference]] = {}
    of: dict[str, str] = {}
    for each in found.differences:
        group = of.get(found.guide.treatments[each.treatment].member_of, each.treatment)
        first = rows.get(group, [each])[0]
        if (first.before, first.after, first.because) != (each.before, each.after, each.because):
            group = each.treatment
        rows.setdefault(group, []).append(each)
        of[each.treatment] = group
    return list(rows.values())


def _named(found: Comparison, alike: list[Difference]) -> str:
    first, *members = [found.guide.treatments[each.treatment].label for each in alike]
    return f"{first} ({', '.join(members)})" if members else first


_HEADS = ("What differs", "A", "B", "Facts that make the difference")


def _status(status: Status) -> str:
    return f'<span class="pp-status pp-{status}">{escape(status.label)}</span>'
