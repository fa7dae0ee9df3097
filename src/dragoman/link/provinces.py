"""In which province of its state a place lies, by the gazetteer's subdivisions of the first level."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from dragoman.link import gazetteer
from dragoman.link.atlas import senses
from dragoman.model import Place

__all__ = ["province_of", "provinces_of"]


def province_of(place: Place) -> str | None:
    """The name of the province that a place is or lies in, in small letters without accents.

    None where the place is a state, lies in no known subdivision or was not resolved.
    """
    if place.resolved is None or place.country is None:
        return None
    for name in (place.extracted, place.resolved):
        for sense in senses(name):
            if sense.country != place.country or not _same(sense.geonameid, place.geonameid):
                continue
            found = _first_level(sense.divisions) or _named(name, place.country)
            if found is not None:
                return _plain(found.name)
    return None


def provinces_of(places: Sequence[Place], country: str | None = None) -> tuple[str, ...]:
    """The provinces that places lie in, each once: those named as such, else those of the places in them."""
    here = [p for p in places if country is None or p.country == country]
    named = [p for p in here if _is_province(p)]
    found = (province_of(place) for place in named or here)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _is_province(place: Place) -> bool:
    province = province_of(place)
    return province is not None and gazetteer.fold(province) == gazetteer.fold(place.resolved or "")


def _same(one: int | None, other: int | None) -> bool:
    return one == other or one is None or other is None


def _first_level(numbers: Sequence[int]) -> gazetteer.Division | None:
    found: Iterator[gazetteer.Division] = (gazetteer.division(number) for number in numbers)
    return next((one for one in found if one.level == 1), None)


def _named(name: str, country: str) -> gazetteer.Division | None:
    """A province by its own name, where our tables of regions resolved it."""
    return next((d for d in gazetteer.divisions(name) if d.country == country and d.level == 1), None)


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))
