"""Discards: words for which a sentence or a whole report is set aside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dragoman.catalogue.petrarch.lines import Fault, Line, words_of
from dragoman.catalogue.petrarch.phrases import Phrases

__all__ = ["Discards", "read_discards"]

Discards = Phrases[Literal["sentence", "story"]]


def read_discards(lines: Iterable[Line], discards: Discards, faults: list[Fault]) -> None:
    """Add the discards of one file to the table; with a ``+`` before them they drop the whole story."""
    for line in lines:
        words = words_of(line.text.removeprefix("+"))
        if words:
            discards.add(words, "story" if line.text.startswith("+") else "sentence")
        else:
            faults.append(line.fault("a discard without words"))
