"""A profile that a notebook can read, set and observe; one that cannot occur is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import traitlets

from ..api import Guide, Pathway
from ..errors import ProfileError

__all__ = ["ProfileState"]


class RefusedProfileError(ProfileError, traitlets.TraitError):
    """A refused profile, also as a TraitError: traitlets restores the old value only after one."""


class Facts(dict[str, str]):
    """The facts of ``profile``, read-only: a change in place would not be shown."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("set the profile anew: explorer.profile = {**explorer.profile, ...}")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class ProfileState(traitlets.HasTraits):
    """A guide and a ``profile``: the known facts, levels by factor.

    Setting a profile that cannot occur raises ProfileError and leaves the old one. ``pathway`` is
    what the guide says of it.
    """

    profile = traitlets.Instance(
        Mapping,  # type: ignore[type-abstract]
        help="The known facts: levels by factor.",
    )

    def __init__(self, guide: Guide, *args: Any, **kwargs: Any) -> None:
        self.guide = guide
        super().__init__(*args, **kwargs)

    @traitlets.validate("profile")
    def _validate_profile(self, proposal: Any) -> Facts:
        try:
            return Facts(self.guide.profile(proposal["value"]))
        except ProfileError as error:
            raise RefusedProfileError(str(error)) from None

    @property
    def pathway(self) -> Pathway:
        """What the guide says of the profile."""
        return self.guide.evaluate(self.profile)

    @property
    def codes(self) -> list[int]:
        """The profile as the page has it: by factor the code of its level, -1 for not known."""
        return self.guide.space.codes(self.profile)

    def set_codes(self, codes: list[int]) -> None:
        """Set the profile from codes of the page."""
        factors = self.guide.factors.values()
        facts = {
            factor.id: factor.levels[code].id
            for factor, code in zip(factors, codes, strict=True)
            if code >= 0
        }
        if facts != self.profile:
            self.profile = facts
