"""The factors that matter for a profile, worked out in Python for the page's answer beside it."""

from __future__ import annotations

from pnet_paths.logic.decision_diagrams import UNKNOWN
from pnet_paths.logic.sensitivity import Sensitivity


def relevant_factors(guide, profile):
    """Return the factors that can change a statement, or rule out a level of one that can.

    A factor can change a statement if some level, or not knowing it, does so, or may do so once
    more facts are known. The rest of the profile stays as it is.
    """
    facts = dict(profile)
    deciding = {name for name in guide.factors if makes_difference(guide, facts, name)}
    others = (name for name in guide.factors if name not in deciding)
    return deciding | {name for name in others if narrows(guide, facts, name, deciding)}


def makes_difference(guide, facts, name):
    """Return True if a level of a factor, or not knowing it, can change a statement."""
    evaluator, space = guide.evaluator, guide.space
    rest = {other: level for other, level in facts.items() if other != name}
    changes = [rest, *({**rest, name: level.id} for level in guide.factors[name].levels)]
    statements = {
        tuple(evaluator.statement(treatment, each) for treatment in guide.treatments)
        for each in changes
        if space.conflict(each) is None
    }
    codes = space.codes(rest)
    place = list(guide.factors).index(name)
    assert codes[place] == UNKNOWN
    sensitivity = Sensitivity(evaluator.forest, codes)
    roots = {*evaluator.roots.values(), *evaluator.inferred.values()}
    for treatment in guide.treatments:
        roots.update(evaluator.reasons(treatment).remark_roots.values())
    return len(statements) > 1 or any(sensitivity.can_decide(root, place) for root in roots)


def narrows(guide, facts, name, deciding):
    """Return True if a level of a factor rules out a level of one that can change a statement."""
    rest = {other: level for other, level in facts.items() if other != name}
    open_levels = guide.profile(rest).open
    return any(
        narrowed.get(other) != open_levels.get(other)
        for level in open_levels[name]
        for narrowed in [guide.profile({**rest, name: level}).open]
        for other in deciding
    )
