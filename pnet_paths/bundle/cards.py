"""What the front end tells of a guide's treatments and arrows: plain values for JSON."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..drawing.theme import LOOKS
from ..guide.glossary import terms
from ..guide.guide import GuideValue
from ..guide.sentences import INFERRED, capitalize, join_words
from ..tables.models import Citation, Conditions, Treatment

__all__ = ["cards", "looks", "statuses"]

_SHOWN = {"id", "label", "summary"}
_WAYS = {"taken": "on the way", "open": "depends", "off": "not taken"}


def statuses() -> dict[str, Any]:
    """How statuses read, and their ink, by status."""
    return {
        str(status): {
            "symbol": status.symbol,
            "word": status.word,
            "meaning": status.meaning,
            "ink": look.ink,
        }
        for status, look in LOOKS.items()
    }


def looks() -> dict[str, Any]:
    """How the ways of arrows read."""
    return {"arrows": {way: {"word": word} for way, word in _WAYS.items()}}


def cards(guide: GuideValue) -> dict[str, Any]:
    """What the cards say, whatever the profile: by treatment and arrow."""
    return {
        "treatments": {
            name: _treatment(guide, treatment) for name, treatment in guide.treatments.items()
        },
        "arrows": {
            f"{origin}-{target}": _arrow(guide, origin, target)
            for origin, target in guide.network.joined
        },
        "glossary": terms(guide),
    }


def _treatment(guide: GuideValue, treatment: Treatment) -> dict[str, Any]:
    label, inferred = ({name: each.label for name, each in guide.treatments.items()}, INFERRED)
    forms = [each.label for each in guide.treatments.values() if treatment.id in each.also_form_of]
    by = [guide.team[name].label if name in guide.team else name for name in treatment.given_by]
    by_inference = treatment.given_by_basis == "inferred" and bool(guide.team)
    given_by = capitalize(join_words(by)) + (f" {inferred}" if by_inference else "") if by else ""
    headings = Treatment.card_headings()
    told = {**treatment.model_dump(include=set(headings)), "given_by": given_by}
    return {
        **treatment.model_dump(include=_SHOWN),
        **_cited(guide, treatment.cited),
        "fields": [[heading, told[name]] for name, heading in headings.items() if told[name]],
        "also_form_of": join_words([label[name] for name in treatment.also_form_of] or [""]),
        "forms": join_words(forms or [""]),
    }


def in_words(guide: GuideValue, when: Conditions, ours: Collection[str] = ()) -> str:
    """Conditions as words, those of ours marked; empty where there are none.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> in_words(guide, guide.indications["rfa_small"].when)
    'if the tumor has small liver metastases and is still there'
    """
    return f"if {guide.clause(when, ours)}" if when else ""


def _arrow(guide: GuideValue, origin: str, target: str) -> dict[str, Any]:
    steps = guide.network.joined[origin, target]
    sections = dict.fromkeys(section for step in steps for section in step.cited.sections)
    told: list[dict[str, Any]] = [
        {
            "label": step.label,
            "when": in_words(guide, step.when, step.inferred_facts),
            "inferred": step.basis == "inferred",
        }
        for step in steps
    ]
    return {
        "title": f"From {_named(guide, origin)} to {_named(guide, target)}",
        "steps": told,
        "tip": "\n".join(_tip(step["label"], step["when"]) for step in told),
        **_cited(guide, Citation(steps[0].cited.source, tuple(sections))),
    }


def _tip(label: str, when: str) -> str:
    """A step in a line; "localized if the tumor is localized" would say itself twice."""
    return capitalize(when) if when.endswith(f" {label}") else f"{label} {when}".strip()


def _named(guide: GuideValue, name: str) -> str:
    factor = guide.factors.get(name)
    return f'"{factor.question}"' if factor else guide.treatments[name].label


def _cited(guide: GuideValue, citation: Citation) -> dict[str, str]:
    return {"source": guide.sources[citation.source].publisher, "section": str(citation)}
