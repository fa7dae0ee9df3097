"""How a sentence with two marked parties is put before the classifier: the same in training and in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["LABELS", "LONGEST", "Marked", "Pieces", "mark", "pieces_of", "places_of", "whole"]

#: What the classifier tells apart: PLOVER's types, appeals apart from demands, and no act.
LABELS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "APPEAL", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip

#: Pieces of a sentence that are looked at; of a longer one, the stretch round its parties.
LONGEST = 160

#: Ids of the vocabulary: opening, closing and two pairs of marks that no text holds.
_CLS, _SEP = 101, 102
_SOURCE, _SOURCE_END, _TARGET, _TARGET_END, _NO_SOURCE, _NO_TARGET = 2, 3, 4, 5, 6, 7

Stretch = tuple[int, int]


class _Encoding(Protocol):
    @property
    def ids(self) -> list[int]: ...
    @property
    def offsets(self) -> list[Stretch]: ...


class Tokenizer(Protocol):
    """What is used of a tokenizer of the library ``tokenizers``."""

    def encode(self, text: str, *, add_special_tokens: bool) -> _Encoding: ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence in the pieces of the vocabulary: their ids, and where in the text each stands."""

    ids: tuple[int, ...]
    offsets: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """What the classifier reads: ids, the places of the two marks, and for each id its piece (or -1)."""

    ids: tuple[int, ...]
    source: int
    target: int
    pieces: tuple[int, ...]


def pieces_of(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of a text."""
    found = tokenizer.encode(text, add_special_tokens=False)
    return Pieces(tuple(found.ids), tuple(found.offsets))


def mark(
    pieces: Pieces,
    source: Stretch | None,
    target: Stretch | None,
    named: tuple[Sequence[int], Sequence[int]] = ((), ()),
) -> Marked:
    """Put the two parties between marks; one that is not in the text is named behind it, or told to be absent.

    ``source`` and ``target`` are stretches of the text; ``named`` the ids of names that the text does not hold.
    """
    first, last = _window(pieces, source, target)
    sides = [_Side(_SOURCE, _SOURCE_END, _NO_SOURCE), _Side(_TARGET, _TARGET_END, _NO_TARGET)]
    for side, span in zip(sides, (source, target), strict=True):
        if span is not None:
            side.first = _first(pieces, span)
            side.last = max(_last(pieces, span), side.first + 1)
    ids, kept = [_CLS], [-1]
    for k in range(first, last):
        opened = [side for side in sides if side.first == k]
        for side in opened:
            side.at = len(ids)
            ids.append(side.begin)
        ids.append(pieces.ids[k])
        closed = [side.end for side in sides if side.last == k + 1]
        ids += closed
        kept += [*[-1] * len(opened), k, *[-1] * len(closed)]
    for side, name in zip(sides, named, strict=True):
        if side.at < 0:
            side.at = len(ids)
            ids += [side.begin, *name] if name else [side.absent]
    kept += [-1] * (len(ids) - len(kept))
    return Marked((*ids, _SEP), sides[0].at, sides[1].at, (*kept, -1))


@dataclass(slots=True)
class _Side:
    """One party's marks, the pieces that it covers, and where its mark came to stand (-1: nowhere yet)."""

    begin: int
    end: int
    absent: int
    first: int = -1
    last: int = -1
    at: int = -1


def whole(pieces: Pieces) -> Marked:
    """A sentence without marks, to be judged as a whole."""
    n = min(len(pieces.ids), LONGEST)
    return Marked((_CLS, *pieces.ids[:n], _SEP), 0, 0, (-1, *range(n), -1))


def places_of(marked: Marked, pieces: Pieces, span: Stretch | None) -> tuple[int, ...]:
    """Where the pieces of a stretch of the text stand among the ids; nowhere where there is none."""
    if span is None:
        return ()
    covered = {k for k, (a, b) in enumerate(pieces.offsets) if a < span[1] and span[0] < b}
    return tuple(i for i, k in enumerate(marked.pieces) if k in covered)


def _first(pieces: Pieces, span: Stretch) -> int:
    """The first piece that reaches into a stretch."""
    return next(
        (k for k, (_, end) in enumerate(pieces.offsets) if end > span[0]), max(len(pieces.ids) - 1, 0)
    )


def _last(pieces: Pieces, span: Stretch) -> int:
    """One past the last piece that begins within a stretch."""
    start = _first(pieces, span)
    return max((k + 1 for k, (begin, _) in enumerate(pieces.offsets) if begin < span[1]), default=start + 1)


def _window(pieces: Pieces, source: Stretch | None, target: Stretch | None) -> Stretch:
    """Which pieces are looked at: all, or the stretch about the middle of the parties."""
    n = len(pieces.ids)
    if n <= LONGEST:
        return 0, n
    places = [_first(pieces, span) for span in (source, target) if span]
    middle = sum(places) // len(places) if places else 0
    first = min(max(0, middle - LONGEST // 2), n - LONGEST)
    return first, first + LONGEST
