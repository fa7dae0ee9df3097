"""What a measured task is, and how its file is read: adding a task is one registered function.

A task's function takes items with their predictions and returns figures.  What a gold file must hold
is said where the task is registered; only the keys named ``given`` and ``may`` reach the predictor.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError, WrongUse

__all__ = ["Figures", "Item", "Line", "Predictor", "Task", "find_task", "lines_of", "register", "tasks"]

#: One line of a predictions file.
Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to predict: what may be looked at, and the gold (``None`` where the file has none)."""

    id: str
    given: Mapping[str, Any]
    gold: Any
    where: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: lines to print, and the figures by name."""

    lines: tuple[str, ...]
    values: Mapping[str, float]


#: Takes all items at once and gives, for each in order, its lines of the predictions file.
Predictor = Callable[[Sequence[Item]], Iterable[list[Line]]]
Measure = Callable[[Sequence[tuple[Item, list[Line]]]], Figures]


@dataclass(frozen=True, slots=True)
class Task:
    """A measured task: its name, what it is about, how its file is read and how it is measured."""

    name: str
    about: str
    read: Callable[[Path], Iterator[Item]]
    measure: Measure


_TASKS: dict[str, Task] = {}


def register(
    name: str,
    about: str,
    *,
    given: tuple[str, ...] = ("text",),
    may: tuple[str, ...] = (),
    gold: tuple[str, ...] = (),
    reader: Callable[[Path], Iterator[Item]] | None = None,
) -> Callable[[Measure], Measure]:
    """Make a task of a function that measures.

    ``given`` are the keys that every line must hold, ``may`` those that a predictor sees where they are
    there, ``gold`` those of which one at least holds the gold.  ``reader`` reads a file of another form.
    """

    def keep(measure: Measure) -> Measure:
        def read(path: Path) -> Iterator[Item]:
            for number, row in enumerate(lines_of(path), 1):
                yield _item(row, f"{path.name}:{number}", given, may, gold)

        _TASKS[name] = Task(name, about, reader or read, measure)
        return measure

    return keep


def tasks() -> list[Task]:
    """The tasks that can be measured, by name."""
    return [_TASKS[name] for name in sorted(_TASKS)]


def find_task(name: str) -> Task:
    """The task of that name; WrongUse names those that there are."""
    if name not in _TASKS:
        raise WrongUse(f"no task {name!r}; there are {', '.join(sorted(_TASKS))}.", name, sorted(_TASKS))
    return _TASKS[name]


def _item(row: Line, where: str, given: tuple[str, ...], may: tuple[str, ...], gold: tuple[str, ...]) -> Item:
    """An item of a line, with what may be looked at apart from the gold; a null key is an absent key."""
    missing = [key for key in given if row.get(key) is None]
    if missing:
        raise GoldError(where, f"no {missing[0]!r}, which this task needs")
    seen = {key: row[key] for key in (*given, *may) if row.get(key) is not None}
    truth = {key: row[key] for key in gold if row.get(key) is not None}
    return Item(str(row.get("id", where)), seen, truth or None, where)


def lines_of(path: Path) -> Iterator[Line]:
    """The objects of a JSONL, JSONL.gz or JSON file (an object, or a list of them).

    Raises GoldError, naming file and line, where something is no JSON object.
    """
    text = read_text_of(path)
    if path.suffix == ".json":
        whole = _parsed(text, path.name)
        rows = whole if isinstance(whole, list) else [whole]
        numbered = [(f"{path.name}:{number}", row) for number, row in enumerate(rows, 1)]
    else:
        kept = [(f"{path.name}:{n}", line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        numbered = [(where, _parsed(line, where)) for where, line in kept]
    for where, row in numbered:
        if not isinstance(row, dict):
            raise GoldError(where, "not a JSON object")
        yield row


def read_text_of(path: Path) -> str:
    """A file's text, unpacked where its name ends in ``.gz``; GoldError where that cannot be had."""
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise GoldError(str(path), f"cannot be read: {reason}") from None


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise GoldError(where, f"not JSON: {error}") from None
