"""The guide: what its tables say, checked, as plain values, and the way to ask it.

It knows tables and evaluation, and nothing of how an answer is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import pandas as pd

from .errors import GuideError, PnetPathsError, suggestion
from .evaluation import Evaluator
from .pathway import Pathway
from .profile import Profile, ProfileSpace
from .records import (
    Case,
    Factor,
    Impossible,
    Indication,
    Level,
    Preset,
    Row,
    Scene,
    Source,
    Step,
    Term,
    Topic,
    Treatment,
    cited,
    conditions,
    in_place,
    spot,
)
from .schema import OPTIONAL, TABLES, split
from .tables import Tables, packaged_folder, plain, read_folder
from .validation import problems_of

if TYPE_CHECKING:
    from .check import Findings
    from .diff import Diff
    from .explain import Comparison, Landscape

__all__ = ["Guide", "load_guide"]

Record = TypeVar("Record")


def load_guide(path: str | Path | None = None) -> Guide:
    """The packaged guide, or the guide in the folder ``path``.

    Raises:
        GuideError: everything that is wrong with its tables, one line each.

    >>> load_guide()
    Guide('Neuroendocrine Tumor of the Pancreas: Types of Treatment')
    """
    frames, unread = read_folder(packaged_folder() if path is None else Path(path))
    if unread:
        raise GuideError(problems_of({name: plain(f) for name, f in frames.items()}, unread))
    return Guide(frames)


class Guide:
    """A treatment guide: an immutable value made from its tables.

    >>> guide = load_guide()
    >>> guide.evaluate({"extent": "metastatic", "grade": "G2"}).status["prrt"]
    'depends'
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        texts = {name: plain(frame) for name, frame in frames.items()}
        problems = problems_of(texts)
        if problems:
            raise GuideError(problems)
        self.tables = Tables(texts)
        """The pandas tables by name; each look-up gives a copy."""
        self._rows: dict[str, list[Row]] = {
            name: texts[name].to_dict("records") if name in texts else []  # type: ignore[misc]
            for name in TABLES
        }
        self.facts: Mapping[str, str] = MappingProxyType(
            {row["key"]: row["value"] for row in self._rows["guide"]}
        )
        self.sources = self._by_id("sources", "source", _source)
        self.factors = self._by_id("factors", "factor", self._factor)
        self.treatments = self._by_id("treatments", "treatment", _treatment)
        self.indications = self._by_id("indications", "indication", self._indication)
        self.topics = self._by_id("topics", "topic", _topic)
        self.glossary = self._by_id("glossary", "term", _term)
        steps = (self._step(row, number) for number, row in self._numbered("steps"))
        self.steps = tuple(sorted(steps, key=_step_order))
        self.impossible = tuple(
            Impossible(conditions(row, self.factors), row["reason"], cited(row), number)
            for number, row in sorted(
                self._numbered("impossible"), key=lambda numbered: sorted(numbered[1].items())
            )
        )
        self.space = ProfileSpace(self.factors, self.impossible)
        self._check_profiles()
        self.presets = self._by_id("presets", "preset", self._preset)
        self.cases = self._cases()

    def __repr__(self) -> str:
        return f"Guide({self.facts['title']!r})"

    def __reduce__(self) -> tuple[type[Guide], tuple[dict[str, pd.DataFrame]]]:
        return Guide, (dict(self.tables),)

    # -- asking -----------------------------------------------------------------------------

    def profile(self, facts: Mapping[str, str | None] | None = None) -> Profile:
        """Check a profile: levels by factor; what is left out, or None, is not known.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.
        """
        return self.space.profile({} if facts is None else facts)

    def evaluate(self, profile: Mapping[str, str | None] | None = None) -> Pathway:
        """The guide seen with one profile: the status of every treatment, exactly.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.

        >>> pathway = load_guide().evaluate({"extent": "localized", "site": "tail"})
        >>> pathway.status["distal_pancreatectomy"], pathway.depends_on["distal_pancreatectomy"]
        ('depends', frozenset({'resectability'}))
        """
        checked = self.profile(profile)
        return Pathway(self, checked, self.evaluator.answers(checked))

    def evaluate_frame(self, profiles: pd.DataFrame) -> pd.DataFrame:
        """The status of every treatment for a table of profiles, without a loop over its rows.

        Args:
            profiles: one row a profile, one column a factor; a missing cell (NaN, None) or
                column is not known.

        Returns:
            One row a profile with the same index, one categorical column a treatment; a row of
            missing values where the profile is a combination that cannot occur.

        Raises:
            ProfileError: a column that is no factor or a cell that is none of its levels.

        >>> profiles = pd.DataFrame({"extent": ["localized", None], "liver": [None, "limited"]})
        >>> load_guide().evaluate_frame(profiles)["rfa"].tolist()
        ['not_indicated', 'option']
        """
        return self.evaluator.frame(profiles)

    def compare(
        self, a: Pathway | Mapping[str, str | None], b: Pathway | Mapping[str, str | None]
    ) -> Comparison:
        """What differs between two profiles (or pathways), and which facts make each difference.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.
        """
        from .explain import compare

        sides = [self.evaluate(s.profile if isinstance(s, Pathway) else s) for s in (a, b)]
        return compare(self, *sides)

    def landscape(self) -> Landscape:
        """What each treatment depends on, and in what share of the profiles it is offered.

        >>> found = load_guide().landscape()
        >>> float(found.to_frame().loc["rfa", ("liver", "limited")])
        1.0
        """
        from .explain import landscape

        return landscape(self)

    def with_tables(self, **changed: pd.DataFrame) -> Guide:
        """A new guide in which the named tables are replaced; this one stays as it is.

        Raises:
            GuideError: everything that is wrong with the tables then, one line each.

        >>> guide = load_guide()
        >>> rows = guide.tables["indications"]
        >>> fewer = guide.with_tables(indications=rows[rows["indication"] != "rfa_small"])
        >>> fewer.evaluate({"liver": "limited"}).status["rfa"]
        'not_indicated'
        """
        return Guide({**self.tables, **changed})

    def check(self) -> Findings:
        """What a careful colleague would find in the tables, each with the profile that shows it.

        >>> {found.code for found in load_guide().check()} >= {"gap", "contradiction"}
        True
        """
        from .check import check

        return check(self)

    def diff(self, other: Guide) -> Diff:
        """What differs from another guide: rows, and which profiles change which status."""
        from .diff import diff

        return diff(self, other)

    @cached_property
    def evaluator(self) -> Evaluator:
        """The compiled indications."""
        return Evaluator(self.space, self.treatments, tuple(self.indications.values()))

    def members(self, treatment: str) -> tuple[Treatment, ...]:
        """The direct members of a group, in their places; none where it is no group."""
        return tuple(other for other in self.treatments.values() if other.member_of == treatment)

    @property
    def groups(self) -> tuple[Treatment, ...]:
        """The treatments that are member of nothing, in their places."""
        return self.members("")

    def known(self, treatment: str) -> str:
        """A treatment's id, checked.

        Raises:
            PnetPathsError: the guide has no such treatment.
        """
        if treatment not in self.treatments:
            raise PnetPathsError(
                f'"{treatment}" is not a treatment{suggestion(str(treatment), self.treatments)} '
                f"({', '.join(self.treatments)})"
            )
        return treatment

    @property
    def footer(self) -> str:
        """The source and the disclaimer, to stand under everything that is shown."""
        names = ("title", "publisher", "edition", "updated")
        source = ", ".join(self.facts[key] for key in names if self.facts.get(key))
        return f"Source: {source}. {self.facts['disclaimer']}"

    # -- building ---------------------------------------------------------------------------

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
            row["group"],
            row["question"],
            row["help"],
            row["mutability"],
            tuple(_level(level, row["label"]) for level in in_place(levels, "level")),
            spot(row.get("drawn", "")),
            cited(row),
        )

    def _indication(self, row: Row) -> Indication:
        return Indication(
            row["indication"],
            split(row["treatments"]),
            row["strength"],
            conditions(row, self.factors),
            row.get("label", ""),
            row["goal"],
            row["why"],
            row["basis"],
            cited(row),
        )

    def _step(self, row: Row, number: int) -> Step:
        when = conditions(row, self.factors)
        basis = row.get("basis") or "stated"
        ends = row["from"], row["to"]
        return Step(*ends, row["label"], row["kind"], when, basis, cited(row), number)

    def _preset(self, row: Row) -> Preset:
        facts = {name: row[name] for name in self.factors if row[name]}
        return Preset(row["preset"], row["label"], MappingProxyType(facts), cited(row))

    def _cases(self) -> Mapping[str, Case]:
        """The teaching cases in their places, scenes by their number."""
        found: dict[str, list[Row]] = {}
        for row in in_place(self._rows["cases"], "case"):
            found.setdefault(row["case"], []).append(row)
        numbers = self.row_numbers("cases", "case", "scene")
        cases = {}
        for name, rows in found.items():
            label = next((row["label"] for row in rows if row.get("label")), name)
            scenes = (self._scene(row, numbers[f"{name}|{row['scene']}"]) for row in rows)
            cases[name] = Case(name, label, tuple(sorted(scenes, key=lambda each: each.number)))
        return MappingProxyType(cases)

    def _scene(self, row: Row, number: int) -> Scene:
        facts = MappingProxyType({name: row[name] for name in self.factors if row[name]})
        return Scene(
            int(row["scene"]),
            row["title"],
            row["story"],
            facts,
            row["question"],
            row["note"],
            cited(row),
            number,
        )

    def _check_profiles(self) -> None:
        """Profiles that tables hold must be ones that can occur."""
        problems = []
        if self.space.conflict({}):
            problems.append("impossible.csv: together its rows leave no profile that can occur")
        for table in sorted(OPTIONAL):
            for place, row in enumerate([] if problems else self._rows[table]):
                facts = {name: row[name] for name in self.factors if row[name]}
                conflict = self.space.conflict(facts)
                if conflict:
                    where = f"{table}.csv, row {self._row_number(table, place)}"
                    why = ", ".join(map(str, conflict.rows))
                    told = f"{where}: {conflict} {self.space.ways_out(conflict)}"
                    problems.append(f"{told} (See impossible.csv, row {why}.)")
        if problems:
            raise GuideError(problems)

    def row_numbers(self, table: str, *columns: str) -> dict[str, int]:
        """The numbers that a spreadsheet shows, by the cells of these columns joined by ``|``.

        >>> load_guide().row_numbers("levels", "factor", "level")["grade|G1"]
        5
        """
        return {
            "|".join(row[column] for column in columns): number
            for number, row in self._numbered(table)
        }

    def _numbered(self, table: str) -> Iterator[tuple[int, Row]]:
        for place, row in enumerate(self._rows[table]):
            yield self._row_number(table, place), row

    def _row_number(self, table: str, place: int) -> int:
        return int(self.tables[table].index[place]) + 2


def _step_order(step: Step) -> tuple[str, ...]:
    when = (f"{name}={level}" for name in sorted(step.when) for level in sorted(step.when[name]))
    return step.origin, step.target, step.label, step.kind, *when


def _source(row: Row) -> Source:
    return Source(*(row[name] for name in ("source", "title", "publisher", "date", "url", "note")))


def _level(row: Row, factor: str) -> Level:
    phrase = row.get("phrase") or f"has {factor}: {row['label']}"
    becomes = row.get("becomes", "")
    return Level(row["level"], row["label"], phrase, becomes, row["definition"], cited(row))


def _treatment(row: Row) -> Treatment:
    return Treatment(
        row["treatment"],
        row["label"],
        row["kind"],
        row["member_of"],
        spot(row.get("drawn", "")),
        row["goal"],
        row["summary"],
        row["mechanism"],
        row["given"],
        row["given_by"],
        row["side_effects"],
        row["aftercare"],
        row["brand"],
        cited(row),
    )


def _topic(row: Row) -> Topic:
    return Topic(row["topic"], row["label"], row["text"], split(row["about"]), cited(row))


def _term(row: Row) -> Term:
    return Term(row["term"], split(row["also"]), row["definition"], cited(row))
