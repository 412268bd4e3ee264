"""What the card and the line above the drawing say by way of explanation: plain values for JSON."""

from __future__ import annotations

from typing import Any

from ..api import Guide, Pathway
from ..explain import settles, what_if, why, why_not
from ..explain.why import Check, Deciding, basis
from ..guide.sentences import listed

__all__ = ["explanation", "next_facts"]

_SHOWN = 3


def explanation(pathway: Pathway, treatment: str) -> dict[str, Any]:
    """Why a treatment has its status, why it is not offered, and what would change that."""
    guide, profile = pathway.guide, pathway.profile
    changes = what_if(guide, profile, treatment)
    barriers = why_not(guide, profile, treatment)
    deciding = why(guide, profile, treatment)
    return {
        "id": treatment,
        "codes": guide.space.codes(profile),
        "why": [
            {
                "reason": _through(guide, found) + found.row.why,
                "checks": [_check(guide, check) for check in found.checks],
                "basis": basis(found.row),
            }
            for found in deciding.rows
        ],
        "why_not": [] if barriers.offered else [*deciding.conditional_no, *barriers.sentences],
        "changes": list(changes.sentences) if changes.changes else [],
    }


def _through(guide: Guide, found: Deciding) -> str:
    """The members through which a row decides their group, before the row's reason."""
    labels = [guide.treatments[name].label for name in found.through]
    return f"{listed(labels)}: " if labels else ""


def _check(guide: Guide, check: Check) -> dict[str, Any]:
    factor = guide.factors[check.factor]
    wanted = " or ".join(level.label for level in factor.levels if level.id in check.wanted)
    here = factor.level(check.level).label if check.level else "not known"
    return {"label": factor.label, "wanted": wanted, "here": here, "met": check.met}


def next_facts(pathway: Pathway) -> dict[str, Any]:
    """What to find out next: the facts that settle most, with what each answer settles."""
    found = settles(pathway.guide, pathway.profile)
    return {
        "open": len(found.open),
        "codes": pathway.guide.space.codes(pathway.profile),
        "facts": [
            {
                "factor": fact.factor,
                "label": found.label(fact),
                "count": found.count(fact),
                "told": found.sentence(fact),
            }
            for fact in found.facts[:_SHOWN]
        ],
    }
