"""What has a profile: read, set and observed from a notebook, refused where it cannot occur."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import traitlets

from ..api import Guide, Pathway
from ..errors import ProfileError

__all__ = ["Profiled"]


class RefusedProfileError(ProfileError, traitlets.TraitError):
    """A refused profile, as a trait's error too: traitlets takes back only after one of those."""


class Facts(dict[str, str]):
    """What ``profile`` hands out. Changed in place it would no longer be what is shown."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("set the profile anew: explorer.profile = {**explorer.profile, ...}")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class Profiled(traitlets.HasTraits):
    """``profile`` holds the known facts, levels by factor; setting one that cannot occur raises
    ProfileError and leaves the old one. ``pathway`` is what the guide says of it.
    """

    profile = traitlets.Instance(
        Mapping,  # type: ignore[type-abstract]
        help="The known facts: levels by factor.",
    )

    def __init__(self, guide: Guide, *args: Any, **kwargs: Any) -> None:
        self.guide = guide
        super().__init__(*args, **kwargs)

    @traitlets.validate("profile")
    def _checked(self, proposal: Any) -> Facts:
        try:
            return Facts(self.guide.profile(proposal["value"]))
        except ProfileError as error:
            raise RefusedProfileError(str(error)) from None

    @property
    def pathway(self) -> Pathway:
        """What is shown."""
        return self.guide.evaluate(self.profile)

    @property
    def codes(self) -> list[int]:
        """The profile as the page has it: for each factor the code of its level, -1 for none."""
        return self.guide.space.codes(self.profile)

    def take_codes(self, codes: list[int]) -> None:
        """Take a profile from the page."""
        factors = self.guide.factors.values()
        known = {
            factor.id: factor.levels[code].id
            for factor, code in zip(factors, codes, strict=True)
            if code >= 0
        }
        if known != self.profile:
            self.profile = known
