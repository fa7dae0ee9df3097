"""The task ``attribution``: source, cue and content, exact and over the words that they cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.score.spans import Counts, covered, figures_of, words_of
from dragoman.score.task import Figures, Item, Line, register

__all__ = ["PARTS"]

PARTS = ("source", "cue", "content")


def _spans(attribution: Any, part: str) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(span) for span in attribution.get(part) or ())


@register("attribution", "source, cue and content of attributions", gold=("attributions",))
def attribution(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure attributions; ``exact`` asks for the same spans, ``words`` for the same words in them."""
    exact = {part: Counts() for part in PARTS}
    over_words = {part: Counts() for part in PARTS}
    for item, predicted in pairs:
        words = words_of(item.given["text"])
        sides = (item.gold["attributions"], [a for line in predicted for a in line["attributions"]])
        for part in PARTS:
            gold, got = ([spans for one in side if (spans := _spans(one, part))] for side in sides)
            exact[part].add(gold, got)
            sets = (covered([span for spans in side for span in spans], words) for side in (gold, got))
            over_words[part].add(*sets)
    ways = (("exact", exact), ("words", over_words))
    return figures_of({f"{part} {way}": counts[part] for way, counts in ways for part in PARTS})
