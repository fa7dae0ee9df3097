"""The task ``places``: names of places resolved to where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median

from dragoman.catalogue import catalogue
from dragoman.earth import kilometres
from dragoman.errors import DragomanError, GoldError
from dragoman.score.task import Figures, Item, Line, lines_of, register

__all__: list[str] = []

#: The field's bar: a hundred miles.
_NEAR = 161.0
#: As far as two places can lie apart: what an unresolved name counts as.
_FAR = 20_038.0


def _read(path: Path) -> Iterator[Item]:
    """Texts with the spans of their toponyms, which are given; where these lie is the gold."""
    for number, row in enumerate(lines_of(path), 1):
        where = f"{path.name}:{number}"
        if not isinstance(row.get("text"), str) or not isinstance(row.get("toponyms"), list):
            raise GoldError(where, "needs 'text' and 'toponyms'")
        found = {(one["start"], one["end"]): one for one in row["toponyms"]}
        located = {span: one for span, one in found.items() if None not in (one.get("lat"), one.get("lon"))}
        given = {"text": row["text"], "spans": tuple(found)}
        yield Item(str(row.get("id", where)), given, located or None, where)


@cache
def _code(country: str) -> str:
    """The alpha-3 code of a country that the gold names in words; its name where nobody knows it."""
    try:
        return catalogue().state(country).code or country
    except DragomanError:
        return country


@register("places", "places resolved to coordinates and countries", reader=_read)
def places(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure places whose spans are given; a name that was left unresolved counts as wrong."""
    ways: list[float] = []
    countries = right = 0
    for item, predicted in pairs:
        got = {tuple(p["span"]): p for line in predicted for p in line["places"]}
        for span, want in item.gold.items():
            place = got.get(span) or {}
            there = place.get("lat") is not None and place.get("lon") is not None
            ways.append(
                kilometres((want["lat"], want["lon"]), (place["lat"], place["lon"])) if there else _FAR
            )
            if want.get("country"):
                countries += 1
                right += place.get("country") == _code(want["country"])
    n = max(len(ways), 1)
    values = {
        "within 161 km": sum(way <= _NEAR for way in ways) / n,
        "median km": median(ways) if ways else 0.0,
    }
    if countries:  # some sets do not say in which country a place lies
        values["country"] = right / countries
    return Figures(tuple(f"{name:14} {value:.3f}" for name, value in values.items()), values)
