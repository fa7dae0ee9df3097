"""Acts: turned, and compared by their parties."""

from dragoman.code.act import Act, same, without
from tests.code.staged import an_act, codes, person, role, state


def test_a_turned_act_keeps_all_but_type_and_mode() -> None:
    act = an_act("AID", "Mali", "Niger", modes=("military",))
    turned = act.turned("REQUEST", "assist", "")
    assert (turned.type, turned.modes) == ("REQUEST", ("assist",))
    assert (turned.actors, turned.recipients, turned.trigger) == (act.actors, act.recipients, act.trigger)
    assert act.type == "AID"
    assert isinstance(turned, Act)


def test_nobody_is_their_own_recipient() -> None:
    parties = (state("Mali"), state("Niger"))
    assert codes(without(parties, (state("Mali"),))) == ["NER"]
    assert without(parties, ()) == parties
    assert without((), parties) == ()


def test_a_states_army_and_its_people_are_two() -> None:
    army, people = role("army", "MLI", "MIL"), role("people", "MLI", "CVL")
    assert without((army, people), (army,)) == (people,)


def test_two_sides_are_the_same_by_state_or_else_by_name() -> None:
    assert same((state("Mali"),), (role("army", "MLI"), state("Niger")))
    assert not same((state("Mali"),), (state("Niger"),))
    assert same((person("Ann"),), (person("Ann"),))
    assert not same((person("Ann"),), (person("Ben"),))
    assert not same((), (state("Mali"),))
