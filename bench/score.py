"""Measure accuracy and hold it against its floors: tests/gold, and the sets of a data folder.

    python bench/score.py [--data DIR] [--raise]

Prints the figures of the record task on tests/gold and, with ``--data``, those of each task whose set
lies there.  Leaves with 1 where a figure is under its floor in bench/floors.json (or, for figures that
should be small, over it).  ``--raise`` writes floors that have been surpassed; it lowers none.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path

from dragoman.show.predictors import PREDICTORS, WITH_DICTIONARIES
from dragoman.show.scoring import measure

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
#: The sets of each task, by their place in the data folder.
SETS = {
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
#: Where the dictionaries lie of tasks that need some, by their place in the data folder.
DICTIONARIES = {"events": "petrarch"}
#: Figures that should be small.
SMALL = frozenset({"spurious", "median km", "killed error", "captured error"})
#: Figures that only say how much there was to measure.
SIZES = frozenset({"gold"})


def sets(data: Path | None) -> list[tuple[str, str, Path]]:
    """Task, name and place of each set that can be measured."""
    found = [("record", "record tests/gold", HERE.parent / "tests" / "gold")]
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


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="the folder that holds the sets")
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise floors that were surpassed")
    options = parser.parse_args()
    if options.data is not None and not options.data.is_dir():
        parser.error(f"--data: {options.data} is no folder")
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    low: list[str] = []
    for task, name, path in sets(options.data):
        petrarch = options.data / DICTIONARIES[task] if task in DICTIONARIES else None
        figures = measure(task, path, petrarch=petrarch)
        if figures is None:
            continue
        print(f"# {name}", *figures.lines, sep="\n", flush=True)
        low += compare(name, figures.values, floors)
        if options.lift:
            lift(name, figures.values, floors)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
