"""Measure attributions: source, cue and content as F1, exact and over the tokens that they cover.

    python bench/attribution.py FILE [--limit N] [--facts]

FILE is JSONL or JSONL.gz with ``text`` and ``attributions`` (lists of spans for ``source``, ``cue``
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.catalogue import catalogue
from dragoman.code.attribution import as_spans, find_attributions
from dragoman.code.cues import cues
from dragoman.parse import parse_text

PARTS = ("source", "cue", "content")


def items(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words(text: str) -> list[tuple[int, int]]:
    """Where each word between white space stands."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def covered(spans: Sequence[Sequence[int]], tokens: Sequence[tuple[int, int]]) -> set[int]:
    """The tokens that share a character with any of the spans."""
    return {k for k, (a, b) in enumerate(tokens) if any(s < b and a < e for s, e in spans)}


class Tally:
    """Hits, predicted and gold, for each part and way of counting."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def add(self, part: str, way: str, gold: Counter[Any], got: Counter[Any]) -> None:
        self.counts[part, way, "hit"] += sum((gold & got).values())
        self.counts[part, way, "gold"] += sum(gold.values())
        self.counts[part, way, "got"] += sum(got.values())

    def line(self, part: str, way: str) -> str:
        hit, gold, got = (self.counts[part, way, k] for k in ("hit", "gold", "got"))
        precision, recall = 100 * hit / max(1, got), 100 * hit / max(1, gold)
        return (
            f"{part:8} {way:7} F1 {200 * hit / max(1, gold + got):5.1f}  P {precision:5.1f}  R {recall:5.1f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--facts", action="store_true", help="without attitudes, as records use it")
    options = parser.parse_args()
    tally, spent, size = Tally(), 0.0, 0
    # Read once, so that the time is that of the work alone.
    cues(), catalogue()
    for number, item in enumerate(items(options.file)):
        if options.limit and number >= options.limit:
            break
        text = item["text"]
        sentences = parse_text(text)
        started = time.perf_counter()
        found = find_attributions(sentences, text, attitudes=not options.facts)
        spent += time.perf_counter() - started
        size += sum(len(s.tokens) for s in sentences)
        got = as_spans(found, sentences)
        tokens = words(text)
        for part in PARTS:
            pairs = [
                Counter(tuple(map(tuple, a[part])) for a in side if a[part])
                for side in (item["attributions"], got)
            ]
            tally.add(part, "exact", *pairs)
            all_spans = [[s for a in side for s in a[part]] for side in (item["attributions"], got)]
            tally.add(part, "tokens", *(Counter(covered(spans, tokens)) for spans in all_spans))
    for part in PARTS:
        for way in ("exact", "tokens"):
            print(tally.line(part, way))
    print(f"{spent / max(1, size) * 1e6:.2f} microseconds per word over {size} words")


if __name__ == "__main__":
    main()
