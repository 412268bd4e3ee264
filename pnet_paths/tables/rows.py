"""The rows of a guide's tables as records. It knows what each column becomes, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import pandas as pd

from ..statuses import Strength
from .records import (
    Aim,
    Case,
    Combination,
    Factor,
    Impossible,
    Indication,
    Level,
    Person,
    Preset,
    Row,
    Scene,
    Source,
    Step,
    Term,
    Topic,
    Treatment,
    Unlikely,
    cited,
    conditions,
    in_place,
    spot,
)
from .schema import TABLES, split

__all__ = ["Rows"]

Record = TypeVar("Record")


class Rows:
    """The rows of checked tables, by table; records come by their id, in their places."""

    def __init__(self, texts: Mapping[str, pd.DataFrame]) -> None:
        self._rows: dict[str, list[Row]] = {
            name: texts[name].to_dict("records") if name in texts else []  # type: ignore[misc]
            for name in TABLES
        }
        self._numbers = {name: [int(place) + 2 for place in t.index] for name, t in texts.items()}
        self.factors = self._by_id("factors", "factor", self._factor)

    # -- rows and their numbers -------------------------------------------------------------

    def numbered(self, table: str) -> Iterator[tuple[int, Row]]:
        """The rows of a table with the numbers that a spreadsheet shows."""
        return zip(self._numbers.get(table, ()), self._rows[table], strict=True)

    def numbers(self, table: str, *columns: str) -> dict[str, int]:
        """The numbers of a table's rows, by the cells of these columns joined by ``|``."""
        return {
            "|".join(row[column] for column in columns): number
            for number, row in self.numbered(table)
        }

    def profile(self, row: Row) -> Mapping[str, str]:
        """The facts of a row that holds a profile: levels by factor."""
        return MappingProxyType({name: row[name] for name in self.factors if row[name]})

    # -- tables -----------------------------------------------------------------------------

    def facts(self) -> Mapping[str, str]:
        """What guide.csv says, by key."""
        return MappingProxyType({row["key"]: row["value"] for row in self._rows["guide"]})

    def sources(self) -> Mapping[str, Source]:
        """The documents that rows cite."""
        return self._by_id("sources", "source", _source)

    def treatments(self) -> Mapping[str, Treatment]:
        """The treatments."""
        return self._by_id("treatments", "treatment", self._treatment)

    def indications(self) -> Mapping[str, Indication]:
        """When treatments are named."""
        numbers = self.numbers("indications", "indication")
        return self._by_id(
            "indications",
            "indication",
            lambda row: self._indication(row, numbers[row["indication"]]),
        )

    def combinations(self) -> Mapping[str, Combination]:
        """Which treatments the guide names together."""
        return self._by_id("combinations", "combination", self._combination)

    def aims(self) -> Mapping[str, Aim]:
        """What treatments are for, in the order of their table."""
        rows = self._rows["aims"]
        return MappingProxyType({row["aim"]: _aim(row) for row in rows})

    def team(self) -> Mapping[str, Person]:
        """Who gives treatment."""
        return self._by_id("team", "person", _person)

    def topics(self) -> Mapping[str, Topic]:
        """What is said around treatment."""
        return self._by_id("topics", "topic", _topic)

    def glossary(self) -> Mapping[str, Term]:
        """The terms."""
        return self._by_id("glossary", "term", _term)

    def presets(self) -> Mapping[str, Preset]:
        """The examples to start from."""
        return self._by_id("presets", "preset", self._preset)

    def steps(self) -> tuple[Step, ...]:
        """The arrows, in an order that rests on what they say alone."""
        found = (self._step(row, number) for number, row in self.numbered("steps"))
        return tuple(sorted(found, key=_step_order))

    def impossible(self) -> tuple[Impossible, ...]:
        """The combinations that cannot occur, in an order that rests on what they say alone."""
        rows = sorted(self.numbered("impossible"), key=lambda numbered: sorted(numbered[1].items()))
        return tuple(
            Impossible(
                conditions(row, self.factors), row["reason"], _basis(row), cited(row), number
            )
            for number, row in rows
        )

    def unlikely(self) -> tuple[Unlikely, ...]:
        """The combinations that questions leave out."""
        return tuple(
            Unlikely(conditions(row, self.factors), row["reason"], _basis(row), cited(row))
            for row in self._rows["unlikely"]
        )

    def cases(self) -> Mapping[str, Case]:
        """The teaching cases, scenes by their number."""
        found: dict[str, list[Row]] = {}
        for row in in_place(self._rows["cases"], "case"):
            found.setdefault(row["case"], []).append(row)
        numbers = self.numbers("cases", "case", "scene")
        cases = {}
        for name, rows in found.items():
            label = next((row["label"] for row in rows if row.get("label")), name)
            scenes = (self._scene(row, numbers[f"{name}|{row['scene']}"]) for row in rows)
            cases[name] = Case(name, label, tuple(sorted(scenes, key=lambda each: each.number)))
        return MappingProxyType(cases)

    # -- rows -------------------------------------------------------------------------------

    def _by_id(
        self, table: str, identity: str, build: Callable[[Row], Record]
    ) -> Mapping[str, Record]:
        rows = in_place(self._rows[table], identity)
        return MappingProxyType({row[identity]: build(row) for row in rows})

    def _factor(self, row: Row) -> Factor:
        levels = [level for level in self._rows["levels"] if level["factor"] == row["factor"]]
        return Factor(
            row["factor"],
            row["label"],
            row.get("subject", ""),
            row["group"],
            row["question"],
            row["help"],
            row["mutability"],
            row.get("propose") != "no",
            row.get("sensitive") == "yes",
            tuple(_level(level, row["label"]) for level in in_place(levels, "level")),
            spot(row),
            cited(row),
        )

    def _indication(self, row: Row, number: int) -> Indication:
        return Indication(
            row["indication"],
            split(row["treatments"]),
            Strength(row["strength"]),
            conditions(row, self.factors),
            row.get("label", ""),
            row.get("mark", ""),
            row.get("aim", ""),
            row.get("goal", ""),
            row["why"],
            row["basis"],
            cited(row),
            number,
        )

    def _combination(self, row: Row) -> Combination:
        when = conditions(row, self.factors)
        treatments = split(row["treatments"])
        return Combination(
            row["combination"],
            treatments,
            row["how"],
            row["label"],
            when,
            row["basis"],
            cited(row),
        )

    def _treatment(self, row: Row) -> Treatment:
        given_by = row["given_by"]
        return Treatment(
            row["treatment"],
            row["label"],
            row["kind"],
            row["member_of"],
            split(row.get("also_form_of", "")),
            spot(row),
            row["goal"],
            row["summary"],
            row["mechanism"],
            row["given"],
            split(given_by) if self._rows["team"] else (given_by,) if given_by else (),
            row.get("given_by_basis") or _basis(row),
            row["side_effects"],
            row["aftercare"],
            row["brand"],
            _basis(row),
            cited(row),
        )

    def _step(self, row: Row, number: int) -> Step:
        when = conditions(row, self.factors)
        ends = row["from"], row["to"]
        return Step(*ends, row["label"], row["kind"], when, _basis(row), cited(row), number)

    def _preset(self, row: Row) -> Preset:
        return Preset(row["preset"], row["label"], self.profile(row), cited(row))

    def _scene(self, row: Row, number: int) -> Scene:
        return Scene(
            int(row["scene"]),
            row["title"],
            row["story"],
            self.profile(row),
            row["question"],
            row["note"],
            cited(row),
            number,
        )


def _step_order(step: Step) -> tuple[str, ...]:
    when = (f"{name}={level}" for name in sorted(step.when) for level in sorted(step.when[name]))
    return step.origin, step.target, step.label, step.kind, *when


def _source(row: Row) -> Source:
    return Source(*(row[name] for name in ("source", "title", "publisher", "date", "url", "note")))


def _level(row: Row, factor: str) -> Level:
    phrase = row.get("phrase") or f"has {factor}: {row['label']}"
    return Level(row["level"], row["label"], phrase, row["definition"], _basis(row), cited(row))


def _aim(row: Row) -> Aim:
    return Aim(row["aim"], row["label"], row.get("symbol", ""), row["definition"], cited(row))


def _person(row: Row) -> Person:
    return Person(row["person"], row["label"], row["definition"], _basis(row), cited(row))


def _topic(row: Row) -> Topic:
    kind = row.get("kind") or "around"
    about = split(row["about"])
    return Topic(row["topic"], row["label"], row["text"], about, kind, _basis(row), cited(row))


def _basis(row: Row) -> str:
    """Where a table does not say, the source is taken to."""
    return row.get("basis") or "stated"


def _term(row: Row) -> Term:
    return Term(row["term"], split(row["also"]), row["definition"], cited(row))
