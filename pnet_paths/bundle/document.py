"""A guide as one JSON document, from which the front end answers everything without a kernel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..drawing.data import drawing_data
from ..guide.guide import GuideValue
from ..guide.reasons import TreatmentReasons
from ..guide.sentence_patterns import PATTERNS
from ..guide.sentences import pronoun, verb_forms
from ..progress_bar import Task, progress_bar
from ..statuses import BY_RANK, Strength, status_of
from ..tables.models import Combination, Conditions, Factor, Indication, Step, Treatment
from ..tables.models.treatments import COMBINED
from .cards import cards, looks, statuses

__all__ = ["VERSION", "document"]

VERSION = 1


def document(guide: GuideValue) -> dict[str, Any]:
    """The guide as plain values for JSON; `schema.json` beside this file says what they are.

    >>> from pnet_paths import load_guide
    >>> found = document(load_guide())
    >>> found["version"], found["subject"], len(found["treatments"])
    (1, 'the tumor', 36)
    """
    with progress_bar("Preparing the page", len(guide.treatments)) as task:
        return _Document(guide, task).whole()


class _Document:
    """How a guide is put into plain values: ids and places, and diagrams numbered without gaps."""

    def __init__(self, guide: GuideValue, task: Task) -> None:
        self.guide, self.task = guide, task
        self.evaluator = guide.evaluator
        self.places = {name: place for place, name in enumerate(guide.factors)}
        self.rows = {name: place for place, name in enumerate(guide.indications)}
        self.number, self.nodes = self.evaluator.forest.reachable(
            list(self._roots()), ranks=len(BY_RANK)
        )

    def _roots(self) -> Iterable[int]:
        """The diagrams that the front end asks."""
        evaluator, guide = self.evaluator, self.guide
        yield evaluator.condition({})
        yield from evaluator.roots.values()
        yield from evaluator.inferred.values()
        for treatment in guide.treatments:
            reasons = evaluator.reasons(treatment)
            yield from (*reasons.roots, *reasons.parts.values())
            yield from evaluator.as_stated_roots(treatment).values()
            self.task.advance()
        yield from (evaluator.condition(row.when) for row in guide.unlikely)
        yield from (evaluator.condition(row.when) for row in guide.indications.values())
        yield from (evaluator.condition(row.when) for row in guide.combinations.values())
        for steps in guide.network.joined.values():
            yield from map(self._any, [steps, *([step] for step in steps)])
            yield from map(self._any, _by_label(steps).values())

    def _flat(self) -> list[int]:
        """Factor and branches of each node, one after the other: a page has thousands.

        A branch to a set of ranks is that set, one to a node how far before its own it stands.
        """
        first = 1 << len(BY_RANK)
        flat: list[int] = []
        for number, (factor, branches) in enumerate(self.nodes, start=first):
            back = (first + number - to if to >= first else to for to in branches)
            flat += [factor, *back]
        return flat

    def _any(self, steps: Iterable[Step]) -> int:
        """The diagram of whether the conditions of any of some steps are met."""
        return self.evaluator.condition(*(step.when for step in steps))

    def whole(self) -> dict[str, Any]:
        guide, network = self.guide, self.guide.network
        return {
            "format": "pnet_paths guide",
            "version": VERSION,
            "subject": guide.subject,
            "footer": guide.footer,
            "patterns": dict(PATTERNS),
            "statuses": statuses(),
            "ranks": [str(status) for status in BY_RANK],
            "byRanks": ["", *(str(status_of(ranks)) for ranks in range(1, 1 << len(BY_RANK)))],
            "factors": [self._factor(factor) for factor in guide.factors.values()],
            "impossible": [
                {"when": self._when(row.when), "reason": row.reason}
                for row in guide.space.impossible
            ],
            "nodes": self._flat(),
            "space": self.number[self.evaluator.condition({})],
            "unlikely": self._unlikely_rows(),
            "rows": [self._row(row) for row in guide.indications.values()],
            "treatments": [self._treatment(treatment, depth) for depth, treatment in guide.walk()],
            "combinations": [self._combination(each) for each in guide.combinations.values()],
            "arrows": [self._arrow(*ends, steps) for ends, steps in network.joined.items()],
            "asked": list(network.decisions),
            "starts": sorted(network.starts),
            "assumed": guide.space.codes(guide.assumed),
            "presets": [
                {"label": each.label, "codes": guide.space.codes(each.profile)}
                for each in guide.presets.values()
            ],
            "considerations": [
                {"label": topic.label, "text": topic.text} for topic in guide.considerations
            ],
            "cards": cards(guide),
            "looks": looks(),
            "drawing": drawing_data(guide),
            "cases": [
                {
                    "id": case.id,
                    "label": case.label,
                    "scenes": [
                        {
                            "title": scene.title,
                            "story": scene.story,
                            "question": scene.question,
                            "about": scene.about,
                            "sections": scene.cited.sections,
                            "codes": guide.space.codes(scene.profile),
                        }
                        for scene in case.scenes
                    ],
                }
                for case in guide.cases.values()
            ],
        }

    def _unlikely_rows(self) -> list[dict[str, Any]]:
        """What a clinician would hardly meet: where, and the factors of which that speaks."""
        return [
            {
                "root": self.number[self.evaluator.condition(row.when)],
                "places": sorted(self.places[name] for name in row.when),
            }
            for row in self.guide.unlikely
        ]

    def _factor(self, factor: Factor) -> dict[str, Any]:
        return {
            "id": factor.id,
            "subject": factor.subject,
            "label": factor.label,
            "question": factor.question,
            "help": factor.help,
            "group": factor.group,
            "source": self.guide.sources[factor.cited.source].publisher,
            "section": str(factor.cited),
            "fixed": factor.mutability == "fixed",
            "proposed": bool(factor.propose and not factor.sensitive),
            "sections": factor.cited.sections,
            "levels": [
                {
                    "id": level.id,
                    "label": level.label,
                    "phrase": level.phrase,
                    "definition": level.definition,
                }
                for level in factor.levels
            ],
        }

    def _when(self, when: Conditions) -> list[tuple[int, list[int]]]:
        """Conditions as places of factors and codes of levels, in the order of the factors."""
        cube = self.guide.space.cube(when)
        return [(place, sorted(codes)) for place, codes in sorted(cube.items())]

    def _row(self, row: Indication) -> dict[str, Any]:
        waits = row.strength is Strength.WAITS
        return {
            "treatments": row.treatments,
            "status": str(row.strength if waits else row.strength.status),
            "offers": row.strength.offers,
            "inferred": row.inferred,
            "words": row.words,
            "tells": row.told,
            "mark": row.mark,
            "aims": [self.guide.aims[aim].shown for aim in row.aims],
            "why": row.why,
            "when": self._when(row.when),
            "places": sorted(self.places[name] for name in row.when),
            "ours": sorted(self.places[name] for name in row.inferred_facts),
            "root": self.number[self.evaluator.condition(row.when)],
            "sections": row.cited.sections,
        }

    def _treatment(self, treatment: Treatment, depth: int) -> dict[str, Any]:
        name, evaluator = treatment.id, self.evaluator
        reasons = evaluator.reasons(name)
        as_stated = evaluator.as_stated_roots(name)
        return {
            "id": name,
            "label": treatment.label,
            "phrase": treatment.phrase,
            "verb": {**verb_forms(treatment.phrase), "them": pronoun(treatment.phrase)},
            "memberOf": treatment.member_of,
            "kind": treatment.kind,
            "alsoFormOf": treatment.also_form_of,
            "depth": depth,
            "isService": name in self.guide.network.throughout,
            "status": self.number[evaluator.roots[name]],
            "inferred": self.number[evaluator.inferred[name]],
            "deciding": self._deciding(reasons),
            "own": [self.rows[row.id] for row in evaluator.diagrams.own(name)],
            "parts": list(dict.fromkeys(self.number[root] for root in reasons.parts.values())),
            "ours": [(self.rows[row], self.number[root]) for row, root in as_stated.items()],
            "sections": treatment.cited.sections,
        }

    def _deciding(self, reasons: TreatmentReasons) -> list[tuple[int, ...]]:
        """Each row with where it decides, and where it then waits if it ever has to."""
        places, never = len(reasons.rows), self.evaluator.condition()
        _, _, *roots = reasons.roots
        return [
            (
                self.rows[row.id],
                self.number[decides],
                *([] if waits == never else [self.number[waits]]),
            )
            for row, decides, waits in zip(
                reasons.rows, roots[:places], roots[places:], strict=True
            )
        ]

    def _arrow(self, origin: str, target: str, steps: Sequence[Step]) -> dict[str, Any]:
        """Steps between two ends: whether any of them is met, any with one label, and each."""
        return {
            "origin": origin,
            "target": target,
            "ends": [self.guide.outermost(origin), self.guide.outermost(target)],
            "throughout": self.guide.network.is_throughout(origin, target),
            "root": self.number[self._any(steps)],
            "labels": {
                label: self.number[self._any(alike)] for label, alike in _by_label(steps).items()
            },
            "steps": [
                {
                    "label": step.label,
                    "inferred": step.basis == "inferred",
                    "answers": self._answers(origin, step),
                    "root": self.number[self._any([step])],
                }
                for step in steps
            ],
        }

    def _answers(self, origin: str, step: Step) -> list[int]:
        """The answers of a question that a step asks for where it begins, as codes of levels."""
        codes = self.guide.space.level_codes(origin) if origin in self.guide.factors else {}
        return sorted(codes[level] for level in step.when.get(origin, ()))

    def _combination(self, combination: Combination) -> dict[str, Any]:
        return {
            "treatments": combination.treatments,
            "how": combination.how,
            "place": COMBINED.index(combination.how),
            "label": combination.label,
            "root": self.number[self.evaluator.condition(combination.when)],
        }


def _by_label(steps: Iterable[Step]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in steps:
        found.setdefault(step.label, []).append(step)
    return found
