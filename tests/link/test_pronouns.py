"""Pronouns and nouns that point back."""

import pytest

from tests.link.reading import Read

MET = "Iran/NNP/nsubj/3 and/CC/cc/0 Iraq/NNP/conj/0 met/VBD/ROOT/3"
IRAN_HIT = "Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1"
PUTIN_MET = "Vladimir/NNP/compound/1 Putin/NNP/nsubj/2 met/VBD/ROOT/2 Iran/NNP/dobj/2"


def signed(subject: str, head: int) -> str:
    return f"{subject} signed/VBD/ROOT/{head + 1}"


def test_they_are_the_two_that_were_named_together() -> None:
    read = Read(MET, "They/PRP/nsubj/1 signed/VBD/ROOT/1")
    assert read.codes("They") == ["IRN", "IRQ"]
    assert read.of("They").rung == "pronoun"
    assert {(p.raw, p.span) for p in read.of("They").parties} == {("They", (0, 4))}


def test_they_are_troops_named_before() -> None:
    read = Read("Malian/JJ/amod/1 troops/NNS/nsubj/2 left/VBD/ROOT/2", "They/PRP/nsubj/1 fled/VBD/ROOT/1")
    assert [(p.code, p.sector) for p in read.of("They").parties] == [("MLI", "MIL")]


def test_they_without_a_plural_before_stay_open() -> None:
    read = Read("Iran/NNP/nsubj/1 left/VBD/ROOT/1", "They/PRP/nsubj/1 fled/VBD/ROOT/1")
    assert read.of("They").parties == ()
    assert read.of("They").rung == "abstained"


def test_he_is_the_person_not_the_state() -> None:
    read = Read(PUTIN_MET, "He/PRP/nsubj/1 left/VBD/ROOT/1")
    assert read.names("He") == ["Vladimir Putin"]


def test_he_is_nobody_where_no_person_was_named() -> None:
    assert Read(IRAN_HIT, "He/PRP/nsubj/1 left/VBD/ROOT/1").codes("He") == []


def test_it_is_the_state_not_the_person() -> None:
    assert Read(PUTIN_MET, "It/PRP/nsubj/1 left/VBD/ROOT/1").codes("It") == ["IRN"]


def test_it_is_the_subject_of_the_sentence_before() -> None:
    assert Read(IRAN_HIT, "It/PRP/nsubj/1 left/VBD/ROOT/1").codes("It") == ["IRN"]


def test_a_pronoun_does_not_reach_four_sentences_back() -> None:
    filler = "Nothing/NN/nsubj/1 happened/VBD/ROOT/1"
    near = Read(PUTIN_MET, filler, filler, "He/PRP/nsubj/1 left/VBD/ROOT/1")
    far = Read(PUTIN_MET, filler, filler, filler, "He/PRP/nsubj/1 left/VBD/ROOT/1")
    assert near.names("He") == ["Vladimir Putin"]
    assert far.of("He").parties == ()


def test_who_says_that_it_did_is_meant_by_it() -> None:
    read = Read(
        "Kenya/NNP/nsubj/1 left/VBD/ROOT/1",
        "Iran/NNP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/4 it/PRP/nsubj/4 attacked/VBD/ccomp/1 Iraq/NNP/dobj/4",
    )
    assert read.codes("it") == ["IRN"]
    assert read.of("it").rung == "subject above"


def test_a_subject_is_not_its_own_object() -> None:
    read = Read(
        "Mali/NNP/nsubj/1 left/VBD/ROOT/1",
        "Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 it/PRP/dobj/1",
    )
    assert read.codes("it") == ["MLI"]


def test_its_belongs_to_the_one_named() -> None:
    read = Read(IRAN_HIT, "Its/PRP$/poss/1 troops/NNS/nsubj/2 left/VBD/ROOT/2")
    assert read.codes("Its") == ["IRN"]


def test_we_are_whoever_speaks() -> None:
    read = Read(
        "``/``/punct/7 We/PRP/nsubj/3 will/MD/aux/3 attack/VB/ccomp/7 "
        "Iraq/NNP/dobj/3 ''/''/punct/7 Iran/NNP/nsubj/7 said/VBD/ROOT/7"
    )
    assert read.codes("We") == ["IRN"]
    assert read.of("We").rung == "speaker"


def test_we_in_nobodys_mouth_stay_open() -> None:
    assert Read("We/PRP/nsubj/1 left/VBD/ROOT/1 Iran/NNP/dobj/1").codes("We") == []


def test_a_relative_pronoun_takes_up_its_noun() -> None:
    spec = (
        "Mali/NNP/nsubj/8 praised/VBD/ROOT/1 Malian/JJ/amod/3 troops/NNS/dobj/1 of/IN/prep/1 Iran/NNP/pobj/4 "
        "who/WP/nsubj/7 attacked/VBD/relcl/3 Iraq/NNP/dobj/7"
    )
    read = Read(spec.replace("nsubj/8", "nsubj/1"))
    assert [(p.code, p.sector) for p in read.of("who").parties] == [("MLI", "MIL")]
    assert read.of("who").rung == "relative"


@pytest.mark.parametrize(
    ("subject", "head", "word"),
    [
        ("The/DT/det/2 two/CD/nummod/2 countries/NNS/nsubj/3/country", 2, "countries"),
        ("Both/DT/det/1 sides/NNS/nsubj/2", 1, "sides"),
        ("The/DT/det/1 two/CD/nsubj/2", 1, "two"),
    ],
)
def test_the_two_are_those_who_met(subject: str, head: int, word: str) -> None:
    read = Read(MET, signed(subject, head))
    assert sorted(map(str, read.codes(word))) == ["IRN", "IRQ"]
    assert read.of(word).rung == "both"


def test_both_sides_of_three_are_nobody() -> None:
    met = (
        "Iran/NNP/nsubj/6 ,/,/punct/0 Iraq/NNP/conj/0 ,/,/punct/2 and/CC/cc/2 Mali/NNP/conj/2 met/VBD/ROOT/6"
    )
    assert Read(met, signed("Both/DT/det/1 sides/NNS/nsubj/2", 1)).codes("sides") == []


def test_the_country_is_the_last_state() -> None:
    read = Read(IRAN_HIT, signed("The/DT/det/1 country/NN/nsubj/2", 1))
    assert read.codes("country") == ["IRN"]
    assert read.of("country").rung == "definite"


def test_a_country_is_not_the_country() -> None:
    assert "IRN" not in Read(IRAN_HIT, signed("A/DT/det/1 country/NN/nsubj/2", 1)).codes("country")


def test_the_group_is_the_group() -> None:
    hit = "Hezbollah/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1"
    assert Read(hit, signed("The/DT/det/1 group/NN/nsubj/2", 1)).names("group") == ["Hezbollah"]


def test_a_government_that_is_owned_points_to_nobody_before() -> None:
    spec = "The/DT/det/1 government/NN/nsubj/4 of/IN/prep/1 Mali/NNP/pobj/2 left/VBD/ROOT/4"
    assert Read(IRAN_HIT, spec).codes("government") == ["MLI"]


def test_the_two_are_the_two_persons() -> None:
    met = "Vladimir/NNP/compound/1 Putin/NNP/nsubj/4 and/CC/cc/1 Modi/NNP/conj/1 met/VBD/ROOT/4"
    read = Read(met, signed("The/DT/det/1 two/CD/nsubj/2", 1), persons=["Vladimir", "Putin", "Modi"])
    assert sorted(read.names("two")) == ["Narendra Modi", "Vladimir Putin"]
