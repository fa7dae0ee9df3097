"""The place of an act, by syntax."""

from dragoman.code.where import where_of
from dragoman.model import Place, Sentence
from tests.build import sentence


def _place(one: Sentence, head: int) -> Place:
    token = one.tokens[head]
    return Place(
        token.text,
        token.text,
        one.cover([head]),
        0.0,
        0.0,
        "XXX",
        None,
        "P",
        "capital",
        one.index,
        head,
        head + 1,
        head,
    )


def test_a_place_under_the_verb() -> None:
    one = sentence("They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 Beijing/NNP/pobj/2")
    found = where_of(one, [1], [_place(one, 3)])
    assert found is not None
    assert found.extracted == "Beijing"


def test_a_place_on_which_a_strike_falls() -> None:
    one = sentence("A/DT/det/1 strike/NN/nsubj/4 on/IN/prep/1 Kharkiv/NNP/pobj/2 failed/VBD/ROOT/4")
    found = where_of(one, [1], [_place(one, 3)])
    assert found is not None
    assert found.extracted == "Kharkiv"


def test_the_name_behind_a_common_noun() -> None:
    one = sentence(
        "They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 the/DT/det/4 town/NN/pobj/2 of/IN/prep/4 "
        "Yevlakh/NNP/pobj/5"
    )
    found = where_of(one, [1], [_place(one, 6)])
    assert found is not None
    assert found.extracted == "Yevlakh"


def test_a_place_merely_mentioned_is_none() -> None:
    one = sentence(
        "They/PRP/nsubj/1 condemned/VBD/ROOT/1 the/DT/det/3 war/NN/dobj/1 against/IN/prep/3 "
        "Ukraine/NNP/pobj/4"
    )
    assert where_of(one, [1], [_place(one, 5)]) is None


def test_where_the_other_side_stands() -> None:
    one = sentence(
        "They/PRP/nsubj/1 talked/VBD/ROOT/1 with/IN/prep/1 officials/NNS/pobj/2 in/IN/prep/3 Cairo/NNP/pobj/4"
    )
    found = where_of(one, [1], [_place(one, 5)])
    assert found is not None
    assert found.extracted == "Cairo"


def test_the_state_of_a_minister_is_no_place() -> None:
    one = sentence(
        "They/PRP/nsubj/1 marched/VBD/ROOT/1 at/IN/prep/1 Chile/NNP/poss/5 's/POS/case/3 minister/NN/pobj/2"
    )
    assert where_of(one, [1], [_place(one, 3)]) is None


def test_the_subject_is_no_place() -> None:
    one = sentence("Beijing/NNP/nsubj/1 met/VBD/ROOT/1 them/PRP/dobj/1")
    assert where_of(one, [1], [_place(one, 0)]) is None
