"""Figures: numbers, bounds, what is counted, and which figures belong to an act."""

import pytest

from dragoman.code.numberwords import number_words
from dragoman.code.numerals import find_figures
from dragoman.code.quantities import find_quantities, quantities, quantities_of, sent_goods
from tests.build import sentence, words


@pytest.mark.parametrize(
    ("spec", "low", "high", "approximate"),
    [
        ("around/IN 10,000/CD troops/NNS left/VBD", 10000, 10000, True),
        ("at/IN least/JJS 600/CD troops/NNS left/VBD", 600, None, False),
        ("up/IN to/IN 5,000/CD troops/NNS left/VBD", None, 5000, False),
        ("between/IN 1,500/CD and/CC 3,000/CD troops/NNS left/VBD", 1500, 3000, False),
        ("more/JJR than/IN 40/CD troops/NNS left/VBD", 40, None, False),
        ("nearly/RB 2,000/CD troops/NNS left/VBD", 2000, 2000, True),
        ("fewer/JJR than/IN 30/CD troops/NNS left/VBD", None, 30, False),
        ("no/DT fewer/JJR than/IN 30/CD troops/NNS left/VBD", 30, None, False),
        ("as/RB many/JJ as/IN 200/CD troops/NNS left/VBD", None, 200, False),
        ("a/DT couple/NN of/IN troops/NNS left/VBD", 2, None, True),
        ("several/JJ troops/NNS left/VBD", 3, None, True),
        ("a/DT few/JJ troops/NNS left/VBD", 3, None, True),
        ("dozens/NNS of/IN troops/NNS left/VBD", 24, None, True),
        ("scores/NNS of/IN troops/NNS left/VBD", 40, None, True),
        ("hundreds/NNS of/IN troops/NNS left/VBD", 200, None, True),
        ("several/JJ hundred/CD troops/NNS left/VBD", 300, None, True),
        ("thousands/NNS of/IN troops/NNS left/VBD", 2000, None, True),
        ("tens/NNS of/IN thousands/NNS of/IN troops/NNS left/VBD", 20000, None, True),
        ("two/CD dozen/NN troops/NNS left/VBD", 24, 24, False),
        ("half/PDT a/DT million/CD troops/NNS left/VBD", 500000, 500000, False),
        ("a/DT hundred/CD troops/NNS left/VBD", 100, 100, False),
        ("two/CD hundred/CD and/CC fifty/CD troops/NNS left/VBD", 250, 250, False),
        ("1.5/CD million/CD troops/NNS left/VBD", 1500000, 1500000, False),
        ("three/CD or/CC four/CD troops/NNS left/VBD", 3, 4, False),
        ("300/CD or/CC more/JJR troops/NNS left/VBD", 300, None, False),
        ("$/$ 1.5bn/CD left/VBD", 1.5e9, 1.5e9, False),
        ("2/CD to/TO 3/CD million/CD troops/NNS left/VBD", 2e6, 3e6, False),
    ],
)
def test_bounds_follow_the_codebook(spec: str, low: float, high: float, approximate: bool) -> None:
    figures = find_figures(words(spec).tokens, number_words())
    assert [(f.low, f.high, f.approximate) for f in figures] == [(low, high, approximate)]


def test_two_numbers_with_and_between_them_stay_two() -> None:
    figures = find_figures(words("killed/VBD 12/CD and/CC 30/CD hurt/VBN").tokens, number_words())
    assert [f.low for f in figures] == [12, 30]


def test_a_particle_is_no_bound() -> None:
    one = sentence(
        "They/PRP/nsubj/1 handed/VBD/ROOT/1/hand over/RP/prt/1 three/CD/nummod/4 captives/NNS/dobj/1"
    )
    found = find_quantities(one)
    assert [(q.item, q.low, q.high, q.role) for q in found] == [("captives", 3, 3, "released")]


SENT = sentence(
    "Korea/NNP/nsubj/1 sent/VBD/ROOT/1 around/RB/quantmod/3 10,000/CD/nummod/4 "
    "troops/NNS/dobj/1/troop ,/,/punct/1 "
    "at/IN/advmod/7 least/JJS/advmod/8 600/CD/nsubj/12 of/IN/prep/8 whom/WP/pobj/9 "
    "have/VBP/aux/12 died/VBN/conj/1/die"
)


def test_troops_sent_and_the_dead_among_them() -> None:
    sent, dead = find_quantities(SENT)
    assert (sent.item, sent.low, sent.high, sent.approximate, sent.role) == (
        "troops",
        10000,
        10000,
        True,
        "sent",
    )
    assert (dead.item, dead.low, dead.high, dead.approximate, dead.role) == (
        "killed",
        600,
        None,
        False,
        "killed",
    )
    assert SENT.tokens[sent.head].text == "troops"
    assert SENT.tokens[dead.head].text == "600"


def test_each_act_keeps_its_own_figures() -> None:
    found = find_quantities(SENT)
    assert [q.item for q in quantities_of(SENT, [1], found)] == ["troops"]
    assert [q.item for q in quantities_of(SENT, [12], found)] == ["killed"]


KILLED = sentence(
    "The/DT/det/1 raid/NN/nsubj/2 killed/VBD/ROOT/2/kill 12/CD/nummod/4 "
    "people/NNS/dobj/2/people and/CC/cc/2 "
    "wounded/VBD/conj/2/wound 30/CD/dobj/6"
)


def test_killed_and_wounded_are_two_quantities_of_one_act() -> None:
    found = find_quantities(KILLED)
    assert [(q.item, q.low, q.high) for q in found] == [("killed", 12, 12), ("wounded", 30, 30)]
    assert len(quantities_of(KILLED, [2], found)) == 2


def test_a_toll_is_killed_and_sums_up() -> None:
    one = sentence(
        "The/DT/det/2 death/NN/compound/2 toll/NN/nsubj/3 rose/VBD/ROOT/3/rise to/IN/prep/3 55/CD/pobj/4"
    )
    (found,) = find_quantities(one)
    assert (found.item, found.low, found.cumulative) == ("killed", 55, True)


def test_since_makes_a_sum_of_a_period() -> None:
    one = sentence(
        "It/PRP/nsubj/1 freed/VBD/ROOT/1/free 40/CD/nummod/3 prisoners/NNS/dobj/1 since/IN/prep/1 "
        "March/NNP/pobj/4"
    )
    (found,) = find_quantities(one)
    assert (found.item, found.role, found.cumulative) == ("prisoners", "released", True)


def test_money_has_a_currency_and_what_it_pays_for() -> None:
    one = sentence(
        "They/PRP/nsubj/1 pledged/VBD/ROOT/1/pledge $/$/quantmod/4 500/CD/compound/4 "
        "million/CD/dobj/1 in/IN/prep/4 "
        "military/JJ/amod/7 aid/NN/pobj/5"
    )
    (found,) = find_quantities(one)
    assert (found.item, found.unit, found.low, found.role) == ("aid", "USD", 5e8, "pledged")


def test_one_person_without_a_number_counts_where_harmed() -> None:
    one = sentence("A/DT/det/1 soldier/NN/nsubjpass/3 was/VBD/auxpass/3 killed/VBN/ROOT/3/kill")
    (found,) = find_quantities(one)
    assert (found.item, found.low, found.high) == ("killed", 1, 1)


@pytest.mark.parametrize(
    "spec",
    [
        "They/PRP/nsubj/1 left/VBD/ROOT/1 in/IN/prep/1 2014/CD/pobj/2",
        "They/PRP/nsubj/1 cited/VBD/ROOT/1 Resolution/NNP/dobj/1/resolution 2231/CD/nummod/2",
        "The/DT/det/1 Group/NNP/nsubj/4 of/IN/prep/1 Seven/NNP/pobj/2 met/VBD/ROOT/4",
        "They/PRP/nsubj/1 stayed/VBD/ROOT/1 three/CD/nummod/3 days/NNS/npadvmod/1/day",
        "They/PRP/nsubj/1 met/VBD/ROOT/1 on/IN/prep/1 3/CD/nummod/4 September/NNP/pobj/2",
        "The/DT/det/2 two/CD/nummod/2 countries/NNS/nsubj/3/country met/VBD/ROOT/3",
        "One/CD/nsubj/3 of/IN/prep/0 them/PRP/pobj/1 left/VBD/ROOT/3",
    ],
)
def test_years_names_spans_of_time_and_parties_are_not_counted(spec: str) -> None:
    assert find_quantities(sentence(spec)) == []


def test_a_bare_number_counts_what_was_counted_before() -> None:
    first = sentence("They/PRP/nsubj/1 killed/VBD/ROOT/1/kill 34/CD/nummod/3 men/NNS/dobj/1/man")
    second = sentence("Others/NNS/nsubj/1 count/VBP/ROOT/1 40/CD/dobj/1", index=1)
    assert [(q.item, q.low) for q in quantities.function((first, second))] == [("killed", 34), ("killed", 40)]


def test_goods_without_a_number_stand_one_by_one() -> None:
    one = sentence(
        "They/PRP/nsubj/1 sent/VBD/ROOT/1 soldiers/NNS/dobj/1 and/CC/cc/2 heavy/JJ/amod/5 artillery/NN/conj/2"
    )
    found = sent_goods(one, 2)
    assert [(q.item, q.low, q.high) for q in found] == [
        ("soldiers", None, None),
        ("heavy artillery", None, None),
    ]


def test_the_noun_of_giving_leaves_what_is_given() -> None:
    one = sentence("military/JJ/amod/1 technology/NN/compound/2 assistance/NN/ROOT/2")
    assert [q.item for q in sent_goods(one, 2)] == ["military technology"]


def test_a_relative_clause_has_the_figure_of_its_noun() -> None:
    one = sentence(
        "They/PRP/nsubj/1 praised/VBD/ROOT/1 40/CD/nummod/3 soldiers/NNS/dobj/1 whom/WP/dobj/6 "
        "Mexico/NNP/nsubj/6 "
        "sent/VBD/relcl/3"
    )
    found = find_quantities(one)
    assert [(q.item, q.role) for q in found] == [("soldiers", "sent")]
    assert quantities_of(one, [6], found) == tuple(found)


def test_protest_over_a_killing_has_not_its_figure() -> None:
    one = sentence(
        "They/PRP/nsubj/1 protested/VBD/ROOT/1/protest over/IN/prep/1 the/DT/det/4 "
        "killing/NN/pobj/2 of/IN/prep/4 "
        "12/CD/nummod/7 men/NNS/pobj/5/man"
    )
    found = find_quantities(one)
    assert [q.item for q in found] == ["killed"]
    assert quantities_of(one, [1], found) == ()
    assert quantities_of(one, [4], found) == tuple(found)
