"""Actors: names and their synonyms, with codes that can hold for some days only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.catalogue.petrarch.lines import BadLine, Fault, Line, words_of
from dragoman.catalogue.petrarch.phrases import Phrases

__all__ = ["Actors", "Coding", "code_on", "read_actors"]

_BRACKET = re.compile(r"\[([^\]]*)\]")
_CODE = re.compile(r"([A-Za-z0-9/+#-]+)\s*(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))?")
_DAY = timedelta(days=1)
#: Two digits of a year up to this one mean the years from 2000.
_CENTURY = 30
#: Codes that stand for nobody.
_NOBODY = ("---", "+++", "###")


@dataclass(frozen=True, slots=True)
class Coding:
    """A code and the days from ``first`` to ``last`` (both included) for which it holds."""

    code: str
    first: date | None = None
    last: date | None = None

    @property
    def dated(self) -> bool:
        """Whether the code holds for some days only."""
        return self.first is not None or self.last is not None

    def holds(self, day: date | None) -> bool:
        """Whether the code holds on a day; on a day that is not known, only where it always does."""
        if day is None:
            return not self.dated
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


Actors = Phrases[list[Coding]]


def code_on(codings: Iterable[Coding], day: date | None) -> str | None:
    """The code that holds on a day: the first that is bound to days, else the first that is not; else None."""
    fit = [one for one in codings if one.holds(day)]
    best = next((one for one in fit if one.dated), fit[0] if fit else None)
    return None if best is None or best.code.startswith(_NOBODY) else best.code


@dataclass(slots=True)
class _Block:
    """A name with its synonyms, while its codes are gathered."""

    line: Line
    names: list[tuple[str, ...]] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)


def read_actors(lines: Iterable[Line], actors: Actors, faults: list[Fault]) -> None:
    """Add the actors of one file to the table; lines that cannot be read are added to the faults."""
    block: _Block | None = None
    for line in lines:
        name, rest = _cut(line.text)
        if name and not name.startswith("+"):
            _close(block, actors, faults)
            block = _Block(line)
        if block is None:
            faults.append(line.fault("a synonym or a code without a name before it"))
            continue
        words = words_of(name.lstrip("+"))
        if words:
            block.names.append(words)
        elif name:
            faults.append(line.fault("a name without words"))
        _take(line, rest, block, faults)
    _close(block, actors, faults)


def _take(line: Line, rest: str, block: _Block, faults: list[Fault]) -> None:
    found = _BRACKET.findall(rest)
    if _BRACKET.sub("", rest).strip() or (not found and rest.strip()):
        faults.append(line.fault(f"what stands after the name is no code: {rest.strip()!r}"))
        return
    for told in found:
        try:
            block.codings.append(_coding(told))
        except BadLine as error:
            faults.append(line.fault(str(error)))


def _cut(text: str) -> tuple[str, str]:
    """The name at the beginning of a line, and the rest with its codes."""
    at = text.find("[")
    return (text, "") if at < 0 else (text[:at].strip(), text[at:])


def _close(block: _Block | None, actors: Actors, faults: list[Fault]) -> None:
    if block is None:
        return
    if not block.codings:
        faults.append(block.line.fault("a name without a code"))
        return
    for words in block.names:
        kept = actors.add(words, [])
        kept += [one for one in block.codings if one not in kept]


def _coding(told: str) -> Coding:
    """What stands between brackets: a code, and the days of it.

    >>> _coding("NARGOV 19500601 - 19590815").first, _coding("CAL <500630").last
    (datetime.date(1950, 6, 1), datetime.date(1950, 6, 29))
    """
    found = _CODE.fullmatch(told.strip())
    if not found:
        raise BadLine(f"no code: [{told}]")
    code, side, edge, first, last = found.groups()
    if side == "<":
        return Coding(code, last=_day(edge, told) - _DAY)
    if side == ">":
        return Coding(code, first=_day(edge, told))
    if first is not None:
        return Coding(code, _day(first, told), _day(last, told))
    return Coding(code)


def _day(digits: str, told: str) -> date:
    if len(digits) == 6:
        digits = f"{'20' if int(digits[:2]) <= _CENTURY else '19'}{digits}"
    try:
        if len(digits) != 8:
            raise ValueError
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise BadLine(f"no day in [{told}]") from None
