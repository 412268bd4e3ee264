"""What each source says of one treatment, and whether they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..statuses import Status
from .source_reading import Statement

__all__ = ["Agreement", "ComparedTreatment"]

Agreement = Literal["same", "differ", "open"]


@dataclass(frozen=True, slots=True)
class ComparedTreatment:
    """A treatment and what each source says of it.

    Attributes:
        id: its id, the same in all guides.
        label: its name.
        phrase: its name within a sentence.
        member_of: the group that it belongs to, as the first guide that has it says.
        statements: by guide what it says.
    """

    id: str
    label: str
    phrase: str
    member_of: str
    statements: Mapping[str, Statement]

    @property
    def statuses(self) -> Mapping[str, Status]:
        """Its status by guide; a guide that has no such treatment does not name it."""
        return {name: each.status for name, each in self.statements.items()}

    @property
    def agreement(self) -> Agreement:
        """Whether all say the same, surely differ, or may do either as something is not known."""
        if any(each.is_opposite and len(each.possible) > 1 for each in self.statements.values()):
            return "open"
        possible = [each.possible for each in self.statements.values() if not each.is_opposite]
        if all(len(each) == 1 for each in possible):
            return "same" if len(set(possible)) == 1 else "differ"
        return "open" if frozenset.intersection(*possible) else "differ"

    @property
    def is_silent(self) -> bool:
        """Whether no source speaks of it."""
        return set(self.statuses.values()) == {Status.NOT_NAMED}
