"""A folder of dictionaries: which of its files are which, read into one set of tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.catalogue.petrarch.actors import Actors, read_actors
from dragoman.catalogue.petrarch.agents import Agents, read_agents
from dragoman.catalogue.petrarch.discards import Discards, read_discards
from dragoman.catalogue.petrarch.lines import Fault, Line, lines_of
from dragoman.catalogue.petrarch.phrases import Phrases
from dragoman.catalogue.petrarch.verbs import Verbs, read_verbs
from dragoman.errors import CatalogueError, WrongUse

__all__ = ["Dictionaries", "load_dictionaries"]

_NAME = re.compile(r".*\.(actors|agents|verbs|discards)\.txt(\.gz)?|(CAMEO\.\d[\w.]*?)\.txt(\.gz)?", re.I)


@dataclass(slots=True)
class Dictionaries:
    """The tables of a folder, the files that they are made of, and the lines that could not be read."""

    actors: Actors = field(default_factory=Phrases)
    agents: Agents = field(default_factory=Phrases)
    verbs: Verbs = field(default_factory=Verbs)
    discards: Discards = field(default_factory=Phrases)
    files: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list)


def load_dictionaries(folder: Path) -> Dictionaries:
    """Read all dictionaries of a folder, in the order of their names.

    Raises WrongUse where the folder is none or holds no dictionary, and where a file cannot be read.
    """
    if not folder.is_dir():
        raise WrongUse(f"--petrarch-dictionaries: {folder} is no folder.")
    kinds = {path: kind for path in sorted(folder.iterdir()) if path.is_file() and (kind := _kind(path.name))}
    if not kinds:
        names = "NAME.actors.txt, NAME.agents.txt, NAME.verbs.txt or NAME.discards.txt"
        raise WrongUse(f"--petrarch-dictionaries: {folder} holds no dictionary ({names}, also .gz).")
    made = Dictionaries(files=tuple(path.name for path in kinds))
    for path, kind in kinds.items():
        try:
            _reader(kind, made)(lines_of(path))
        except CatalogueError as error:
            raise WrongUse(f"--petrarch-dictionaries: {error}.") from None
    return made


def _kind(name: str) -> str:
    """Which dictionary a file of that name is: actors, agents, verbs, discards, or none of them.

    >>> _kind("Own.actors.txt.gz"), _kind("CAMEO.2.0.txt"), _kind("README.md")
    ('actors', 'verbs', '')
    """
    found = _NAME.fullmatch(name)
    return "" if not found else (found[1] or "verbs").lower()


def _reader(kind: str, made: Dictionaries) -> Callable[[Iterable[Line]], None]:
    if kind == "actors":
        return lambda lines: read_actors(lines, made.actors, made.faults)
    if kind == "agents":
        return lambda lines: read_agents(lines, made.agents, made.faults)
    if kind == "verbs":
        return lambda lines: read_verbs(lines, made.verbs, made.faults)
    return lambda lines: read_discards(lines, made.discards, made.faults)
