"""Patterns on the words beside a verb, and noun phrases with the codes of those named in them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.catalogue.petrarch import Agent, Coding, Dictionaries, words_of
from dragoman.catalogue.petrarch.patterns import read_pattern
from dragoman.code.petrarch.matching import Bound, Row, match
from dragoman.code.petrarch.naming import Known, Named, Unit, named_in, units_of
from dragoman.code.petrarch.wording import kept_words, spelt, unlisted_commas
from tests.build import sentence

NARNIA = Unit(0, 1, (Named("NAR", 0, 1, 0),))
BOTH = Unit(0, 3, (Named("NAR", 0, 1, 0), Named("CAL", 2, 3, 2)))
NOBODY = Unit(0, 1)


def matched(pattern: str, before: str, after: str, units: Mapping[str, Unit] | None = None) -> Bound | None:
    """Match a pattern between words; those that ``units`` names are phrases."""
    units = units or {}
    left, right = before.split()[::-1], after.split()
    rows = [
        Row(words, {i: (i + 1, units[word]) for i, word in enumerate(words) if word in units}, (), back)
        for words, back in ((left, True), (right, False))
    ]
    return match(read_pattern(f"- {pattern} [1]", {}, "own:1"), *rows)


@pytest.mark.parametrize(
    ("pattern", "before", "after", "fits"),
    [
        ("* HOME", "", "HOME", True),
        ("* HOME", "", "BACK HOME", True),
        ("* HOME", "", "HOMES", False),
        ("*_HOME", "", "BACK HOME", False),
        ("* THE_GATE", "", "TO THE GATE", True),
        ("* THE_GATE", "", "THE OLD GATE", False),
        ("* THE GATE", "", "THE OLD GATE", True),
        ("* A B", "", "B A", False),
        ("WILL_NOT *", "THEY WILL NOT EVER", "", True),
        ("WILL_NOT *", "THEY WILL SURELY NOT", "", False),
        ("WILL_NOT_*", "THEY WILL NOT EVER", "", False),
        ("WILL NOT *", "NOT THEY WILL", "", False),
        ("WILL * HOME", "WILL", "STAY", False),
        ("* A_B", "", "A A B", True),
    ],
)
def test_words(pattern: str, before: str, after: str, fits: bool) -> None:
    assert (matched(pattern, before, after) is not None) == fits


def test_signs_bind_the_first_who_is_named() -> None:
    units = {"n": NARNIA, "x": NOBODY, "c": BOTH}
    assert matched("* TO +", "", "ride TO x", units) is None
    assert matched("* TO +", "", "TO x n c", units) == Bound(target=NARNIA)
    assert matched("$ *", "c x n", "", units) == Bound(source=NARNIA)
    assert matched("+ WAS_ * BY $", "c WAS", "BY n", units) == Bound(source=NARNIA, target=BOTH)


def test_a_skip_takes_one_phrase() -> None:
    units = {"n": NARNIA, "x": NOBODY}
    assert matched("* AT ^ WITH +", "", "AT x WITH n", units) == Bound(target=NARNIA)
    assert matched("* AT ^ ^ WITH", "", "AT x WITH", units) is None


def test_a_pair_does_it_to_each_other_before_the_verb_and_is_the_target_after_it() -> None:
    units = {"c": BOTH, "n": NARNIA}
    assert matched("% *", "c", "", units) == Bound(source=BOTH, target=BOTH)
    assert matched("* WITH %", "", "WITH c", units) == Bound(target=BOTH)
    assert matched("% *", "n", "", units) is None


def test_a_bracket_holds_its_words_to_one_phrase() -> None:
    pattern = read_pattern("- * (TO GATE) [1]", {}, "own:1")
    words = ["TO", "TOWN", "WITH", "GATE"]
    assert match(pattern, Row([]), Row(words, reach=(2, 2, 4, 4))) is None
    assert match(pattern, Row([]), Row(words, reach=(4, 4, 4, 4))) == Bound()


def dictionaries() -> Dictionaries:
    made = Dictionaries()
    for name, code in (("Iran", "IRN"), ("Mali", "MLI"), ("Kenya", "KEN"), ("Order of Mali", "ORD")):
        made.actors.add(words_of(name), [Coding(code)])
    made.actors.add(("UNION",), [Coding("AAA/BBB")])
    for name, code in (("lawmakers", "LEG"), ("officials", "GOV"), ("media", "MED")):
        made.agents.add(words_of(name), Agent(code))
    return made


def found(spec: str, known: tuple[Known, ...] = ()) -> list[list[str]]:
    """The codes of each phrase of a sentence in which somebody is named."""
    one = sentence(spec)
    units = units_of(one, named_in(spelt(one), dictionaries(), None, known))
    return [[who.code for who in unit.named] for unit in units if unit.named]


def test_agents_follow_their_actor() -> None:
    assert found("Iran/NNP/compound/1 officials/NNS/nsubj/2 met/VBD/ROOT/2") == [["IRNGOV"]]


def test_a_role_takes_the_actors_after_its_preposition() -> None:
    spec = "lawmakers/NNS/nsubj/7 and/CC/cc/0 officials/NNS/conj/0 in/IN/prep/0 "
    spec += "Iran/NNP/pobj/3 and/CC/cc/4 Mali/NNP/conj/4 met/VBD/ROOT/7"
    assert found(spec) == [["IRNLEG", "MLILEG", "IRNGOV", "MLIGOV"]]


def test_a_list_is_one_phrase_and_a_second_list_another() -> None:
    spec = "Iran/NNP/nsubj/6 ,/,/punct/0 Mali/NNP/appos/0 ,/,/punct/2 and/CC/cc/2 Kenya/NNP/conj/2 met/VBD/ROOT/6"
    assert found(spec) == [["IRN", "MLI", "KEN"]]
    spec = "with/IN/prep/8 Iran/NNP/pobj/0 and/CC/cc/1 Mali/NNP/conj/1 ,/,/punct/1 and/CC/cc/1 "
    spec += "Kenya/NNP/conj/1 ,/,/punct/8 met/VBD/ROOT/8"
    assert found(spec) == [["IRN", "MLI"], ["KEN"]]


def test_the_subject_of_the_next_clause_is_in_no_list() -> None:
    spec = "met/VBD/ROOT/0 Iran/NNP/dobj/0 and/CC/cc/0 Mali/NNP/nsubj/4 left/VBD/conj/0"
    assert found(spec) == [["IRN"], ["MLI"]]


def test_a_bare_noun_shares_the_actor_of_its_list_unless_an_article_stands_there() -> None:
    bare = "Mali/NNP/compound/1 media/NNS/nsubj/4 and/CC/cc/1 officials/NNS/conj/1 met/VBD/ROOT/4"
    assert found(bare) == [["MLIMED", "MLIGOV"]]
    article = (
        "the/DT/det/2 Mali/NNP/compound/2 media/NNS/nsubj/5 and/CC/cc/2 officials/NNS/conj/2 met/VBD/ROOT/5"
    )
    assert found(article) == [["MLIMED", "---GOV"]]


def test_an_owner_is_shared_by_a_list() -> None:
    spec = "Mali/NNP/poss/2 's/POS/case/0 media/NNS/nsubj/6 and/CC/cc/2 "
    spec += "{}/{}/amod/5 officials/NNS/conj/2 met/VBD/ROOT/6"
    assert found(spec.format("old", "JJ")) == [["MLIMED", "MLIGOV"]]
    assert found(spec.format("their", "PRP$")) == [["MLIMED", "---GOV"]]


def test_a_name_is_not_cut_at_its_preposition_and_a_code_may_stand_for_several() -> None:
    spec = "Order/NNP/nsubj/3 of/IN/prep/0 Mali/NNP/pobj/1 met/VBD/ROOT/3 Union/NNP/dobj/3"
    assert found(spec) == [["ORD"], ["AAA", "BBB"]]


def test_those_known_from_elsewhere_go_first() -> None:
    spec = "Iran/NNP/nsubj/1 met/VBD/ROOT/1 Zembla/NNP/dobj/1"
    assert found(spec) == [["IRN"]]
    assert found(spec, (Known(0, 1, "XXX"), Known(2, 3, "ZEM"))) == [["XXX"], ["ZEM"]]


def kept(spec: str, tail: int | None = None) -> tuple[str, list[int]]:
    one = sentence(spec)
    words, commas = kept_words(one, spelt(one), unlisted_commas(one, ()), tail=tail)
    return " ".join(word.text for word in words), commas


def test_short_clauses_between_commas_are_passed_over() -> None:
    spec = "Iran/NNP/nsubj/5 ,/,/punct/0 it/PRP/nsubj/3 seems/VBZ/dep/5 ,/,/punct/0 met/VBD/ROOT/5 Mali/NNP/dobj/5"
    assert kept(spec) == ("IRAN MET MALI", [])
    assert kept(spec, tail=4) == ("IRAN MET MALI", [4])


def test_who_reported_it_is_passed_over_and_the_main_verb_is_not() -> None:
    told = (
        "Iran/NNP/nsubj/1 met/VBD/ccomp/5 Mali/NNP/dobj/1 ,/,/punct/5 officials/NNS/nsubj/5 said/VBD/ROOT/5"
    )
    assert kept(told) == ("IRAN MET MALI", [])
    late = "Iran/NNP/nsubj/5 on/IN/prep/5 Monday/NNP/pobj/1 ,/,/punct/0 soon/RB/dep/5 met/VBD/ROOT/5"
    assert kept(late) == ("IRAN ON MONDAY SOON MET", [3])


def test_a_word_alone_and_a_long_clause_stay() -> None:
    alone = "met/VBD/ROOT/0 Iran/NNP/dobj/0 ,/,/punct/0 today/NN/dep/0"
    assert kept(alone) == ("MET IRAN TODAY", [2])
    eight, nine = (" ".join(["met/VBD/ROOT/0 ,/,/punct/0", *["x/NN/dep/0"] * n]) for n in (8, 9))
    assert kept(eight)[0] == "MET"
    assert kept(nine)[0].count("X") == 9
