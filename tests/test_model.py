"""The nouns: spans, trees, the mark of unfilled fields, and names that stay the same."""

import dataclasses
import hashlib
import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import model
from dragoman.ids import make_id
from dragoman.model import (
    UNFILLED,
    Block,
    Dating,
    EventMention,
    Link,
    Party,
    Reading,
    Report,
    Span,
)
from tests.build import sentence

#: "Russian missiles hit a hospital in Kharkiv."
HIT = sentence(
    "Russian/JJ/amod/1 missiles/NNS/nsubj/2 hit/VBD/ROOT/2 a/DT/det/4 hospital/NN/dobj/2 in/IN/prep/2 "
    "Kharkiv/NNP/pobj/5 ././punct/2"
)
NOUNS = [getattr(model, name) for name in model.__all__ if dataclasses.is_dataclass(getattr(model, name))]


def test_span_counts_code_points() -> None:
    text = "😀 Łódź fell"
    assert Span(2, 6).of(text) == "Łódź"
    assert Span(0, 1).of(text) == "😀"
    assert Span(3, 3).of(text) == ""


def test_span_is_a_pair() -> None:
    assert Span(1, 4) == (1, 4)
    start, end = Span(1, 4)
    assert (start, end) == (1, 4)


def test_kids_in_order_and_by_relation() -> None:
    assert [t.text for t in HIT.kids(2)] == ["missiles", "hospital", "in", "."]
    assert [t.text for t in HIT.kids(2, "prep", "nsubj")] == ["missiles", "in"]
    assert HIT.kids(2, "iobj") == []
    assert HIT.kids(6) == []


def test_subtree_holds_the_token_and_all_below_it() -> None:
    assert HIT.subtree(5) == [5, 6]
    assert HIT.subtree(1) == [0, 1]
    assert HIT.subtree(2) == list(range(8))


def test_cover_reaches_from_first_to_last() -> None:
    text = "Russian missiles hit a hospital in Kharkiv."
    assert HIT.cover([4, 1]).of(text) == "missiles hit a hospital"
    assert HIT.cover([2]).of(text) == "hit"


@pytest.mark.parametrize("noun", NOUNS, ids=lambda n: n.__name__)
def test_nouns_are_frozen_and_slotted(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun)


def test_a_party_cannot_be_changed() -> None:
    party = Party("Mali", "Mali", Span(0, 4))
    with pytest.raises(dataclasses.FrozenInstanceError):
        party.code = "MLI"  # type: ignore[misc]


def test_every_public_name_exists() -> None:
    assert [n for n in model.__all__ if not hasattr(model, n)] == []
    assert list(model.__all__) == sorted(
        model.__all__, key=lambda n: (not n.isupper(), not n[0].isupper(), n)
    )


def test_a_reading_starts_with_nothing_but_its_report() -> None:
    reading = Reading(Report("r", "text"))
    fields = [f.name for f in dataclasses.fields(Reading)]
    assert fields[0] == "report"
    assert all(getattr(reading, name) is UNFILLED for name in fields[1:])


def test_unfilled_is_one_thing_in_every_process() -> None:
    assert pickle.loads(pickle.dumps(UNFILLED)) is UNFILLED
    assert repr(UNFILLED) == "UNFILLED"
    assert UNFILLED != ()


def test_what_travels_between_processes_comes_back_equal() -> None:
    report = Report("r", "Mali met Niger.", (Block(Span(0, 15), "body"),), published=date(2025, 1, 2))
    event = EventMention(
        "e", "r", "CONSULT", (), (), (Party("Mali", "Mali", Span(0, 4), "MLI"),), (),
        Dating(date(2025, 1, 2), date(2025, 1, 2), "day", "publication"), "occurred", False, 0, Span(5,
        8), Span(0, 15),
        links=(Link("denies", "f"),),
    )  # fmt: skip
    for one in (report, event, HIT):
        assert pickle.loads(pickle.dumps(one)) == one


def test_an_id_is_the_hash_of_the_json_array_of_its_parts() -> None:
    text = json.dumps(["Zürich", 3, None], ensure_ascii=False)
    assert make_id("Zürich", 3, None) == hashlib.sha256(text.encode()).hexdigest()[:16]


def test_an_id_is_the_same_on_every_machine() -> None:
    assert make_id("report", Span(3, 9), "ASSAULT", date(2025, 1, 2)) == make_id(
        "report", [3, 9], "ASSAULT", "2025-01-02"
    )
    assert make_id("a", 1) == "2657442bb4a48d62"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", "b"), ("b", "a")),
        ((None,), ("None",)),
        ((1,), ("1",)),
        (("a",), ("a", "")),
        ((), ("",)),
    ],
)
def test_different_parts_give_different_ids(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert make_id(*one) != make_id(*other)


@given(st.lists(st.text(st.characters(), max_size=8), max_size=4))
def test_any_text_has_an_id(parts: list[str]) -> None:
    made = make_id(*parts)
    assert len(made) == 16
    assert set(made) <= set("0123456789abcdef")
    assert made == make_id(*parts)
    assert made != make_id(*parts, "")


def test_a_lone_surrogate_has_an_id_of_its_own() -> None:
    assert make_id("\ud800") != make_id("\ud801")
