"""Who was killed or captured, as the clauses of a report tell it, and how many at least."""

from __future__ import annotations

import pytest

from dragoman.code.quantities import find_quantities
from dragoman.code.tellings import Telling, find_tellings
from dragoman.model import Quantity
from tests.build import sentence


def told(*specs: str, quoted: bool = False) -> list[Telling]:
    """The tellings of sentences built by hand; ``quoted`` puts the first between quotation marks."""
    made = [
        sentence(spec, index=i, quoted=[(0, 40)] if quoted and not i else ()) for i, spec in enumerate(specs)
    ]
    figures: list[Quantity] = []
    for one in made:
        figures += find_quantities(one, figures[-1:])
    return find_tellings(made, figures)


def lows(*specs: str) -> list[tuple[str, int]]:
    return [(one.kind, one.low) for one in told(*specs)]


KILLED = "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill two/CD/nummod/3 rebels/NNS/dobj/1/rebel"
DETAINED = "Police/NNS/nsubj/1 detained/VBD/ROOT/1/detain several/JJ/amod/3 suspects/NNS/dobj/1/suspect"


def test_killed_and_captured() -> None:
    assert lows(KILLED, DETAINED) == [("killed", 2), ("captured", 3)]


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("more/JJR/amod/4 than/IN/quantmod/4 ten/CD/nummod/5", 11),
        ("at/IN/advmod/4 least/JJS/advmod/4 ten/CD/nummod/5", 10),
    ],
)
def test_a_number_that_is_passed_is_one_more(words: str, low: int) -> None:
    spec = f"Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill {words} rebels/NNS/dobj/1/rebel"
    assert lows(spec) == [("killed", low)]


def test_words_of_number_as_they_are_coded() -> None:
    for word, low in {"several": 3, "multiple": 3, "numerous": 4}.items():
        assert lows(DETAINED.replace("several", word)) == [("captured", low)]


def test_no_article_and_no_number_is_two_and_one_person_is_one() -> None:
    assert lows("Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill rebels/NNS/dobj/1/rebel") == [("killed", 2)]
    one = "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill a/DT/det/3 rebel/NN/dobj/1/rebel"
    assert lows(one) == [("killed", 1)]


def test_those_known_have_the_number_that_was_told_of_them() -> None:
    again = "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill the/DT/det/3 rebels/NNS/dobj/1/rebel"
    first, second = told(KILLED, again)
    assert (first.known, second.known, second.low) == (False, True, 2)
    assert lows(again) == [("killed", 0)]


def test_custody_is_a_capture() -> None:
    held = (
        "Three/CD/nummod/1 men/NNS/nsubjpass/3/man were/VBD/auxpass/3 taken/VBN/ROOT/3/take into/IN/prep/3 "
    )
    assert lows(held + "custody/NN/pobj/4") == [("captured", 3)]
    assert lows(held + "town/NN/pobj/4") == []


@pytest.mark.parametrize(
    "spec",
    [
        "Troops/NNS/nsubj/1 captured/VBD/ROOT/1/capture two/CD/nummod/3 rifles/NNS/dobj/1/rifle",
        "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill no/DT/det/3 rebels/NNS/dobj/1/rebel",
        "Troops/NNS/nsubj/1 came/VBD/ROOT/1/come to/TO/aux/3 kill/VB/advcl/1/kill rebels/NNS/dobj/3/rebel",
        "Troops/NNS/nsubj/2 may/MD/aux/2 kill/VB/ROOT/2/kill rebels/NNS/dobj/2/rebel",
    ],
    ids=["things", "nobody", "a purpose", "a possibility"],
)
def test_what_is_no_telling(spec: str) -> None:
    assert lows(spec) == []


def test_a_sum_of_a_period_and_a_quotation_are_no_news() -> None:
    assert lows(f"{KILLED} this/DT/det/5 month/NN/npadvmod/1") == []
    assert told(KILLED, quoted=True) == []


def test_others_are_set_apart_and_several_operations_summed() -> None:
    other = "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill another/DT/det/3 rebel/NN/dobj/1/rebel"
    assert [one.more for one in told(KILLED, other)] == [False, True]
    raids = f"{KILLED} in/IN/prep/1 two/CD/nummod/6 raids/NNS/pobj/4/raid"
    assert [one.summing for one in told(raids)] == [True]


def test_joined_participles_share_their_subject() -> None:
    spec = "A/DT/det/1 rebel/NN/nsubj{0}/{1} was/VBD/{2} found/VBN/{3} and/CC/cc/3 killed/VBN/conj/3/kill"
    passive = spec.format("pass", 3, "auxpass/3", "ROOT/3/find")
    adjective = spec.format("", 2, "ROOT/2", "acomp/2/find")
    assert lows(passive) == lows(adjective) == [("killed", 1)]
