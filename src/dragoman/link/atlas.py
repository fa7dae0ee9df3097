"""What a place name can mean: regions, states and capitals of our own tables first, then the gazetteer."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Entry, Name
from dragoman.languages import read_yaml
from dragoman.link import gazetteer

__all__ = ["CONTAINERS", "Sense", "full_name", "is_generic", "known", "senses", "spelt_by"]

#: What a word before or behind a name says the place is, and which of its senses that speaks for.
CONTAINERS = {
    **dict.fromkeys(("region", "oblast", "province", "state", "governorate", "district", "county"), "A"),
    **dict.fromkeys(("prefecture", "territory", "parish", "department", "canton", "raion", "division"), "A"),
    **dict.fromkeys(("city", "town", "village", "municipality", "township", "suburb", "port"), "P"),
}
_FEATURES = {
    "city": "P",
    "site": "S",
    "base": "S",
    "crossing": "S",
    "sea": "H",
    "river": "H",
    "strait": "H",
    "waterway": "H",
    "island": "T",
    "pass": "T",
}
_ARTICLES = ("Al", "El", "Ad", "An", "Ar", "As", "Ash", "At", "Az")
_NAMED = frozenset({"name", "abbreviation", "alias"})
_PEOPLED = frozenset({"adjective", "people"})
#: A state counts like a city of this many people, a region of our table like this many, where names compete.
_STATE, _REGION, _DIVISION = 50_000_000, 3_000_000, 3_000_000


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name can mean; ``weight`` is people, or what stands for them where names compete.

    ``divisions`` are the gazetteer's numbers of the subdivisions that it lies in, itself included.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str
    weight: int
    rung: str
    divisions: tuple[int, ...] = ()


@cache
def _generic() -> frozenset[str]:
    return frozenset(read_yaml("en", "places.yaml")["generic"])


def is_generic(name: str) -> bool:
    """Whether all words of a name are ones that buildings and bodies have in common: "City Hall"."""
    return all(word in _generic() for word in name.lower().split())


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    text = files("dragoman.link").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _centres() -> dict[str, tuple[float, float, int | None]]:
    return {
        r["code"]: (float(r["lat"]), float(r["lon"]), int(r["geonameid"]) if r["geonameid"] else None)
        for r in _table("centres.csv")
    }


@cache
def _capitals() -> dict[tuple[str, str], Sense]:
    found: dict[tuple[str, str], Sense] = {}
    for row in _table("capitals.csv"):
        sense = Sense(row["name"], row["country"], float(row["lat"]), float(row["lon"]),
                      int(row["geonameid"]), "P",
                      max(int(row["population"]), _REGION), "capital")  # fmt: skip
        found[row["country"], gazetteer.fold(row["name"])] = sense
        found.setdefault((row["country"], ""), sense)
    return found


@cache
def _short() -> dict[str, str]:
    return {row["name"]: row["full"] for row in _table("short.csv")}


def full_name(name: str) -> str:
    """The full name of a state or province that print shortens: "N.C.", "Ont."; any other as it stands."""
    return _short().get(name, name)


@cache
def _exonyms() -> dict[str, tuple[str, str]]:
    return {gazetteer.fold(r["name"]): (r["modern"], r["country"]) for r in _table("exonyms.csv")}


@cache
def _wide() -> dict[str, Sense]:
    """Continents, islands, rivers and other wide parts of the world, by all their names."""
    found = {}
    for row in _table("wide.csv"):
        names = [row["name"], *filter(None, row["aliases"].split(";"))]
        for name in (*names, f"{row['name']}n", f"{row['name'].removesuffix('e')}ean"):
            found[name] = Sense(
                row["name"],
                row["country"] or None,
                float(row["lat"]),
                float(row["lon"]),
                None,
                row["feature"],
                _REGION if row["country"] else _STATE,
                "region table",
            )
    return found


@cache
def known(name: str) -> tuple[Sense, ...]:
    """The places of a name in our own tables alone."""
    found = tuple(dict.fromkeys(_own(name)))
    if not found and len(name) > 3 and name.isupper() and name.title() != name:
        return tuple(dict.fromkeys(_own(name.title())))
    return found


@cache
def senses(name: str) -> tuple[Sense, ...]:
    """All places that a name can mean, our own tables' before the gazetteer's, the weightiest first.

    >>> [(s.country, s.rung) for s in senses("Kyiv")][:1]
    [('UKR', 'capital')]
    """
    own = known(name)
    found = (*own, *sorted(_gazetteer(name, own), key=lambda s: -s.weight))
    if not found and len(name) > 3 and name.isupper() and name.title() != name:
        return senses(name.title())
    return found


@cache
def spelt_by(initials: str, code: str) -> Sense | None:
    """The state of a code if its name begins with these letters: T&T or TT for Trinidad and Tobago."""
    entry = catalogue().entries.get(code)
    if entry is None:
        return None
    words = [word for word in entry.name.replace("&", "and").split() if word[0].isupper() or word == "and"]
    plain = "".join(word[0] for word in words if word != "and")
    joined = "".join("&" if word == "and" else word[0] for word in words)
    if len(words) < 2 or initials not in {plain, joined}:
        return None
    return next((s for s in _own(entry.name) if s.rung == "state"), None)


def _own(name: str) -> Iterator[Sense]:
    """The senses that the catalogue knows: states, capitals, seats, regions, and peoples for their state."""
    book = catalogue()
    if name in _wide():
        yield _wide()[name]
        return
    for one in book.named(name):
        entry = book.entries[one.entry_key]
        if entry.kind == "region":
            yield _region(entry)
        elif entry.kind in {"state", "territory"}:
            sense = _of_state(entry, one)
            if sense is not None:
                yield sense


def _region(entry: Entry) -> Sense:
    region = catalogue().regions[entry.key]
    if region.lat is None and entry.name in _wide():
        return _wide()[entry.name]
    if region.lat is None and entry.code:
        for sense in _places(entry.name, ""):
            if sense.country == entry.code and sense.feature == "A":
                return replace(sense, weight=_REGION, rung="region table")
    return Sense(
        entry.name,
        entry.code,
        region.lat,
        region.lon,
        None,
        _FEATURES.get(region.kind, "L"),
        _REGION,
        "region table",
    )


def _of_state(entry: Entry, name: Name) -> Sense | None:
    """A state itself, its capital or a seat of power there."""
    code = _today(entry)
    if code is None:
        return None
    if name.form == "capital":
        modern, _ = _exonyms().get(gazetteer.fold(name.text), (name.text, code))
        if name.valid_to is not None and "ambiguous" in name.flag:
            # An older name that other towns bear today (Salisbury) counts by its people alone.
            return next(_places(modern, code), None)
        return _capitals().get((code, gazetteer.fold(modern))) or next(_places(modern, code), None)
    if name.form == "seat":
        capital = _capitals().get((code, ""))
        return (
            None
            if capital is None
            else Sense(name.text, code, capital.lat, capital.lon, None, "S", _REGION, "seat")
        )
    if entry.key != code and entry.code == code:
        return _part(entry, code)
    if name.form not in _NAMED | _PEOPLED or code not in _centres():
        return None
    lat, lon, number = _centres()[code]
    return Sense(
        entry.name, code, lat, lon, number, "A", _STATE, "state" if name.form in _NAMED else "people"
    )


def _part(entry: Entry, code: str) -> Sense | None:
    """A part of a state that our tables name: Wales, Quebec, Abkhazia."""
    for sense in _places(entry.name, ""):
        if sense.country == code and sense.feature == "A":
            return replace(sense, weight=_REGION, rung="region table")
    lat, lon, number = _centres()[code]
    return Sense(entry.name, code, lat, lon, number, "A", _REGION, "region table")


def _today(entry: Entry) -> str | None:
    """The code of the state that stands where an entry's state stood."""
    if entry.code in _centres():
        return entry.code
    return {
        "SUN": "RUS",
        "CSK": "CZE",
        "YUG": "SRB",
        "SCG": "SRB",
        "DDR": "DEU",
        "VDR": "VNM",
        "RVN": "VNM",
        "YAR": "YEM",
        "YMD": "YEM",
    }.get(entry.code or "")


def _gazetteer(name: str, own: tuple[Sense, ...]) -> Iterator[Sense]:
    """The gazetteer's places of a name, as written, by its modern name, or without a word for what it is."""
    ours = {s.geonameid for s in own if s.geonameid}
    modern, only = _exonyms().get(gazetteer.fold(name), ("", ""))
    kind = ""
    found = [*_places(modern, only), *_places(name, "")] if modern else list(_places(name, ""))
    if (full := _spelt_out(name)) != name:
        found += _places(full, "")
    words = name.removeprefix("the ").removeprefix("The ").split()
    if not found and len(words) > 1:
        for rest, word in ((words[:-1], words[-1]), (words[1:], words[0])):
            if word.lower() in CONTAINERS and rest and not is_generic(" ".join(rest)):
                kind = CONTAINERS[word.lower()]
                found = list(_places(" ".join(rest), ""))
                break
        else:
            found = list(_places(" ".join(words), ""))
    if not found and name.isalpha():
        # GeoNames writes the article of Arabic names that print leaves out: Al Qāmishlī.
        found = [s for article in _ARTICLES for s in _places(f"{article} {name}", "")]
    right = [s for s in found if s.feature == kind] or found
    yield from (s for s in right if s.geonameid not in ours)


def _spelt_out(name: str) -> str:
    """A name with "Saint" for "St.", "Mount" for "Mt." and "Fort" for "Ft."."""
    return name.replace("St. ", "Saint ").replace("Mt. ", "Mount ").replace("Ft. ", "Fort ")


def _places(name: str, country: str) -> Iterator[Sense]:
    for city in gazetteer.cities(name):
        if not country or city.country == country:
            yield Sense(
                city.name,
                city.country,
                city.lat,
                city.lon,
                city.geonameid,
                "P",
                city.population,
                "gazetteer",
                _chain(city.divisions),
            )
    for division in gazetteer.divisions(name):
        spot = gazetteer.middle(division.number) if not country else None
        if spot is not None:
            full = division.level == 1 or gazetteer.fold(name) == gazetteer.fold(division.name)
            weight = _DIVISION if division.level == 1 else 15_000 if full else 2_000
            yield Sense(
                division.name,
                division.country,
                *spot,
                division.geonameid,
                "A",
                weight,
                "gazetteer",
                _chain((division.number,)),
            )


def _chain(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Subdivisions with those above them."""
    found = list(numbers)
    for number in found:
        parent = gazetteer.division(number).parent
        if parent is not None and parent not in found:
            found.append(parent)
    return tuple(found)
