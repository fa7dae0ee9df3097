"""Measure time expressions: spans strict and relaxed, and values, as F1.

    python bench/times.py FILE [--errors]

FILE is JSONL or JSONL.gz with ``text`` and either ``timexes`` (start, end, value; publication day
``dct``) or ``dates`` (``char``, ``when`` or ``from`` and ``to``; publication day ``date``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.code.calendar import bracket
from dragoman.code.times import find_times
from dragoman.model import Time
from dragoman.parse import parse_text

NOT_MARKED = {"duration", "set", "ref"}


@dataclass
class Counts:
    gold: int = 0
    predicted: int = 0
    hits: dict[str, int] = field(default_factory=lambda: {"strict": 0, "relaxed": 0, "value": 0})

    def f1(self, name: str) -> float:
        return 200 * self.hits[name] / max(1, self.gold + self.predicted)


def items(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.split("\n"):
        if line.strip():
            yield json.loads(line)


def gold_of(item: dict[str, Any]) -> tuple[list[tuple[int, int, str, str | None]], bool]:
    """The marked times; true where the set marks dates alone."""
    if "timexes" in item:
        return [(t["start"], t["end"], t["value"], None) for t in item["timexes"]], False
    out = []
    for one in item["dates"]:
        value = one.get("when") or one.get("from") or one.get("notBefore") or one.get("notAfter")
        out.append((*one["char"], value, one.get("to")))
    return out, True


def same_value(gold: tuple[int, int, str, str | None], value: str, end: str | None, days: bool) -> bool:
    if not days:
        return gold[2] == value
    value = value.split("T")[0]
    if gold[3] is None:
        return gold[2] == value
    first, last, _ = bracket(value)
    wanted = bracket(gold[2])[0], bracket(gold[3])[1]
    return wanted == (first, bracket(end)[1] if end else last)


def compare(item: dict[str, Any], found: list[Time], counts: Counts) -> Iterator[str]:
    """Count one text's hits, and tell each miss in a line."""
    gold, days = gold_of(item)
    left = [t for t in found if t.kind != "anaphor" and not (days and t.kind in NOT_MARKED)]
    counts.gold += len(gold)
    counts.predicted += len(left)
    text = item["text"]
    for one in gold:
        near = [t for t in left if t.span.start < one[1] and one[0] < t.span.end]
        exact = [t for t in near if tuple(t.span) == one[:2]]
        best = (exact or near or [None])[0]
        good = best is not None and same_value(one, best.value, best.end_value, days)
        if best is not None:
            left.remove(best)
            counts.hits["relaxed"] += 1
            counts.hits["strict"] += bool(exact)
            counts.hits["value"] += good
        if not exact or not good:
            told = (text[slice(*best.span)], best.value, best.rung) if best else None
            yield f"gold {text[one[0] : one[1]]!r} {one[2:]} got {told} | {around(text, one[0], one[1])}"
    for extra in left:
        said = text[slice(*extra.span)]
        yield f"extra {said!r} {extra.value} {extra.rung} | {around(text, *extra.span)}"


def around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 40) : end + 30].replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each miss")
    options = parser.parse_args()
    counts, spent, words = Counts(), 0.0, 0
    for item in items(options.file):
        day = item.get("dct") or item.get("date")
        sentences = parse_text(item["text"])
        started = time.perf_counter()
        found = find_times(sentences, date.fromisoformat(day) if day else None)
        spent += time.perf_counter() - started
        words += sum(len(s.tokens) for s in sentences)
        for line in compare(item, list(found), counts):
            if options.errors:
                print(item["id"], line)
    figures = (f"{name} F1 {counts.f1(name):.1f}" for name in counts.hits)
    print(f"gold {counts.gold} predicted {counts.predicted}", *figures)
    print(f"{spent / max(1, words) * 1e6:.2f} microseconds per word over {words} words")


if __name__ == "__main__":
    main()
