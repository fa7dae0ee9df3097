"""Where a meeting took place tells who visited and who hosted."""

import pytest

from dragoman.code.act import Act
from dragoman.code.venue import venue
from tests.build import sentence
from tests.code.staged import an_act, codes, place

MET = sentence("They/PRP/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 town/NN/pobj/2")


def held(act: Act, country: str | None) -> tuple[Act, str]:
    return venue(act, MET, place(MET, 3, country) if country else None)


TWO = an_act("CONSULT", "Mali and Niger", reciprocal=True)


def test_at_home_one_hosts_and_one_visits() -> None:
    act, why = held(TWO, "NER")
    assert (codes(act.actors), codes(act.recipients), act.modes) == (["MLI"], ["NER"], ("visit",))
    assert "town" in why


def test_the_host_may_stand_on_either_side() -> None:
    act, _ = held(an_act("CONSULT", "Mali", "Niger"), "MLI")
    assert (codes(act.actors), codes(act.recipients)) == (["NER"], ["MLI"])


def test_on_another_ground_it_is_a_third_partys() -> None:
    act, why = held(TWO, "KEN")
    assert (codes(act.actors), act.modes) == (["MLI", "NER"], ("third-party",))
    assert "third party" in why


def test_many_meet_multilaterally() -> None:
    three = an_act("CONSULT", "Mali and Niger and Kenya", reciprocal=True)
    act, why = held(three, None)
    assert (act.modes, codes(act.actors)) == (("multilateral",), ["MLI", "NER", "KEN"])
    assert why


def test_nothing_is_decided_where_nothing_is_known() -> None:
    assert held(TWO, None) == (TWO, "")
    alone = an_act("CONSULT", "Mali")
    assert held(alone, "NER") == (alone, "")


@pytest.mark.parametrize("word", ["phone", "video"])
def test_by_phone_nobody_visits(word: str) -> None:
    spoke = sentence(
        f"They/PRP/nsubj/1 spoke/VBD/ROOT/1 by/IN/prep/1 {word}/NN/pobj/2 in/IN/prep/1 town/NN/pobj/4"
    )
    act, why = venue(TWO, spoke, place(spoke, 5, "NER"))
    assert (act.modes, act.actors) == (("phone",), TWO.actors)
    assert why


def test_a_mode_that_was_said_stays() -> None:
    for mode in ("phone", "visit"):
        known = an_act("CONSULT", "Mali", "Niger", modes=(mode,))
        assert held(known, "KEN") == (known, "")


def test_only_meetings_have_a_venue() -> None:
    act = an_act("ASSAULT", "Mali", "Niger")
    assert held(act, "NER") == (act, "")
