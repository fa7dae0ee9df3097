"""Reading of the catalogue's tables: rows with their place, dates that know their precision."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import CatalogueError

__all__ = [
    "Row",
    "first_day",
    "last_day",
    "line_of_item",
    "line_of_word",
    "marked",
    "read_table",
    "read_yaml",
]

# All scalars are read as text: NO is Norway and 1991-12 is a month.  The C loader is ten times as
# fast, but not every PyYAML is built with it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Row:
    """One row of a table with the place where it stands."""

    __slots__ = ("cells", "file", "line")

    def __init__(self, file: str, line: int, cells: dict[str, str]) -> None:
        self.file, self.line, self.cells = file, line, cells

    def __getitem__(self, column: str) -> str:
        """The cell of a column, empty where the table lacks it."""
        return self.cells.get(column, "")

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"

    def fail(self, what: str) -> CatalogueError:
        """The error that names this row."""
        return CatalogueError(self.where, what)


def read_table(path: Path, columns: tuple[str, ...], *, optional: bool = False) -> Iterator[Row]:
    """The rows of a CSV file that must have the named columns; an optional file may be absent."""
    if not path.exists():
        if optional:
            return
        raise CatalogueError(path.name, "the file is missing")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if missing := [c for c in columns if c not in header]:
            if optional and not header:
                return
            raise CatalogueError(f"{path.name}:1", f"no column {', '.join(missing)}")
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            row = Row(path.name, reader.line_num, dict(zip(header, cells, strict=False)))
            if len(cells) != len(header):
                raise row.fail(f"{len(cells)} cells under {len(header)} columns")
            yield row


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, every scalar as text."""
    try:
        with path.open("rb") as file:
            return yaml.load(file, Loader=_Loader)
    except FileNotFoundError:
        raise CatalogueError(path.name, "the file is missing") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise CatalogueError(
            f"{path.name}:{mark.line + 1 if mark else 1}", str(getattr(error, "problem", error))
        ) from None


def line_of_item(path: Path, index: int) -> str:
    """The place of an item of a YAML list; looked for only when the item is at fault."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("- ")]
    return f"{path.name}:{starts[index]}"


def line_of_word(path: Path, word: str) -> str:
    """The last place of a word in a YAML file; looked for only when the word is at fault."""
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, 1) if whole.search(line)]
    return f"{path.name}:{found[-1]}" if found else path.name


def first_day(text: str) -> date | None:
    """The earliest day of a date that may lack day or month.

    >>> first_day("1991-12")
    datetime.date(1991, 12, 1)
    """
    if len(text) == 10:
        return date.fromisoformat(text)
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date | None:
    """The latest day of a date that may lack day or month.

    >>> last_day("1991-02"), last_day("1991")
    (datetime.date(1991, 2, 28), datetime.date(1991, 12, 31))
    """
    if len(text) == 10:
        return date.fromisoformat(text)
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def marked(text: str) -> tuple[str, str]:
    """A name and its flag: ``!`` at its end says ambiguous, ``^`` says only as written.

    >>> marked("IS^!")
    ('IS', 'ambiguous|cased')
    """
    flags = set()
    while text and text[-1] in "!^":
        flags.add("ambiguous" if text[-1] == "!" else "cased")
        text = text[:-1]
    return text.strip(), "|".join(sorted(flags))
