"""Dictionary files line by line: comments taken out, names cut into words, faults kept with their place."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import CatalogueError

__all__ = ["BadLine", "Fault", "Line", "lines_of", "parsed", "plural", "words_of"]

_REMARK = re.compile(r"<!\s*--.*?(-->|\Z)", re.S)
_APART = re.compile(r"[\s_\-]+")
_SHORT = re.compile(r"(?<=\w)(N'T|'S|')$")


class BadLine(ValueError):
    """A line that its dictionary's form does not allow; says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read, with its place and the reason."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without comment: its file, its number, its text in capitals, whether it is set in from the margin."""

    file: str
    number: int
    text: str
    indented: bool

    def fault(self, what: str) -> Fault:
        """The fault that lies in this line."""
        return Fault(self.file, self.number, what)

    @property
    def place(self) -> str:
        """File and line, as a record names them."""
        return f"{self.file}:{self.number}"


def lines_of(path: Path) -> Iterator[Line]:
    """The lines of a dictionary that hold something; CatalogueError where the file cannot be read."""
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")
    except (OSError, EOFError, zlib.error) as error:
        raise CatalogueError(str(path), f"cannot be read: {error}") from None
    # A remark over many lines leaves its line ends, so that the numbers of those after it hold.
    text = _REMARK.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, raw in enumerate(text.split("\n"), 1):
        told = _uncommented(raw)
        if told.strip():
            yield Line(path.name, number, told.strip(), raw[:1].isspace())


def _uncommented(raw: str) -> str:
    """A line up to its comment; a ``#`` inside brackets is a code of its own."""
    depth = 0
    for i, sign in enumerate(raw):
        depth += (sign == "[") - (sign == "]")
        if sign == "#" and depth <= 0:
            return raw[:i]
    return raw


def parsed[T](line: Line, faults: list[Fault], read: Callable[[str], T]) -> T | None:
    """What ``read`` makes of a line; ``None``, and a fault more, where it cannot be read."""
    try:
        return read(line.text)
    except BadLine as error:
        faults.append(line.fault(str(error)))
        return None


def words_of(name: str) -> tuple[str, ...]:
    """A name cut into the words that a parsed sentence has, in capitals.

    >>> words_of("CAIR-PARAVEL_MEN"), words_of("DON'T"), words_of("NARNIA'S")
    (('CAIR', 'PARAVEL', 'MEN'), ('DO', "N'T"), ('NARNIA', "'S"))
    """
    found: list[str] = []
    for piece in _APART.split(name.upper().replace("’", "'")):
        cut = _SHORT.search(piece)
        parts = (piece[: cut.start()], cut[0]) if cut else (piece,)
        found += [part for part in parts if part]
    return tuple(found)


def plural(noun: str) -> str:
    """The regular plural of a noun in capitals.

    >>> plural("DRYAD"), plural("FAERY"), plural("LYNX")
    ('DRYADS', 'FAERIES', 'LYNXES')
    """
    if noun.endswith("Y") and noun[-2:-1] not in "AEIOU":
        return f"{noun[:-1]}IES"
    return f"{noun}ES" if noun.endswith(("S", "X", "Z", "CH", "SH")) else f"{noun}S"
