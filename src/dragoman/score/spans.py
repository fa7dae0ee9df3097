"""Counting hits of spans: precision, recall and F1, and the words that spans cover."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.score.task import Figures

__all__ = ["Counts", "covered", "figures_of", "words_of"]


@dataclass(slots=True)
class Counts:
    """Hits, and how many there were to hit and were predicted."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> None:
        """Count one text's things; each answers at most once."""
        want, got = Counter(gold), Counter(predicted)
        self.hits += sum((want & got).values())
        self.gold += sum(want.values())
        self.predicted += sum(got.values())

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where there is neither.

        >>> Counts(hits=1, gold=2, predicted=2).f1
        0.5
        """
        both = self.gold + self.predicted
        return 2 * self.hits / both if both else 0.0

    def line(self, name: str) -> str:
        """The figures as one line."""
        precision = self.hits / self.predicted if self.predicted else 0.0
        recall = self.hits / self.gold if self.gold else 0.0
        return f"{name:18} F1 {self.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}"


def figures_of(counts: Mapping[str, Counts]) -> Figures:
    """Counts by name as figures: a line for each, and its F1."""
    lines = tuple(count.line(name) for name, count in counts.items())
    return Figures(lines, {name: count.f1 for name, count in counts.items()})


def words_of(text: str) -> list[tuple[int, int]]:
    """Where each word between white space stands."""
    return [match.span() for match in re.finditer(r"\S+", text)]


def covered(spans: Iterable[Sequence[int]], words: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the words that share a character with any of the spans.

    >>> sorted(covered([(2, 5)], [(0, 3), (4, 6), (7, 9)]))
    [0, 1]
    """
    starts, ends = [first for first, _ in words], [last for _, last in words]
    return {n for start, end in spans for n in range(bisect_right(ends, start), bisect_left(starts, end))}
