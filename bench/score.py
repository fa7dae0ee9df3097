"""Measure accuracy and hold it against its floors: tests/gold, and the sets of a data folder.

    python bench/score.py [--data DIR] [--raise] [--write bench/accuracy.json]

Prints the figures of the record task on tests/gold and, with ``--data``, those of each task whose set
lies there.  Leaves with 1 where a figure is under its floor in bench/floors.json (or, for figures that
should be small, over it).  Behind each figure stands its 95 % interval, by 200 resamples of the set's items
with a fixed seed.  ``--raise`` writes floors that have been surpassed; it lowers none.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.score import Item, Line, find_task
from dragoman.show.predictors import PREDICTORS, WITH_DICTIONARIES
from dragoman.show.scoring import predicted_pairs

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
#: The sets of each task, by their place in the data folder.
SETS = {
    "relation": ("evaluation_only/plover_zsp/plv_train.jsonl",),
    "related": ("evaluation_only/plover_zsp/aw_wiki_train.jsonl",),
    "class": ("conflibert_cameo/class_train.jsonl.gz",),
    "figures": ("isaf/dev.jsonl.gz",),
    "times": ("timex/wikiwars_train.jsonl.gz", "gum/dev.jsonl.gz"),
    "attribution": ("evaluation_only/polnear/dev.jsonl.gz",),
    "places": (
        "geo/geovirus_dev.jsonl.gz",
        "geo/geowebnews_dev.jsonl.gz",
        "geo/lgl_dev.jsonl.gz",
        "geo/trnews_dev.jsonl.gz",
    ),
    "events": ("petrarch/unit_dev.jsonl",),
}
#: The sets of the project itself.
OWN = (("record", "tests/gold"), ("authored", "data/authored"))
#: Where the dictionaries lie of tasks that need some, by their place in the data folder.
DICTIONARIES = {"events": "petrarch"}
#: Figures that should be small.
SMALL = frozenset({"spurious", "median km", "killed error", "captured error", "calibration error"})
#: Figures that only say how much there was to measure.
SIZES = frozenset({"gold"})
#: How often a set is drawn anew for its intervals.
RESAMPLES = 200


def sets(data: Path | None) -> list[tuple[str, str, Path]]:
    """Task, name and place of each set that can be measured."""
    found = [(task, f"{task} {name}", HERE.parent / name) for task, name in OWN]
    if data is not None:
        known = PREDICTORS.keys() | WITH_DICTIONARIES.keys()
        wanted = [(task, name) for task, names in SETS.items() for name in names if task in known]
        found += [(task, f"{task} {name}", data / name) for task, name in wanted if (data / name).is_file()]
    return found


def under(name: str, value: float, floor: float) -> bool:
    """Whether a figure is worse than its floor."""
    return value > floor if name in SMALL else value < floor


def floor_of(name: str, value: float) -> float:
    """The floor that a measured figure sets: a little under it, since one figure may pay for another."""
    if name == "median km":
        return math.ceil(value) + 1.0
    return math.ceil(value * 100 + 1) / 100 if name in SMALL else math.floor(value * 100 - 1) / 100


def compare(name: str, values: Mapping[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """What is worse than its floor, in words."""
    low = {key: floor for key, floor in floors.get(name, {}).items() if key in values}
    return [
        f"{name}: {key} is {values[key]:.3f}, {'over' if key in SMALL else 'under'} its floor of {floor:.3f}"
        for key, floor in low.items()
        if under(key, values[key], floor)
    ]


def lift(name: str, values: Mapping[str, float], floors: dict[str, dict[str, float]]) -> None:
    """Raise the floors of a set to what was measured, where that is better."""
    kept = floors.setdefault(name, {})
    for key, value in values.items():
        if key not in SIZES and (key not in kept or under(key, kept[key], floor_of(key, value))):
            kept[key] = floor_of(key, value)


def intervals(task: str, pairs: Sequence[tuple[Item, list[Line]]]) -> dict[str, tuple[float, float]]:
    """The 2.5th and 97.5th hundredth of each figure over resamples of the items."""
    rng, found = random.Random(0), dict[str, list[float]]()
    for _ in range(RESAMPLES if len(pairs) > 1 else 0):
        for name, value in find_task(task).measure(rng.choices(pairs, k=len(pairs))).values.items():
            found.setdefault(name, []).append(value)
    ranks = round(0.025 * RESAMPLES), round(0.975 * RESAMPLES) - 1
    return {
        name: (round(each[ranks[0]], 4), round(each[ranks[1]], 4))
        for name, each in ((name, sorted(values)) for name, values in found.items())
        if name not in SIZES
    }


def told(values: Mapping[str, float], around: Mapping[str, tuple[float, float]]) -> list[str]:
    """The intervals as lines."""
    return [
        f"  {name:20} {values[name]:.3f}  95 %: {low:.3f} to {high:.3f}"
        for name, (low, high) in around.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="the folder that holds the sets")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors that were surpassed")
    parser.add_argument("--write", type=Path, help="write the figures with their intervals as JSON")
    options = parser.parse_args()
    if options.data is not None and not options.data.is_dir():
        parser.error(f"--data: {options.data} is no folder")
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    low: list[str] = []
    kept: dict[str, dict[str, Any]] = {}
    for task, name, path in sets(options.data):
        petrarch = options.data / DICTIONARIES[task] if task in DICTIONARIES else None
        pairs = predicted_pairs(task, path, petrarch=petrarch)
        if not pairs:
            continue
        figures = find_task(task).measure(pairs)
        around = intervals(task, pairs)
        print(f"# {name}", *figures.lines, *told(figures.values, around), sep="\n", flush=True)
        kept[name] = {
            "n": len(pairs),
            "command": f"dragoman score {task} {'DIR/' if task in SETS else ''}{name.split()[1]}",
            "figures": {
                key: [round(value, 4), *around[key]] for key, value in figures.values.items() if key in around
            },
        }
        low += compare(name, figures.values, floors)
        if options.lift:
            lift(name, figures.values, floors)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if options.write:
        options.write.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
