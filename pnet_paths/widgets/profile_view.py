"""One profile on the screen: its controls, and the drawing that follows them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any, NoReturn

import ipywidgets
import traitlets

from ..api import Guide
from ..errors import ProfileError
from .controls import Controls
from .flowchart import Flowchart

__all__ = ["Facts", "ProfileView", "RefusedProfileError", "checked"]

_numbers = count(1)


class RefusedProfileError(ProfileError, traitlets.TraitError):
    """A refused profile, as a trait's error too: traitlets takes back only after one of those."""


class Facts(dict[str, str]):
    """What ``profile`` hands out. Changed in place it would no longer be what is shown."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("set the profile anew: explorer.profile = {**explorer.profile, ...}")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def checked(guide: Guide, profile: Mapping[str, str | None]) -> Facts:
    """A profile that can be shown.

    Raises:
        RefusedProfileError: an unknown factor or level, or a combination that cannot occur.
    """
    try:
        return Facts(guide.profile(profile))
    except ProfileError as error:
        raise RefusedProfileError(str(error)) from None


class ProfileView(ipywidgets.VBox):
    """The controls and the drawing of one profile, which can be set and observed.

    Its name is shown only beside another one, and its table in words only where it stands alone.
    """

    profile = traitlets.Instance(Mapping)  # type: ignore[type-abstract]

    def __init__(
        self,
        guide: Guide,
        profile: Mapping[str, str | None] | None = None,
        name: str = "A",
        words: bool = False,
    ) -> None:
        self.guide = guide
        self.pathway = guide.evaluate(profile)
        self.controls = Controls(guide, self._choose, f"pp{next(_numbers)}-")
        selects = [self.controls[name] for name in guide.factors]
        self.flowchart = Flowchart(self.pathway, selects, words)
        head = ipywidgets.HTML(f"<h2>Profile {name}</h2>").add_class("pp-half-name")
        super().__init__([head, self.controls, self.flowchart], profile=self.pathway.profile)
        self.add_class("pp-half")
        self._show()
        self.observe(lambda _: self._show(), "profile")

    @traitlets.validate("profile")
    def _checked(self, proposal: Any) -> Facts:
        return checked(self.guide, proposal["value"])

    def _choose(self, factor: str, level: str | None) -> None:
        try:
            self.profile = {**self.profile, factor: level}
        except ProfileError:  # a closed level: the note says why it is closed
            self._show()

    def _show(self) -> None:
        self.pathway = self.guide.evaluate(self.profile)
        self.flowchart.show(self.pathway)
        self.controls.show(self.pathway.profile)
