"""Noun phrases of a sentence, as far as its parse tells them, and those that stand in a list together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model import Sentence, Token

__all__ = ["Group", "Stretch", "groups_of"]

#: Relations in which a word stands for something by itself.
_PLACES = frozenset(
    {"nsubj", "nsubjpass", "csubj", "dobj", "dative", "iobj", "pobj", "attr", "appos", "oprd", "npadvmod"}
)
#: Relations in which a noun belongs to the noun after it.
_INSIDE = frozenset({"compound", "nmod", "amod", "poss", "nummod", "quantmod", "det", "punct"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = ("NN", "PRP", "CD")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A noun phrase without what follows its head: token positions from ``first`` to ``last``, which is excluded."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Group:
    """One noun phrase, or several that stand in a list with "and" or "or"."""

    parts: tuple[Stretch, ...]

    @property
    def first(self) -> int:
        """The position of its first word."""
        return self.parts[0].first

    @property
    def last(self) -> int:
        """The position after its last word."""
        return self.parts[-1].last


def groups_of(
    sentence: Sentence, joined: Collection[tuple[int, int]] = (), barred: Collection[int] = ()
) -> tuple[Group, ...]:
    """The noun phrases of a sentence in order, lists gathered.

    A stretch of ``joined`` is never cut apart, and no phrase holds a ``barred`` position.
    """
    parts = [piece for part in _stretches(sentence) for piece in _around(part, barred)]
    for first, last in joined:
        touched = [part for part in parts if part.first < last and first < part.last]
        if touched or last - first > 1:
            start = min([first, *(part.first for part in touched)])
            end = max([last, *(part.last for part in touched)])
            parts = sorted([*(p for p in parts if p not in touched), Stretch(start, end)], key=_begins)
    return _gathered(sentence, [piece for part in parts for piece in _cut(sentence, part, joined)])


def _begins(part: Stretch) -> int:
    return part.first


def _stretches(sentence: Sentence) -> list[Stretch]:
    found: list[Stretch] = []
    for token in sentence.tokens:
        if not _heads(token):
            continue
        first = token.i
        for kid in sentence.kids(token.i):
            if kid.i < token.i and kid.dep not in {"cc", "preconj", "prep"}:
                first = min(first, *sentence.subtree(kid.i))
        while found and first <= found[-1].first:
            found.pop()
        found.append(Stretch(max(first, found[-1].last if found else 0), token.i + 1))
    return found


def _around(part: Stretch, barred: Collection[int]) -> list[Stretch]:
    """What is left of a stretch on either side of barred positions."""
    edges = [part.first - 1, *(i for i in range(part.first, part.last) if i in barred), part.last]
    pairs = pairwise(edges)
    return [Stretch(before + 1, after) for before, after in pairs if after > before + 1]


def _heads(token: Token) -> bool:
    """Whether a word heads a noun phrase of its own."""
    if token.tag.startswith("VB") or token.pos == "PUNCT":
        return False
    if token.tag.startswith(_NOUNS):
        return not (token.dep in _INSIDE and token.head > token.i)
    return token.dep in _PLACES and token.tag[:2] in {"JJ", "DT", "FW"}


def _cut(sentence: Sentence, part: Stretch, joined: Collection[tuple[int, int]]) -> list[Stretch]:
    """A stretch cut where a noun in it is joined to another by "and"."""
    tokens, pieces, start = sentence.tokens, [], part.first
    for i in range(part.first + 1, part.last - 1):
        named = any(first < i < last - 1 or (first <= i < last) for first, last in joined)
        if tokens[i].tag == "CC" and tokens[i - 1].tag.startswith("NN") and not named:
            pieces.append(Stretch(start, i))
            start = i + 1
    return [*pieces, Stretch(start, part.last)]


def _gathered(sentence: Sentence, parts: list[Stretch]) -> tuple[Group, ...]:
    groups: list[Group] = []
    k = 0
    while k < len(parts):
        size = _list_from(sentence, parts, k)
        groups.append(Group(tuple(parts[k : k + size])))
        k += size
    return tuple(groups)


def _list_from(sentence: Sentence, parts: list[Stretch], k: int) -> int:
    """How many phrases stand in a list from one on: commas between them, and "and" or "or" before the last.

    "A, B and C" is one list; "A and B, and C and D" are two.
    """
    size, closed = 1, 0
    while k + size < len(parts):
        between = sentence.tokens[parts[k + size - 1].last : parts[k + size].first]
        signs = [token.lower if token.tag == "CC" else token.text for token in between]
        ended = signs in (["and"], ["or"], ["nor"], ["&"])
        if not (ended or signs in ([","], [",", "and"], [",", "or"])) or _other_clause(
            sentence, parts[k + size]
        ):
            break
        if closed and not ended:
            break
        size += 1
        if signs != [","]:
            closed = size
    return closed or 1


def _other_clause(sentence: Sentence, part: Stretch) -> bool:
    """Whether a phrase is the subject of a clause that begins with it, and no member of a list."""
    head = sentence.tokens[part.last - 1]
    if head.dep not in _SUBJECTS:
        return False
    return all(
        sentence.tokens[i].head in range(part.first, part.last) or i == head.i
        for i in range(part.first, part.last)
    )
