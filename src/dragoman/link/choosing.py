"""Which place a name means in its text: what the phrase, the text and the numbers of people speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10

from dragoman.earth import kilometres
from dragoman.link.atlas import Sense, is_generic, known, senses, spelt_by

__all__ = ["Toponym", "choose"]

#: How much each piece of evidence weighs against a tenfold number of people.
_PHRASE, _DIVISION, _COUNTRY, _NEAR, _KIND = 8.0, 2.0, 1.6, 1.2, 3.0
#: A place in an unknown name must have this many people; the text's neighbouring places reach this far.
_REAL, _REACH, _SMALL, _CAPITAL = 100_000, 6, 5_000, 1.0
#: A sense wins if it is this much ahead of the next in another country.
_CLEAR = 0.05


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, the names that hold it ("Paris, Texas"), and what it is said to be."""

    name: str
    inside: tuple[str, ...] = ()
    kind: str = ""


def choose(toponyms: Sequence[Toponym]) -> list[Sense | None]:
    """One sense for each toponym of a text, None where the name is unknown or its readings stand even.

    Twice over: what the first pass finds clear speaks for its neighbourhood in the second.
    """
    full = _wants_gazetteer(toponyms)
    readings = _readings(toponyms, full)
    context = _Context(toponyms, full)
    first = [_best(t, r, context) for t, r in zip(toponyms, readings, strict=True)]
    context.learn(toponyms, first)
    readings = [r or _initials(t.name, context) for t, r in zip(toponyms, readings, strict=True)]
    chosen = [_best(t, r, context) for t, r in zip(toponyms, readings, strict=True)]
    chosen = [_in_line(i, toponyms, readings[i], chosen) or s for i, s in enumerate(chosen)]
    return [s or _beside(i, toponyms, chosen, context) for i, s in enumerate(chosen)]


def _is_word(toponym: Toponym) -> bool:
    """Whether the name is a common word: "the city"."""
    return toponym.name.removeprefix("the ")[:1].islower()


def _in_line(
    i: int, toponyms: Sequence[Toponym], readings: Sequence[Sense], chosen: Sequence[Sense | None]
) -> Sense | None:
    """The subdivision of a name that a place is said to lie in, or that stands in a list of subdivisions.

    "Buffalo, New York" and "New Mexico, New York, Ohio" speak of the state of New York.
    """
    name, before, after = toponyms[i].name, chosen[i - 1] if i else None, chosen[i + 1 : i + 2]
    if before is not None and name not in toponyms[i - 1].inside:
        before = None
    behind = after[0] if after and toponyms[i + 1].name in toponyms[i].inside else None
    for sense in readings:
        if sense.feature != "A" or len(sense.divisions) != 1:
            continue
        if before is not None and before.feature == "P" and sense.divisions[0] in before.divisions:
            return sense
        if any(_peers(sense, one) for one in (before, behind)):
            return sense
    return None


def _peers(one: Sense, other: Sense | None) -> bool:
    """Whether both are first-level subdivisions of one state."""
    return (
        other is not None
        and other.feature == "A"
        and len(other.divisions) == 1
        and other.country == one.country
        and other.divisions != one.divisions
    )


def _initials(name: str, context: _Context) -> tuple[Sense, ...]:
    """The state of the text that unknown initials stand for: T&T where Trinidad and Tobago is named."""
    if not 1 < len(name) < 5 or not name.isupper():
        return ()
    return tuple(s for code in context.countries if (s := spelt_by(name, code)) is not None)


def _beside(
    i: int, toponyms: Sequence[Toponym], chosen: Sequence[Sense | None], context: _Context
) -> Sense | None:
    """Where an unknown place lies by the place that its own name, its phrase or the text beside it holds.

    A state that merely stands beside it says nothing.
    """
    toponym = toponyms[i]
    if _is_word(toponym):
        # "the city" is no name.
        return None
    told = {t.name: s for t, s in zip(toponyms, chosen, strict=True) if s is not None}
    for name in (*_parts(toponym.name), *toponym.inside):
        found = told.get(name) or _held(name, context)
        if found is not None and found.country:
            return _inside(toponym, found, f"within {found.name}")
    names = [k for k, t in enumerate(toponyms) if not _is_word(t)]
    at = names.index(i)
    order = sorted(range(len(names)), key=lambda k: (abs(k - at), k))
    reach = [chosen[names[k]] for k in order if abs(k - at) <= _REACH]
    near = [s for s in reach if s is not None and s.country]
    for one in (*(s for s in near if s.feature in {"P", "S"}), *(s for s in near if s.divisions)):
        return _inside(toponym, one, f"beside {one.name}")
    return None


def _held(name: str, context: _Context) -> Sense | None:
    """What a part of a longer name means, if it is large or something in the text speaks for it."""
    found = senses(name) if context.full else known(name)
    if not found or is_generic(name):
        return None
    best = _best(Toponym(name), found, context)
    if best is None or (best.weight < _REAL and best.rung in {"by population", "only reading"}):
        return None
    return best


def _inside(toponym: Toponym, holder: Sense, rung: str) -> Sense:
    return Sense(toponym.name, holder.country, holder.lat, holder.lon, None, "S", 0, rung)


def _parts(name: str) -> list[str]:
    """The runs of words that begin or end a longer name ("Windsor Castle"), the longest first."""
    words = name.split()
    return [
        " ".join(part)
        for n in range(len(words) - 1, 0, -1)
        for part in (words[-n:], words[:n])
        if part[0][:1].isupper() and len(part[0]) > 2
    ]


def _readings(toponyms: Sequence[Toponym], full: bool) -> list[tuple[Sense, ...]]:
    """The senses of each toponym, in full or in our own tables alone."""
    return [() if _is_word(t) else senses(t.name) if full else known(t.name) for t in toponyms]


def _wants_gazetteer(toponyms: Sequence[Toponym]) -> bool:
    """Whether a text names places that our tables do not know, or puts one elsewhere: "Paris, Texas"."""
    for toponym in toponyms:
        if _is_word(toponym):
            continue
        ours = known(toponym.name)
        own = {s.country for s in ours}
        if not own or (toponym.kind == "A" and all(s.rung == "capital" for s in ours)):
            return True
        for name in toponym.inside:
            around = {s.country for s in known(name)}
            if around and not around & own:
                return True
    return False


class _Context:
    """What a text's names say of where it plays: states and subdivisions named, and places already clear."""

    def __init__(self, toponyms: Sequence[Toponym], full: bool) -> None:
        self.full = full
        self.countries: dict[str, set[str]] = {}
        self.divisions: dict[int, set[str]] = {}
        self.spots: list[tuple[str, float, float]] = []
        self.inside = {name: frozenset(_holders(name, full)) for t in toponyms for name in t.inside}

    def learn(self, toponyms: Sequence[Toponym], chosen: Sequence[Sense | None]) -> None:
        """Take in what the first pass found: which names speak for which state, subdivision and spot."""
        for toponym, sense in zip(toponyms, chosen, strict=True):
            if sense is None or sense.lat is None or sense.lon is None:
                continue
            if sense.country:
                self.countries.setdefault(sense.country, set()).add(toponym.name)
            for number in sense.divisions:
                self.divisions.setdefault(number, set()).add(toponym.name)
            if sense.feature != "A" or sense.divisions:
                self.spots.append((toponym.name, sense.lat, sense.lon))


def _holders(name: str, full: bool) -> list[str | int]:
    """The codes of states and numbers of subdivisions that a containing name can mean."""
    held: list[str | int] = []
    found = senses(name) if full else known(name)
    parts = {s.country for s in found if s.feature == "A" and s.divisions}
    for sense in found:
        if sense.feature == "A" and sense.divisions:
            held.append(sense.divisions[0])
        elif sense.rung == "region table" and sense.country in parts:
            # Florida is a part of its state, and told by its number.
            continue
        elif sense.rung in {"state", "people", "capital", "region table"} and sense.country:
            held.append(sense.country)
    return held


def _best(toponym: Toponym, readings: Sequence[Sense], context: _Context) -> Sense | None:
    if not readings:
        return None
    if len(readings) == 1:
        return _only(toponym, readings[0], context)
    scored = sorted(
        ((_score(toponym, s, context), i, s) for i, s in enumerate(readings)),
        key=lambda row: (-row[0][0], row[1]),
    )
    (top, why), _, best = scored[0]
    rival = next((row for row in scored[1:] if row[2].country != best.country), None)
    if rival is not None and top - rival[0][0] < _CLEAR and best.rung == "gazetteer":
        return replace(best, country=None, lat=None, lon=None, geonameid=None, rung="ambiguous")
    return best if best.rung != "gazetteer" else replace(best, rung=why)


def _only(toponym: Toponym, sense: Sense, context: _Context) -> Sense | None:
    """The only place of a name; a small one only if something in the text speaks for its state."""
    if sense.rung != "gazetteer":
        return sense
    _, why = _score(toponym, sense, context)
    if sense.weight < _SMALL and why == "by population" and context.countries and " " not in toponym.name:
        return None
    return replace(sense, rung="only reading")


def _score(toponym: Toponym, sense: Sense, context: _Context) -> tuple[float, str]:
    """How much speaks for a sense, and the piece of evidence that speaks loudest."""
    score = log10(sense.weight + 100)
    why = "by population"
    near = sum(1 for name, lat, lon in set(context.spots) if name != toponym.name and _close(sense, lat, lon))
    if near:
        score, why = score + _NEAR * min(near, 3) / 2, "near places of the text"
    others = len(context.countries.get(sense.country or "", frozenset()) - {toponym.name})
    if others:
        score, why = score + _COUNTRY * min(others, 4) / 4 + 0.3, "country in the text"
    inner = any(context.divisions.get(n, frozenset()) - {toponym.name} for n in sense.divisions)
    if inner:
        score, why = score + _DIVISION, "subdivision in the text"
    if sense.rung == "capital" and toponym.kind != "A" and (others or not context.countries):
        score += _DIVISION + _CAPITAL
    if toponym.kind and sense.feature == toponym.kind:
        score += _KIND
    held = {sense.country, *sense.divisions}
    if any(held & context.inside[name] for name in toponym.inside):
        score, why = score + _PHRASE, "named in the phrase"
    return score, why


def _close(sense: Sense, lat: float, lon: float) -> bool:
    """Whether a point lies within some 150 km."""
    if sense.lat is None or sense.lon is None or abs(sense.lat - lat) > 1.5:
        return False
    return kilometres((sense.lat, sense.lon), (lat, lon)) < 150
