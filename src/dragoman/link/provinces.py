"""In which provinces of their states the places of a report lie, by the gazetteer's first subdivisions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.languages import read_yaml
from dragoman.link import gazetteer
from dragoman.link.atlas import senses
from dragoman.model import Place, Sentence, Token

__all__ = ["province_of", "provinces_told"]

#: How many tokens the name of a province can have; signs between its words are tokens.
_LONGEST = 5


@cache
def _kinds() -> frozenset[str]:
    return frozenset(read_yaml("en", "provinces.yaml")["kinds"])


@cache
def _spellings() -> dict[str, str]:
    """The gazetteer's name of a province by each folded spelling that it lacks itself."""
    rows = read_yaml("en", "provinces.yaml")["spellings"]
    return {gazetteer.fold(one): name for name, spelt in rows.items() for one in spelt}


@cache
def _plain(name: str) -> str:
    """A province's name as English prints it, in small letters without accents."""
    spelt = read_yaml("en", "provinces.yaml")["spellings"].get(name, [name])[0]
    return "".join(c for c in unicodedata.normalize("NFKD", spelt.lower()) if not unicodedata.combining(c))


def provinces_told(
    sentences: Sequence[Sentence], places: Sequence[Place], *, begin: Sequence[int] = ()
) -> tuple[str, ...]:
    """The provinces that the first sentence to name any names, in small letters without accents.

    ``begin`` are the indexes of sentences that are looked at before all others.  Where no sentence names a
    province, those of the first sentence with places that lie in one; empty where there is none.
    """
    states = [place.country for place in places if place.country is not None]
    order = {index: rank for rank, index in enumerate(begin)}
    ordered = sorted(sentences, key=lambda s: (order.get(s.index, len(order)), s.index))
    for named in (True, False):
        for sentence in ordered:
            here = [p for p in places if p.sentence == sentence.index]
            lying = [province_of(p) for p in here if not named or _is_province(p)]
            found = [*(_called(sentence, states) if named else ()), *lying]
            if told := tuple(dict.fromkeys(one for one in found if one is not None)):
                return told
    return ()


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
            found = _first_level(sense.divisions) or _named(name, [place.country])
            if found is not None:
                return _plain(found.name)
    return None


def _called(sentence: Sentence, states: Sequence[str]) -> Iterator[str]:
    """Provinces that are called so: "in Faryab province", "in Faryab and Jowzjan provinces"."""
    for token in sentence.tokens[1:]:
        if token.lemma.lower() in _kinds():
            last = sentence.tokens[token.i - 1]
            heads = {
                last.head if last.dep == "conj" else last.i,
                *(k.i for k in sentence.kids(last.i, "conj")),
                last.i,
            }
            for head in sorted(heads):
                yield from _ending_at(sentence.tokens, head, states)


def _ending_at(tokens: Sequence[Token], last: int, states: Sequence[str]) -> Iterator[str]:
    """The province of the longest name that ends at a token."""
    for first in range(max(last - _LONGEST + 1, 0), last + 1):
        # A name is looked up without its spaces and signs.
        name = " ".join(token.text for token in tokens[first : last + 1])
        if tokens[first].text[:1].isupper() and (found := _named(name, states)):
            yield _plain(found.name)
            return


def _is_province(place: Place) -> bool:
    found = _named(place.extracted, [place.country] if place.country else [])
    return found is not None and _plain(found.name) == province_of(place)


def _same(one: int | None, other: int | None) -> bool:
    return one == other or one is None or other is None


def _first_level(numbers: Sequence[int]) -> gazetteer.Division | None:
    found = (gazetteer.division(number) for number in numbers)
    return next((one for one in found if one.level == 1), None)


def _named(name: str, states: Sequence[str]) -> gazetteer.Division | None:
    """The province of a name, in one of these states or, where none of them has it, in the only one that has."""
    name = _spellings().get(gazetteer.fold(name), name)
    all_ = [one for one in gazetteer.divisions(name) if one.level == 1]
    here = [one for one in all_ if one.country in states]
    return here[0] if here else all_[0] if len({one.country for one in all_}) == 1 else None
