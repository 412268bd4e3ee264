"""A table as text: what a CSV file, or a pandas table from a notebook, holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from .values import column_name, shown

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Sheet", "Tables"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as text, row by row.

    ``numbers`` are those that a spreadsheet shows beside the rows; the header is row 1.

    >>> sheet = Sheet(("aim", "label"), (("wait", "wait and see"),), (2,))
    >>> sheet.column("label"), sheet.column("symbol"), dict(sheet.numbered())
    (['wait and see'], [], {2: {'aim': 'wait', 'label': 'wait and see'}})
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    indexed: bool = field(default=False, compare=False)
    """Whether an unnamed first column of counting numbers was left out."""

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Self:
        """A pandas table as text, whatever a notebook put into it; missing cells are blank.

        Rows keep their numbers where each has one of its own, so that a table that was filtered
        still speaks of the rows of its file; rows put together from several tables are counted
        anew.
        """
        import pandas as pd

        numbered = frame.index.is_unique and pd.api.types.is_integer_dtype(frame.index)
        index = frame.index if numbered else range(len(frame))
        columns = [map(shown, frame.iloc[:, place]) for place in range(frame.shape[1])]
        rows = zip(*columns, strict=True) if columns else ((),) * len(frame)
        return cls(
            tuple(map(column_name, frame.columns)),
            tuple(rows),
            tuple(int(place) + 2 for place in index),
        )

    def column(self, name: str) -> list[str]:
        """The cells of a column; none where it is missing, or there twice."""
        if self.columns.count(name) != 1:
            return []
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows, cells by column, with their numbers."""
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield number, dict(zip(self.columns, row, strict=True))

    def frame(self) -> pd.DataFrame:
        """The same as a pandas table; its index plus 2 is the number of a row."""
        import pandas as pd

        index = [number - 2 for number in self.numbers]
        cells = dict(enumerate(zip(*self.rows, strict=True)))
        frame = pd.DataFrame(cells, index=index, columns=range(len(self.columns)), dtype=str)
        return frame.set_axis(list(self.columns), axis="columns")


class Tables(Mapping[str, "pd.DataFrame"]):
    """The pandas tables of a guide by name.

    Each look-up hands out a new one, so a guide never changes behind its back. A changed table
    becomes part of a new guide through `pnet_paths.Guide.with_tables`.
    """

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._sheets = sheets

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._sheets[name].frame()

    def __iter__(self) -> Iterator[str]:
        return iter(self._sheets)

    def __len__(self) -> int:
        return len(self._sheets)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name} ({len(sheet.rows)})" for name, sheet in self._sheets.items())
        return f"Tables: {sizes}"
