"""The task ``authored``: records of single sentences against the acts marked in them, and whether confidence holds.

Only the part of the sentences that was neither trained on nor calibrated with is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError
from dragoman.score.marked import Act, Authored, Faulty, part_of, read_folder
from dragoman.score.task import Figures, Item, Line, register

__all__ = ["answers", "expected_error", "judged", "reliability"]


def _read(path: Path) -> Iterator[Item]:
    try:
        for row in read_folder(path):
            if part_of(row.text) == "dev":
                yield Item(row.id, {"text": row.text}, row, row.id)
    except Faulty as fault:
        raise GoldError(str(path), str(fault)) from None


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _met(parties: Sequence[Mapping[str, Any]], spans: Sequence[Sequence[int]]) -> bool:
    """Whether each of the spans is one of the parties, and nobody stands there who is none of them."""
    named = all(any(_touch(p["span"], span) for p in parties) for span in spans)
    return named and all(any(_touch(p["span"], span) for span in spans) for p in parties)


def answers(record: Line, act: Act, row: Authored) -> bool:
    """Whether a record tells of an act: its type, and the parties of both sides."""
    if record["event"] != [act.type]:
        return False
    sides = [[row.marks[n] for n in side] for side in (act.actors, act.recipients)]
    if act.mutual:
        return _met([*record["actor"], *record["recipient"]], sides[0] + sides[1])
    return _met(record["actor"], sides[0]) and _met(record["recipient"], sides[1])


def judged(record: Line, row: Authored) -> bool | None:
    """Whether a record is right; ``None`` where it tells of words that nobody marked."""
    if any(answers(record, act, row) for act in row.acts):
        return True
    trigger = record["evidence"]["trigger"]
    marked = any(_touch(trigger, row.marks[act.trigger]) for act in row.acts)
    parties = [p["span"] for p in (*record["actor"], *record["recipient"])]
    ours = all(any(_touch(span, mark) for mark in row.parties.values()) for span in parties)
    return False if marked or ours or not row.acts else None


def reliability(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> list[tuple[float, int, float, float]]:
    """For each tenth of confidence: its lower edge, how many, their mean confidence, the share that is right."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        groups.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    return [
        (k / bins, len(g), sum(c for c, _ in g) / len(g), sum(r for _, r in g) / len(g))
        for k, g in sorted(groups.items())
    ]


def expected_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error over tenths of confidence."""
    table = reliability(pairs)
    return sum(n * abs(mean - share) for _, n, mean, share in table) / max(1, len(pairs))


@register("authored", "records of single sentences, and how well confidence holds", reader=_read)
def authored(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure the marked acts that are found, the records that are right, and the calibration of confidence."""
    acts = found = 0
    trust: list[tuple[float, bool]] = []
    for item, records in pairs:
        acts += len(item.gold.acts)
        found += sum(any(answers(r, act, item.gold) for r in records) for act in item.gold.acts)
        told = [(float(r["confidence"]), judged(r, item.gold)) for r in records]
        trust += [(confidence, right) for confidence, right in told if right is not None]
    right = sum(r for _, r in trust)
    values = {
        "recall": found / max(1, acts),
        "precision": right / max(1, len(trust)),
        "calibration error": expected_error(trust),
    }
    lines = [f"{name:18} {100 * value:5.1f}" for name, value in values.items()]
    lines.append(f"of {len(pairs)} sentences with {acts} acts, {len(trust)} records judged")
    lines.append("confidence    n   mean  right")
    lines += [f"  {low:.1f}+ {n:8} {mean:6.2f} {share:6.2f}" for low, n, mean, share in reliability(trust)]
    return Figures(tuple(lines), {**values, "gold": float(acts)})
