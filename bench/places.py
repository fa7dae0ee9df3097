"""How many place names are resolved within 161 km, given their spans: ``python bench/places.py FILE...``."""

from __future__ import annotations

import gzip
import json
import sys
from math import asin, cos, radians, sin, sqrt

from dragoman.link.places import resolve_toponyms


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points in degrees."""
    half = (
        sin(radians(a[0] - b[0]) / 2) ** 2
        + cos(radians(a[0])) * cos(radians(b[0])) * sin(radians(a[1] - b[1]) / 2) ** 2
    )
    return 12742 * asin(min(1.0, sqrt(half)))


def measure(path: str, show: int) -> None:
    """Print the share of one file's names that were put within 161 km, and the worst misses."""
    near = total = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = resolve_toponyms(row["text"], [(t["start"], t["end"]) for t in row["toponyms"]])
            for gold, place in zip(row["toponyms"], found, strict=True):
                if gold.get("lat") is None:
                    continue
                total += 1
                there = place.latitude is not None and place.longitude is not None
                good = (
                    there and distance((gold["lat"], gold["lon"]), (place.latitude, place.longitude)) <= 161
                )
                near += good
                if not good and show:
                    show -= 1
                    got = (place.resolved, place.country, place.latitude, place.longitude, place.resolution)
                    print(f"   {row['id']} {gold['phrase']!r} {gold['lat']:.1f},{gold['lon']:.1f} ->", *got)
    print(f"{path}: {near}/{total} = {near / max(total, 1):.3f}")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        if not name.isdigit():
            measure(name, int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
