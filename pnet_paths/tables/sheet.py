"""A table as text, from a CSV file or from pandas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from .values import cell_text, column_name

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Sheet", "Tables"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as text, row by row.

    ``numbers`` are the row numbers of a spreadsheet; the header is row 1.

    >>> sheet = Sheet(("aim", "label"), (("wait", "wait and see"),), (2,))
    >>> sheet.column("label"), sheet.column("symbol"), dict(sheet.numbered_rows())
    (['wait and see'], [], {2: {'aim': 'wait', 'label': 'wait and see'}})
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    indexed: bool = field(default=False, compare=False)
    """Whether an index column of pandas was left out."""

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Self:
        """Return a pandas table as text; missing cells are blank.

        Rows with unique numbers keep them, so that messages about a filtered table name the rows of
        its file; otherwise rows are counted.
        """
        import pandas as pd

        numbered = frame.index.is_unique and pd.api.types.is_integer_dtype(frame.index)
        index = frame.index if numbered else range(len(frame))
        columns = [map(cell_text, frame.iloc[:, place]) for place in range(frame.shape[1])]
        rows = zip(*columns, strict=True) if columns else ((),) * len(frame)
        return cls(
            tuple(map(column_name, frame.columns)),
            tuple(rows),
            tuple(int(place) + 2 for place in index),
        )

    def column(self, name: str) -> list[str]:
        """Return the cells of a column; none if it is missing or stands there twice."""
        if self.columns.count(name) != 1:
            return []
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def numbered_rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the number of each row and its cells by column."""
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield number, dict(zip(self.columns, row, strict=True))

    def frame(self) -> pd.DataFrame:
        """Return the table for pandas; its index plus 2 is the row number."""
        import pandas as pd

        index = [number - 2 for number in self.numbers]
        cells = dict(enumerate(zip(*self.rows, strict=True)))
        frame = pd.DataFrame(cells, index=index, columns=range(len(self.columns)), dtype=str)
        return frame.set_axis(list(self.columns), axis="columns")


class Tables(Mapping[str, "pd.DataFrame"]):
    """The pandas tables of a guide by name.

    Each look-up returns a new copy: changing it does not change the guide.
    `pnet_paths.Guide.with_tables` makes a new guide with changed tables.
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
