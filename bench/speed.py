"""Measure speed: spaCy's parse alone beside the whole coding, in one process and in two.

    python bench/speed.py FILE [--limit STORIES] [--write bench/last.json]

FILE is JSONL or JSONL.gz with ``id``, ``date``, ``title`` and ``text``.  Both sides read the same
paragraphs with the same components in the same batches, in the same run; models are loaded and warm
before the clock starts.  Words are those between white space.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sys
import time
from collections.abc import Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dragoman import flow
from dragoman.errors import BadInput
from dragoman.model import Reading, Report
from dragoman.parse import models
from dragoman.read import read_text
from dragoman.score.task import lines_of
from dragoman.step import run

#: What coding may cost, as a multiple of the parse alone, and the words a second that it should reach.
RATIO, ONE, TWO, MEMORY = 2.0, 7_000, 12_000, 800

Batches = Sequence[Sequence[Report]]


def reports_of(path: Path, limit: int) -> list[Report]:
    """The first stories of a file that can be read as reports."""
    found: list[Report] = []
    for row in lines_of(path):
        if len(found) == limit:
            break
        try:
            found.append(read_text(row["text"], id=row["id"], published=row["date"], title=row.get("title")))
        except BadInput:
            continue
    return found


def words_in(batches: Batches) -> int:
    """The words of the paragraphs that are read."""
    bodies = (b.span.of(r.text) for batch in batches for r in batch for b in r.blocks if b.kind == "body")
    return sum(len(body.split()) for body in bodies)


def sentences_in(batches: Batches) -> int:
    """The sentences that they are parsed into."""
    return sum(
        len(reading.sentences)
        for batch in batches
        for reading in run(flow.STEPS[:1], [Reading(r) for r in batch])
    )


def parse(batches: Batches) -> dict[str, float]:
    """spaCy alone, as the coder calls it: a report's paragraphs a call."""
    nlp, started = models.load(), time.perf_counter()
    for batch in batches:
        for report in batch:
            bodies = [b.span.of(report.text).strip() for b in report.blocks if b.kind == "body"]
            for _ in nlp.pipe(bodies, batch_size=64):
                pass
    return {"all": time.perf_counter() - started}


def code(batches: Batches) -> dict[str, float]:
    """The whole coding, with the seconds of each step."""
    spent: dict[str, float] = {step.name: 0.0 for step in flow.STEPS}
    for batch in batches:
        readings = [Reading(report) for report in batch]
        for step in flow.STEPS:
            started = time.perf_counter()
            readings = run([step], readings)
            spent[step.name] += time.perf_counter() - started
        started = time.perf_counter()
        for reading in readings:
            for event in reading.events:
                json.dumps(flow.record_of(event, reading.report))
        spent["records"] = spent.get("records", 0.0) + time.perf_counter() - started
    return {"all": sum(spent.values()), **spent}


def warm(batches: Batches) -> None:
    """Load all that is loaded once."""
    parse(batches[:1])
    code(batches[:1])


def memory() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def _work(part: Batches, repeat: int, ready: Any, gates: Any, out: Any) -> None:
    """One worker: warm up, then parse and code its part, each when all are ready."""
    warm(part)
    for work in (parse, code) * repeat:
        ready.wait()
        gates.wait()
        work(part)
        ready.wait()
    out.put(memory())


def in_two(batches: Batches, repeat: int) -> dict[str, float]:
    """Seconds of both sides over two spawned processes, and the most memory of one."""
    context = get_context("spawn")
    ready, gates, out = context.Barrier(3), context.Barrier(3), context.Queue()
    workers = [
        context.Process(target=_work, args=(batches[k::2], repeat, ready, gates, out)) for k in range(2)
    ]
    for worker in workers:
        worker.start()
    spent: dict[str, float] = {}
    for name in ("parse", "code") * repeat:
        ready.wait()
        started = time.perf_counter()
        gates.wait()
        ready.wait()
        taken = time.perf_counter() - started
        spent[name] = min(taken, spent.get(name, taken))
    spent["memory"] = max(out.get() for _ in workers)
    for worker in workers:
        worker.join()
    return spent


def measure(batches: Batches, repeat: int) -> dict[str, Any]:
    """All figures of one run; of each side the best of ``repeat`` turns, taken in turn."""
    words, sentences = words_in(batches), sentences_in(batches)
    warm(batches)
    turns = [(parse(batches), code(batches)) for _ in range(repeat)]
    alone = min(turn[0]["all"] for turn in turns)
    coded = min((turn[1] for turn in turns), key=lambda spent: spent["all"])
    held = memory()
    two = in_two(batches, repeat)
    per_second = partial(_rate, words)
    return {
        "python": platform.python_version(),
        "model": flow.versions()["model"],
        "stories": sum(map(len, batches)),
        "words": words,
        "sentences": sentences,
        "one_process": {
            "parse_words_per_second": per_second(alone),
            "code_words_per_second": per_second(coded["all"]),
            "ratio": round(coded["all"] / alone, 3),
            "memory_mb": round(held),
        },
        "two_processes": {
            "parse_words_per_second": per_second(two["parse"]),
            "code_words_per_second": per_second(two["code"]),
            "ratio": round(two["code"] / two["parse"], 3),
            "memory_mb": round(two["memory"]),
        },
        "microseconds_per_word": {k: round(v / words * 1e6, 2) for k, v in coded.items() if k != "all"},
        "sentences_per_second": {k: round(sentences / v) for k, v in coded.items() if v},
    }


def _rate(words: int, seconds: float) -> int:
    return round(words / seconds)


def told(figures: dict[str, Any]) -> list[str]:
    """The figures as lines, each beside what it should be."""
    made_with = f"{figures['model']}, Python {figures['python']}"
    lines = [f"{figures['words']:,} words in {figures['stories']:,} stories; {made_with}"]
    for name, wanted in (("one_process", ONE), ("two_processes", TWO)):
        side = figures[name]
        lines.append(
            f"{name.replace('_', ' '):14} parse {side['parse_words_per_second']:7,} words/s   "
            f"coding {side['code_words_per_second']:7,} words/s (wanted {wanted:,})   "
            f"ratio {side['ratio']:.2f} (at most {RATIO})   {side['memory_mb']} MB (at most {MEMORY})"
        )
    rates = figures["sentences_per_second"]
    lines += [
        f"  {name:28} {cost:7.2f} µs a word {rates[name]:10,} sentences/s"
        for name, cost in figures["microseconds_per_word"].items()
    ]
    lines.append(f"  {'all':28} {'':17} {rates['all']:10,} sentences/s")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, default=600, help="how many stories (600)")
    parser.add_argument(
        "--repeat", type=int, default=3, help="turns of each side, the best of which counts (3)"
    )
    parser.add_argument("--write", type=Path, help="write the figures as JSON")
    options = parser.parse_args()
    found = reports_of(options.file, options.limit)
    figures = measure([found[k : k + 16] for k in range(0, len(found), 16)], options.repeat)
    print("\n".join(told(figures)))
    if options.write:
        options.write.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
