"""Names of several words, found where they begin in a row of words; the longest wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["Phrases"]


class Phrases[T]:
    """A table of phrases with a value each; of two values of one phrase the first stays."""

    def __init__(self) -> None:
        self._table: dict[str, dict[tuple[str, ...], T]] = {}
        self._longest: dict[str, int] = {}

    def add(self, words: tuple[str, ...], value: T) -> T:
        """Keep a phrase and its value, and return the value that it has."""
        first = words[0]
        self._longest[first] = max(self._longest.get(first, 0), len(words))
        return self._table.setdefault(first, {}).setdefault(words, value)

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, T]]:
        """The phrases that begin at a word, the longest first, each with the position after it."""
        found = self._table.get(words[start])
        if found is None:
            return
        for length in range(min(self._longest[words[start]], len(words) - start), 0, -1):
            value = found.get(tuple(words[start : start + length]))
            if value is not None:
                yield start + length, value

    def anywhere(self, words: Sequence[str]) -> T | None:
        """The value of the first phrase that stands somewhere in a row of words, or None."""
        return next((value for i in range(len(words)) for _, value in self.at(words, i)), None)

    def __len__(self) -> int:
        return sum(len(found) for found in self._table.values())
