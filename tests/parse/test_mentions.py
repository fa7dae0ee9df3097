"""Mentions: known names, the model's names, pairs, role nouns, pronouns."""

from dataclasses import replace

import pytest

from dragoman.model import Mention, Sentence
from dragoman.parse.mentions import COLLECTIVE, find_mentions, mentions
from tests.build import sentence


def labelled(spec: str, labels: dict[int, str] | None = None) -> Sentence:
    """A sentence with what the model's name finder says of some of its tokens."""
    made = sentence(spec)
    return replace(made, tokens=tuple(t._replace(ent=(labels or {}).get(t.i, "")) for t in made.tokens))


def found(spec: str, labels: dict[int, str] | None = None) -> list[Mention]:
    return find_mentions(labelled(spec, labels))


def brief(spec: str, labels: dict[int, str] | None = None) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(m.text, m.kind, m.keys) for m in found(spec, labels)]


def test_a_known_name_needs_no_model() -> None:
    assert brief("Mali/NNP/nsubj/1 left/VBD/ROOT/1") == [("Mali", "name", ("MLI",))]


def test_a_known_name_overrules_the_models_label() -> None:
    one = found("Burkina/NNP/compound/1 Faso/NNP/nsubj/2 left/VBD/ROOT/2", {1: "ORG"})
    assert [(m.text, m.keys, m.first, m.last, m.head) for m in one] == [("Burkina Faso", ("BFA",), 0, 2, 1)]


def test_an_adjective_keeps_its_form() -> None:
    one = found("Malian/JJ/amod/1 troops/NNS/nsubj/2 left/VBD/ROOT/2", {0: "NORP"})
    assert [(m.text, m.kind, m.form) for m in one] == [
        ("Malian", "name", "adjective"),
        ("troops", "noun", ""),
    ]


def test_a_person_is_no_state() -> None:
    """A state's name inside a person's name is a part of it: "Jordan Smith"."""
    one = brief("Jordan/NNP/compound/1 Smith/NNP/nsubj/2 left/VBD/ROOT/2", {0: "PERSON", 1: "PERSON"})
    assert one == [("Jordan Smith", "name", ())]


def test_the_models_names_come_without_article_and_case() -> None:
    one = brief(
        (
            "the/DT/det/2 Lantern/NNP/compound/2 Guild/NNP/poss/4 "
            "'s/POS/case/2 vote/NN/nsubj/5 failed/VBD/ROOT/5"
        ),
        {0: "ORG", 1: "ORG", 2: "ORG", 3: "ORG"},
    )
    assert ("Lantern Guild", "name", ()) in one


def test_dates_and_numbers_are_no_names() -> None:
    assert found("Monday/NNP/nsubj/1 passed/VBD/ROOT/1", {0: "DATE"}) == []


@pytest.mark.parametrize(
    "spec",
    [
        "US/NNP/compound/2 -/HYPH/punct/2 Japan/NNP/compound/3 drills/NNS/nsubj/4 began/VBD/ROOT/4",
        "US-Japan/NNP/compound/1 drills/NNS/nsubj/2 began/VBD/ROOT/2",
        "US–Japan/NNP/compound/1 drills/NNS/nsubj/2 began/VBD/ROOT/2",
    ],
)
def test_two_states_joined_by_a_hyphen_are_a_pair(spec: str) -> None:
    pair = next(m for m in found(spec) if m.form == "pair")
    assert pair.keys == ("USA", "JPN")


def test_a_pair_may_end_in_a_name_of_two_words() -> None:
    spec = (
        "US/NNP/compound/3 -/HYPH/punct/3 South/NNP/compound/3 "
        "Korea/NNP/compound/4 drills/NNS/nsubj/5 began/VBD/ROOT/5"
    )
    pair = found(spec)[0]
    assert (pair.form, pair.keys, pair.last) == ("pair", ("USA", "KOR"), 4)


def test_a_state_is_no_pair_with_itself() -> None:
    spec = "US-US/NNP/compound/1 drills/NNS/nsubj/2 began/VBD/ROOT/2"
    assert [m for m in found(spec) if m.form == "pair"] == []


def test_the_longest_role_is_taken() -> None:
    spec = "the/DT/det/3 deputy/JJ/amod/3 foreign/JJ/amod/3 minister/NN/nsubj/4 left/VBD/ROOT/4"
    assert [(m.text, m.kind, m.head) for m in found(spec)] == [("deputy foreign minister", "noun", 3)]


def test_nouns_of_no_role_are_left_out() -> None:
    assert found("the/DT/det/1 weather/NN/nsubj/2 changed/VBD/ROOT/2") == []


@pytest.mark.parametrize("noun", ["country", "side", "group", "bloc"])
def test_nouns_that_point_back_are_mentions(noun: str) -> None:
    assert noun in COLLECTIVE
    assert [m.head for m in found(f"the/DT/det/1 {noun}/NN/nsubj/2 left/VBD/ROOT/2")] == [1]


@pytest.mark.parametrize(
    ("word", "tag"), [("they", "PRP"), ("Its", "PRP$"), ("whose", "PRP$"), ("themselves", "PRP")]
)
def test_pronouns(word: str, tag: str) -> None:
    assert brief(f"{word}/{tag}/nsubj/1 left/VBD/ROOT/1") == [(word, "pronoun", ())]


def test_two_alone_is_a_noun_where_it_is_an_argument() -> None:
    assert [m.text for m in found("The/DT/det/1 two/CD/nsubj/2 met/VBD/ROOT/2")] == ["two"]
    assert found("The/DT/det/2 two/CD/nummod/2 days/NNS/nsubj/3 passed/VBD/ROOT/3") == []


def test_a_common_word_is_no_name() -> None:
    assert found("a/DT/det/1 turkey/NN/nsubj/2 fled/VBD/ROOT/2") == []


def test_mentions_stand_in_reading_order_and_name_their_sentence() -> None:
    spec = "They/PRP/nsubj/1 told/VBD/ROOT/1 troops/NNS/dobj/1 of/IN/prep/1 Mali/NNP/pobj/3"
    one = labelled(spec)
    again = replace(one, index=1)
    made = mentions.function((one, again))
    assert [(m.sentence, m.text) for m in made] == [
        (0, "They"), (0, "troops"), (0, "Mali"), (1, "They"), (1, "troops"), (1, "Mali"),
    ]  # fmt: skip


def test_no_token_stands_in_two_names() -> None:
    spec = (
        "South/NNP/compound/1 Sudan/NNP/nsubj/4 ,/,/punct/1 Sudan/NNP/conj/1 met/VBD/ROOT/4 Mali/NNP/dobj/4"
    )
    names = [m for m in found(spec, {0: "GPE", 1: "GPE", 3: "PERSON", 5: "ORG"}) if m.kind == "name"]
    taken = [i for m in names for i in range(m.first, m.last)]
    assert len(taken) == len(set(taken))
    assert [m.keys for m in names] == [("SSD",), ("SDN",), ("MLI",)]
