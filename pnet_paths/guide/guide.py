"""A guide as an immutable value made from its checked tables.

`pnet_paths.Guide` adds explanations, checks and drawings for users.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..arguments import brief
from ..errors import GuideError, PnetPathsError, suggestion
from ..tables.folder import folder_of, packaged_folder, read_folder
from ..tables.frames import lost_level_problems, without_pandas_marks
from ..tables.models import Profiled, Topic, Treatment
from ..tables.records import Records
from ..tables.sheet import Sheet, Tables
from ..tables.validation import checked_rows
from .dask_frames import is_dask_frame, lazy_statuses
from .evaluation import Evaluator
from .network import Network
from .profile import Conflict, Profile, ProfileSpace
from .sentences import clause

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd

    Frame = TypeVar("Frame", pd.DataFrame, dd.DataFrame)

__all__ = ["GuideValue"]


class GuideValue:
    """A treatment guide: an immutable value made from its tables."""

    def __init__(self, tables: Mapping[str, Sheet | pd.DataFrame]) -> None:
        if not isinstance(tables, Mapping):
            raise GuideError([f"{brief(tables)} is not a guide; read a folder with load_guide"])
        sheets = {name: _sheet(name, table) for name, table in tables.items()}
        rows, problems = checked_rows(sheets)
        frames = {name: each for name, each in tables.items() if not isinstance(each, Sheet)}
        if frames:
            problems = [*lost_level_problems(frames, sheets), *problems]
        if problems:
            raise GuideError(problems)
        self.sheets: Mapping[str, Sheet] = MappingProxyType(sheets)
        """The tables as text, by name."""
        self._rows = rows
        records = Records(rows)
        self.metadata = records.metadata()
        self.sources = records.sources()
        self.factors = records.factors()
        self.treatments = records.treatments()
        self.indications = records.indications()
        self.combinations = records.combinations()
        self.aims = records.aims()
        self.team = records.team()
        self.topics = records.topics()
        self.glossary = records.glossary()
        self.steps = records.steps()
        self.impossible = records.impossible()
        self.unlikely = records.unlikely()
        self.space = ProfileSpace(self.factors, self.impossible)
        self.assumed: Mapping[str, str] = MappingProxyType(
            {name: factor.assume for name, factor in self.factors.items() if factor.assume}
        )
        """By factor the level that an exploration starts with; an evaluation assumes nothing."""
        self._check_profiles()
        self.presets = records.presets()
        self.cases = records.cases()

    @classmethod
    def load(cls, path: str | Path | None = None) -> Self:
        """The guide in a folder, or the packaged one of that name; without ``path`` the first one.

        Raises:
            GuideError: everything that is wrong with its tables, one line each.
        """
        sheets, unread = read_folder(packaged_folder() if path is None else folder_of(path))
        if unread:
            _, problems = checked_rows(sheets, unread)
            raise GuideError(problems)
        return cls(sheets)

    def __repr__(self) -> str:
        return f"Guide({self.metadata['title']!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, Sheet]]]:
        return type(self), (dict(self.sheets),)

    @property
    def tables(self) -> Tables:
        """The pandas tables by name; each look-up gives a new one."""
        return Tables(self.sheets)

    # -- asking -----------------------------------------------------------------------------

    def profile(self, facts: Mapping[str, str | None] | None = None) -> Profile:
        """Check a profile: levels by factor; what is left out, or None, is not known.

        Raises:
            ProfileError: an unknown factor or level, or a combination that cannot occur.
        """
        return self.space.profile({} if facts is None else facts)

    def evaluate_frame(self, profiles: Frame, *, mixed: bool = False) -> Frame:
        """The status of every treatment for a table of profiles, without a loop over its rows.

        Args:
            profiles: one row a profile, one column a factor; a missing cell (NaN, None, empty) or
                column is not known. Of a Dask DataFrame the result is one, not computed yet.
            mixed: give a cell whose status is ``"not_named"``, though some completions of the
                profile are ``"against"``, the category ``"not_named_or_against"``.

        Returns:
            One row a profile with the same index, one categorical column a treatment; a row of
            missing values where the profile is a combination that cannot occur.

        Raises:
            ProfileError: a column that is no factor or a cell that is none of its levels.

        >>> import pandas as pd
        >>> profiles = pd.DataFrame({"extent": ["localized", "metastatic"], "removed": "no"})
        >>> guide = GuideValue.load()
        >>> guide.evaluate_frame(profiles)["whipple"].tolist()
        ['depends', 'not_named']
        >>> guide.evaluate_frame(profiles, mixed=True)["whipple"].tolist()
        ['depends', 'not_named_or_against']
        """
        evaluate = partial(lazy_statuses, self) if is_dask_frame(profiles) else self._statuses
        statuses: Frame = evaluate(profiles, mixed)
        return statuses

    def with_tables(self, **changed: pd.DataFrame) -> Self:
        """A new guide in which the named tables are replaced; this one stays as it is.

        Raises:
            GuideError: everything that is wrong with the tables then, one line each.

        >>> guide = GuideValue.load()
        >>> rows = guide.tables["indications"]
        >>> fewer = guide.with_tables(indications=rows[rows["indication"] != "rfa_small"])
        >>> "rfa_small" in fewer.indications
        False
        """
        return type(self)({**self.sheets, **changed})

    @cached_property
    def _statuses(self) -> Callable[..., Any]:
        from .profiles_frame import FrameEvaluator  # it brings numpy and pandas along

        return FrameEvaluator(self.evaluator).statuses

    @cached_property
    def evaluator(self) -> Evaluator:
        """The indications compiled to decision diagrams, on first use."""
        return Evaluator(self.space, self.treatments, tuple(self.indications.values()))

    @cached_property
    def stated_only(self) -> Self:
        """The guide without inferred rows and without conditions that we added to stated rows."""
        rows = []
        for _, cells in self.sheets["indications"].numbered_rows():
            row = self.indications[cells["indication"]]
            if not row.inferred:
                ours = map(row.factor_column, row.inferred_facts)
                rows.append({**cells, "inferred_facts": "", **dict.fromkeys(ours, "")})
        columns = tuple(dict.fromkeys([*self.sheets["indications"].columns, "inferred_facts"]))
        body = tuple(tuple(row[name] for name in columns) for row in rows)
        numbers = tuple(range(2, 2 + len(rows)))
        return type(self)({**self.sheets, "indications": Sheet(columns, body, numbers)})

    @cached_property
    def network(self) -> Network:
        """The arrows of the flowchart, for any profile."""
        return Network(self.steps, self.factors)

    def walk(self, parent: str = "", depth: int = 0) -> Iterator[tuple[int, Treatment]]:
        """Yield every treatment in reading order, with its depth below the outermost group."""
        for treatment in self.members(parent):
            yield depth, treatment
            yield from self.walk(treatment.id, depth + 1)

    def members(self, treatment: str) -> tuple[Treatment, ...]:
        """Return the direct members of a group in reading order; none if it is not a group."""
        return tuple(other for other in self.treatments.values() if other.member_of == treatment)

    def groups_of(self, treatment: str) -> tuple[str, ...]:
        """Return the groups that a treatment belongs to, the nearest first."""
        groups = []
        while treatment := self.treatments[treatment].member_of:
            groups.append(treatment)
        return tuple(groups)

    @cached_property
    def counts_among(self) -> Mapping[str, frozenset[str]]:
        """By treatment the groups that it counts among, also those without effect on its status."""
        found = {}
        for name in self.treatments:
            line = (name, *self.groups_of(name))
            others = [other for each in line for other in self.treatments[each].also_form_of]
            above = (group for other in others for group in self.groups_of(other))
            found[name] = frozenset([*line[1:], *others, *above])
        return found

    def outermost(self, name: str) -> str:
        """Return the outermost group of a treatment; a decision is returned as it is."""
        groups = self.groups_of(name) if name in self.treatments else ()
        return groups[-1] if groups else name

    @property
    def groups(self) -> tuple[Treatment, ...]:
        """The treatments that belong to no other, in reading order."""
        return self.members("")

    def factor_labels(self, names: Collection[str]) -> list[str]:
        """Return the labels of some factors, in the order of the guide's factors."""
        return [factor.label for name, factor in self.factors.items() if name in names]

    def check_treatment(self, treatment: str) -> str:
        """Return the id of a treatment if the guide has it.

        Raises:
            PnetPathsError: the guide has no such treatment.
        """
        if not isinstance(treatment, str) or treatment not in self.treatments:
            raise PnetPathsError(
                f'"{treatment}" is not a treatment{suggestion(str(treatment), self.treatments)} '
                f"({', '.join(self.treatments)})"
            )
        return treatment

    @property
    def id(self) -> str:
        """What tables that speak of several guides call this one; blank unless guide.csv says."""
        return self.metadata.get("id", "")

    @property
    def short_title(self) -> str:
        """What it is called beside other guides: "Cancer.Net (2023)"."""
        return self.metadata.get("short", self.metadata["title"])

    @property
    def subject(self) -> str:
        """The subject of sentences: "the tumor", unless guide.csv has another."""
        return self.metadata.get("subject", "the tumor")

    def clause(self, conditions: Mapping[str, Collection[str]], ours: Collection[str] = ()) -> str:
        """Return facts (by factor its possible levels) as a clause of a sentence.

        The factors in ``ours`` are marked with †: the source does not ask for them.

        >>> GuideValue.load().clause({"grade": {"G1", "G2"}})
        'the tumor is grade 1 or 2'
        """
        return clause(self.subject, self.factors, conditions, ours)

    @property
    def footer(self) -> str:
        """The source and the disclaimer, shown below every result."""
        names = ("title", "publisher", "edition", "updated")
        source = ", ".join(self.metadata[key] for key in names if self.metadata.get(key))
        return f"Source: {source}. {self.metadata['disclaimer']}"

    @property
    def considerations(self) -> tuple[Topic, ...]:
        """The topics on which treatment depends, as the guide says without giving a rule."""
        return tuple(topic for topic in self.topics.values() if topic.kind == "consideration")

    def row_numbers(self, table: str, *columns: str) -> dict[str, int]:
        """Return the row numbers of a spreadsheet, by the cells of some columns joined by ``|``.

        >>> GuideValue.load().row_numbers("levels", "factor", "level")["grade|G1"]
        5
        """
        return {
            "|".join(cells[column] for column in columns): number
            for number, cells in self.sheets[table].numbered_rows()
        }

    def _check_profiles(self) -> None:
        """Raise an error if a profile in a table cannot occur."""
        if self.space.conflict({}):
            problem = "impossible.csv: together its rows leave no profile that can occur"
            raise GuideError([problem])
        problems = list(self._impossible_assumptions())
        for table in sorted(self._rows):
            for row in self._rows[table]:
                conflict = self.space.conflict(row.profile) if isinstance(row, Profiled) else None
                if conflict:
                    problems.append(f"{table}.csv, row {row.row}: {self._impossible(conflict)}")
        if problems:
            raise GuideError(problems)

    def _impossible_assumptions(self) -> Iterator[str]:
        conflict = self.space.conflict(self.assumed)
        if conflict:
            rows = ", ".join(str(self.factors[name].row) for name in conflict.facts)
            yield f"factors.csv, row {rows}, column assume: {self._impossible(conflict)}"

    def _impossible(self, conflict: Conflict) -> str:
        rows = ", ".join(map(str, conflict.rows))
        return f"{conflict} {self.space.alternatives(conflict)} (See impossible.csv, row {rows}.)"


def _sheet(name: str, table: object) -> Sheet:
    """Return a table from a file or from pandas as text."""
    if isinstance(table, Sheet):
        return table
    import pandas as pd  # imported already if the table comes from pandas

    if not isinstance(table, pd.DataFrame):
        raise GuideError([f"{name}.csv: must be a pandas DataFrame, not {brief(table)}"])
    return without_pandas_marks(Sheet.of(table))
