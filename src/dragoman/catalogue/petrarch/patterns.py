"""The pattern of a verb: what must stand before and after it, and the code that it then has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.catalogue.petrarch.lines import BadLine, plural, words_of

__all__ = ["Element", "Pattern", "Wording", "read_pattern"]

#: The wordings that stand for one word of a pattern.
Wording = tuple[tuple[str, ...], ...]
Kind = Literal["words", "source", "target", "both", "skip"]

_WHOLE = re.compile(r"-\s*(.*?)\s*\[\s*([^\]]*?)\s*\]")
_PIECE = re.compile(r"\s+|[$+%^*(){}_]|&?[^\s$+%^*(){}_&]+")
_SIGNS: dict[str, Kind] = {"$": "source", "+": "target", "%": "both", "^": "skip"}


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a pattern asks for; ``glued`` to what stands nearer to the verb, without a word between.

    Elements of one ``group`` (0 for none) stand in one prepositional or noun phrase.
    """

    kind: Kind
    options: Wording = ()
    glued: bool = False
    group: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands before the verb (the nearest first) and after it, the code, and where the pattern is written."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]
    code: str
    place: str
    bracketed: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All words that the pattern can ask for."""
        elements = (*self.before, *self.after)
        return frozenset(word for one in elements for option in one.options for word in option)

    @property
    def weight(self) -> int:
        """How much the pattern asks for."""
        return sum(1 for one in (*self.before, *self.after) if one.kind == "words")


def read_pattern(text: str, synsets: Mapping[str, Wording], place: str) -> Pattern:
    """Read a line such as ``- $ * &BEAST_RIDERS (WITH +) [050]``; BadLine where it is none."""
    found = _WHOLE.fullmatch(text)
    if not found:
        raise BadLine("no pattern: - words with a * for the verb [code]")
    told, code = found[1].upper(), found[2].rstrip("?! ")
    if told.count("*") != 1:
        raise BadLine("a pattern has one * where the verb stands")
    bracketed = any(sign in told for sign in "(){}")
    for opens, closes in ("()", "{}"):
        if told.count(opens) != told.count(closes):
            raise BadLine(f"{opens} and {closes} do not match")
    elements = _elements(_PIECE.findall(told), synsets, plurals=bracketed)
    verb = next(i for i, one in enumerate(elements) if one is None)
    before = _towards([one for one in elements[:verb] if one is not None], _glued_verb(told))
    after = tuple(one for one in elements[verb + 1 :] if one is not None)
    return Pattern(before, after, code, place, bracketed)


def _glued_verb(told: str) -> bool:
    return "_*" in told


def _towards(elements: list[Element], last: bool) -> tuple[Element, ...]:
    """Elements before the verb, the nearest first, each glued to the one that is nearer."""
    glue = [one.glued for one in elements[1:]] + [last] * bool(elements)
    pairs = zip(reversed(elements), reversed(glue), strict=True)
    return tuple(Element(one.kind, one.options, glued) for one, glued in pairs)


def _elements(pieces: list[str], synsets: Mapping[str, Wording], *, plurals: bool) -> list[Element | None]:
    """The elements in order, with None for the verb."""
    found: list[Element | None] = []
    group = deep = 0
    for i, piece in enumerate(pieces):
        if piece in "({":
            group += deep == 0
            deep += 1
        elif piece in ")}":
            deep -= 1
        elif piece == "*":
            found.append(None)
        elif piece == "_" or piece.isspace():
            continue
        else:
            # An underscore before a space says that a word is meant as it stands, which all are.
            glued = bool(found) and i > 1 and pieces[i - 1] == "_" and not pieces[i - 2].isspace()
            kind = _SIGNS.get(piece, "words")
            options = _options(piece, synsets, plurals) if kind == "words" else ()
            if kind != "words" or options:
                found.append(Element(kind, options, glued, group if deep else 0))
    return found


def _options(piece: str, synsets: Mapping[str, Wording], plurals: bool) -> Wording:
    if piece.startswith("&"):
        if piece not in synsets:
            raise BadLine(f"no synonym set {piece} before this line")
        return synsets[piece]
    words = words_of(piece)
    if not words:
        return ()
    return (words, (*words[:-1], plural(words[-1]))) if plurals else (words,)
