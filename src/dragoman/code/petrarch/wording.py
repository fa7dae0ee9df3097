"""The words of a sentence as dictionaries have them, and the clauses between commas that are passed over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dragoman.catalogue.petrarch import words_of
from dragoman.model import Sentence

__all__ = ["Word", "kept_words", "spelt", "unlisted_commas"]

#: A clause between commas, or after the last one, is passed over if it has as many words as this.
_FEWEST, _MOST = 2, 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word in capitals and the position of the token that it is, or is a part of."""

    text: str
    token: int


def spelt(sentence: Sentence) -> list[Word]:
    """All words of a sentence; signs of punctuation are none."""
    return [
        Word(text, token.i)
        for token in sentence.tokens
        if any(sign.isalnum() for sign in token.text)
        for text in words_of(token.text)
    ]


def unlisted_commas(sentence: Sentence, lists: Sequence[tuple[int, int]]) -> list[int]:
    """The commas that part clauses: those that do not stand inside a list of noun phrases."""
    return [
        token.i
        for token in sentence.tokens
        if token.text == "," and not any(first <= token.i < last for first, last in lists)
    ]


def kept_words(
    sentence: Sentence, words: Sequence[Word], commas: Sequence[int], *, tail: int | None = None
) -> tuple[list[Word], list[int]]:
    """The words that are left when short clauses between commas are taken out, and the commas that are left.

    ``tail`` is the comma before who reported it: it stays where that clause does.
    """
    left, end = list(commas), len(sentence.tokens)
    gone: set[int] = set()
    if left and _aside(sentence, words, left[-1], end):
        gone |= set(range(left.pop(), end))
    k = 0
    while k + 1 < len(left):
        if _aside(sentence, words, left[k], left[k + 1]):
            gone |= set(range(left[k], left[k + 1] + 1))
            del left[k : k + 1 + (left[k + 1] != tail)]
        else:
            k += 1
    return _without(words, gone), left


def _aside(sentence: Sentence, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a clause between two commas is short, and holds no verb whose subject stands before it."""
    if not _FEWEST <= sum(first < word.token < last for word in words) <= _MOST:
        return False
    subjects = (kid.i for i in range(first + 1, last) for kid in sentence.kids(i, "nsubj", "nsubjpass"))
    return all(i > first for i in subjects)


def _without(words: Sequence[Word], gone: Collection[int]) -> list[Word]:
    return [word for word in words if word.token not in gone]
