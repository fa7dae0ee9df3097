"""Whether the words around a verb are those that a pattern asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.catalogue.petrarch import Element, Pattern
from dragoman.code.petrarch.naming import Unit

__all__ = ["Bound", "Row", "match"]


@dataclass(frozen=True, slots=True)
class Bound:
    """The units that a pattern names as source and target, where it names them."""

    source: Unit | None = None
    target: Unit | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one side of a verb, the nearest first.

    ``units`` are the phrases that begin at a position (seen from the verb), each with the position after it;
    ``reach`` says where the phrase ends that the word at a position opens.
    """

    words: Sequence[str]
    units: Mapping[int, tuple[int, Unit]] = field(default_factory=dict)
    reach: Sequence[int] = ()
    backwards: bool = False


def match(pattern: Pattern, before: Row, after: Row) -> Bound | None:
    """What a pattern binds where both of its sides match; None where they do not.

    A sign for both parties binds one unit as source and target; after the verb only the target, unless
    nobody stands before it.
    """
    low = next(_side(after, pattern.after, 0, 0, Bound()), None)
    if low is None:
        return None
    return next(_side(before, pattern.before, 0, 0, low), None)


def _side(row: Row, elements: Sequence[Element], at: int, limit: int, bound: Bound) -> Iterator[Bound]:
    """The ways in which elements match from a position on; ``limit`` is where the group begun before ends."""
    if not elements:
        yield bound
        return
    one, rest = elements[0], elements[1:]
    end = min(limit, len(row.words)) if limit else len(row.words)
    for p in range(at, min(at + 1, end) if one.glued else end):
        for after in _taken(row, one, p):
            reached = (limit or _reach(row, p)) if _goes_on(one, rest) else 0
            yield from _side(row, rest, after, reached, _binding(row, one, p, bound))
        if p in row.units and _stops(row, one, p):
            return


def _goes_on(one: Element, rest: Sequence[Element]) -> bool:
    return bool(rest) and one.group != 0 and rest[0].group == one.group


def _reach(row: Row, p: int) -> int:
    return row.reach[p] if p < len(row.reach) else len(row.words)


def _taken(row: Row, one: Element, p: int) -> Iterator[int]:
    """The positions after what an element takes at a position."""
    if one.kind == "words":
        for option in one.options:
            wanted = option[::-1] if row.backwards else option
            if tuple(row.words[p : p + len(wanted)]) == wanted:
                yield p + len(wanted)
    elif p in row.units:
        after, unit = row.units[p]
        if one.kind == "skip" or _fits(one, unit):
            yield after


def _fits(one: Element, unit: Unit) -> bool:
    return len(unit.named) > 1 if one.kind == "both" else bool(unit.named)


def _stops(row: Row, one: Element, p: int) -> bool:
    """A sign for a party stands for the first that is named, and a skip skips the first phrase."""
    return one.kind != "words" and (one.kind == "skip" or _fits(one, row.units[p][1]))


def _binding(row: Row, one: Element, p: int, bound: Bound) -> Bound:
    if one.kind not in {"source", "target", "both"}:
        return bound
    unit = row.units[p][1]
    if one.kind == "source":
        return replace(bound, source=unit)
    if one.kind == "target" or not row.backwards:
        return replace(bound, target=unit)
    return replace(bound, source=unit, target=unit)
