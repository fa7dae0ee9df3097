"""In which provinces the places of a report lie, and which it names."""

from __future__ import annotations

from dragoman.link.provinces import province_of, provinces_told
from dragoman.model import Place, Sentence, Span
from tests.build import sentence


def place(name: str, country: str | None, index: int = 0) -> Place:
    """A place that was resolved to the name that it has in the text."""
    resolved = name if country else None
    return Place(name, resolved, Span(0, 0), None, None, country, None, None, "name", sentence=index)


def held(where: str, index: int = 0) -> Sentence:
    return sentence(f"Police/NNS/nsubj/1 held/VBD/ROOT/1 him/PRP/dobj/1 {where}", index=index)


ALONE = held("in/IN/prep/1 Faryab/NNP/compound/5 province/NN/pobj/3")
TWO = held(
    "in/IN/prep/1 Faryab/NNP/nmod/7 and/CC/cc/4 Balkh/NNP/conj/4 provinces/NNS/pobj/3/province", index=1
)
NONE = held("on/IN/prep/1 Monday/NNP/pobj/3", index=2)


def test_a_town_lies_in_its_province_and_a_state_in_none() -> None:
    assert province_of(place("Munich", "DEU")) == "bayern"
    assert province_of(place("Faryab", "AFG")) == "faryab"
    assert province_of(place("Germany", "DEU")) is None
    assert province_of(place("Nowhere", None)) is None


def test_spellings_of_english_print() -> None:
    assert province_of(place("Gardez", "AFG")) == "paktya"
    konar = held("in/IN/prep/1 Konar/NNP/compound/5 province/NN/pobj/3")
    assert provinces_told([konar], []) == ("kunar",)


def test_what_is_called_a_province_needs_no_place() -> None:
    assert provinces_told([NONE, ALONE], []) == ("faryab",)
    assert provinces_told([TWO], []) == ("faryab", "balkh")
    assert provinces_told([NONE], []) == ()


def test_the_first_sentence_decides_and_others_may_come_before_it() -> None:
    assert provinces_told([ALONE, TWO], []) == ("faryab",)
    assert provinces_told([ALONE, TWO], [], begin=[2, 1]) == ("faryab", "balkh")


def test_a_province_that_is_named_goes_before_a_town() -> None:
    assert provinces_told([NONE, ALONE], [place("Gardez", "AFG", 2)]) == ("faryab",)
    assert provinces_told([NONE], [place("Gardez", "AFG", 2)]) == ("paktya",)
    assert provinces_told([NONE], [place("Faryab", "AFG", 2), place("Gardez", "AFG", 2)]) == ("faryab",)
