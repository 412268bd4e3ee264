"""The sentences of verdicts and explanations, as patterns with named places.

The front end gets them in the guide's document. Those of one status stand where it is described, in
`statuses.py`; their names here end in it: ``now_usual``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..statuses import Status

__all__ = ["PATTERNS", "fill"]

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        # What a profile is, and what is not known of it
        "nothing_known": "Nothing is known about {subject} yet.",
        "not_known": "not known",
        "unknown": "not known: {labels}",
        "or_status": "or {statuses}",
        "unknown_most": "not known: {labels} and {more} more",
        "some_no": "{no} in some cases; {unknown}",
        "leading": "{status} if {factor}: {levels}",
        "inferred": "inferred",
        "our_inference": "our inference",
        "not_named_here": "Not named here: {labels}.",
        "our_silence_here": "Not named here, as we read the guide: {labels}.",
        "some_no_here": "{no} in some cases, not named in the others: {labels}.",
        "at_every_stage": "Alongside",
        "silent_here": "Not named here",
        "no_rule": "Named by the guide, without a rule: {labels}.",
        "other_forms": "other forms: {labels}",
        "closed": "{left}, as {because}. {reasons}",
        "kernel_gone": (
            "Python is not running: everything here still works, but other cells do not see it. To "
            "reconnect, run this cell again (Shift + Enter)."
        ),
        "follows": "{label} (follows)",
        "is_closed": "{label} (closed)",
        "is_assumed": "{label} (assumed)",
        # The answer first
        "answer_open": "Open: {labels} ({facts}).",
        "and_more": "{labels} and {count} more",
        "answer_depends": (
            "It depends: {count} groups of treatments are open. First question: {question}"
        ),
        "answer_nothing": (
            "No treatment is offered here; what the guide does not name, "
            "it does not advise against."
        ),
        # Why
        "silent": (
            "The guide does not name {label} here, which is no advice against {them} ({cited})."
        ),
        "silent_but_no": (
            "For {label} the guide says {no} in some cases, and nothing in the others ({cited})."
        ),
        "but_for_ours": (
            "This is our reading: but for our own condition that {clause}, {label} {would} here "
            "({basis})."
        ),
        "our_reading": "as we read the guide",
        "either_way": "However the rest turns out, {label} {named} here at least ({cited}).",
        "met_no": "{what}, {reason}{unless}: {words} ({basis}).",
        "met_offer": "{what}, {reason}{unless} ({basis}).",
        "met_waits": "{what}, {reason}{unless}: {words} ({basis}).",
        "unless": ", unless another of these conditions counts for more",
        "unless_waits": ", unless {label} {has} to wait",
        "but_waits": ", but wait{s}",
        "open_no": "{what} if {open}, which is not known here: {words} ({basis}).",
        "open_offer": "{what} if {open}, which is not known here ({basis}).",
        "open_waits": "{what} if {open}, which is not known here: {words} ({basis}).",
        "waits": "{label} wait{s} here{like}",
        "like_all": " like all of {groups}",
        "offer": "{label} {named} here{through}",
        "through": " in the form of {members}",
        "as": "as {clause}",
        "whatever": "whatever the profile",
        "in_general": "in general",
        # Why not
        "offered": "Nothing stands against it: {label} {named} here ({cited}).",
        "never": "{status}; the guide offers {them} for no profile ({cited}).",
        "cited": "{sentence} ({cited}).",
        "not_known_here": "not known here: {labels}",
        "depends": "{label} depend{s} on what is not known here",
        "unnamed": "the guide does not name {label} here",
        "unnamed_ours": "as we read the guide, it does not name {label} here",
        "with_words": "{what} ({words})",
        "would": "{label} {statuses} if {clause}",
        "here": "here {clause}",
        # What if
        "no_change": "No other answer to one question or two changes {what} here",
        "what_treatment": "whether the guide offers {label}",
        "what_offers": "what the guide offers",
        "not_to_change": "{nothing}; not known, and not to be changed: {labels}.",
        "then": "{such}{unknown}, {effect}.",
        "with_unknown": " (not known then: {labels})",
        "would_be_offered": "{labels} would be offered",
        "would_be_not_named_ours": "{labels} would, as we read the guide, not be named",
        # What to find out next
        "find_out": "Find out first: {label} (settles {count} open {groups}; {cited}).",
        "find_then": "Then: {label} (settles {count} open {groups}; {cited}).",
        "nothing_open": "What is known settles every group of treatments.",
        "nothing_settles": "No single fact that can be found out settles anything.",
        "settles_all": "Any answer settles {groups}.",
        "settles": "{answers} settles {groups}",
        "settles_by": "The answer {parts}.",
        "nothing": "nothing",
        "group": "group of treatments",
        "groups": "groups of treatments",
        "to": "{least} to {most} of {open}",
        "up_to": "up to {most} of {open}",
        "of": "{least} of {open}",
        # Cases
        "not_known_any_more": "Not known any more: {labels}.",
        "no_fact_changed": "No fact has changed.",
        # What changed, as gained and lost
        "lost_offer": "no longer offered",
        "other_reasons": "for other reasons",
        # Compare
        "difference": (
            "{label}: {a} for A, {b} for B; what makes the difference: {factors} ({cited})."
        ),
        "same_status": (
            "{label}: {status} for both; for A {a}, for B {b}; what makes the difference: "
            "{factors} ({cited})."
        ),
        "nothing_more": "nothing more",
        "stated": "stated",
        "or_else": ", or else ",
        "no_difference": "No treatment differs.",
        "not_named": "not named",
    }
    | {f"{how}_{status}": text for status in Status for how, text in status.sentences.items()}
)


def fill(name: str, /, **words: object) -> str:
    """Return the pattern ``name`` with its places filled: a sentence, or a part of one.

    >>> fill("unknown", labels="grade")
    'not known: grade'
    """
    return PATTERNS[name].format(**words)
