"""The task ``figures``: what a report says of killed and captured, of the day and of the province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.score.task import Figures, Item, Line, register

__all__: list[str] = []

#: The counts, by their name in a prediction and in the gold.
_COUNTS = {"killed": "min_killed", "captured": "min_captured"}


def _names(provinces: Sequence[str]) -> frozenset[str]:
    return frozenset(name.strip().lower() for name in provinces)


def _exact(gold: Mapping[str, Any], line: Line) -> dict[str, bool]:
    """Which figures of one report are right; the provinces are right where all are and no other."""
    right = {name: line[name] == gold[key] for name, key in _COUNTS.items()}
    right["start date"] = line["start_date"] == gold["start_date"]
    right["province"] = _names(line["province"]) == _names(gold["province"])
    return right


@register("figures", "killed, captured, day and province of a report", gold=("gold",))
def figures(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure figures: the share that is exact of each, and by how many the counts are off on average."""
    told = [(item.gold["gold"], line) for item, lines in pairs for line in lines]
    n = max(len(told), 1)
    exact = [_exact(gold, line) for gold, line in told]
    values = {f"{name} exact": sum(one[name] for one in exact) / n for name in exact[0]} if exact else {}
    for name, key in _COUNTS.items():
        values[f"{name} error"] = sum(abs(line[name] - gold[key]) for gold, line in told) / n
    return Figures(tuple(f"{name:16} {value:.3f}" for name, value in values.items()), values)
