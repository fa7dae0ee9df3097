"""The modes of an act come from its frame and from the words of its own clause."""

from __future__ import annotations

import pytest

from dragoman.code.act import Act
from dragoman.code.modes import mode_cues, modes_of
from dragoman.ontology import load
from tests.build import sentence

STRUCK = "Drones/NNS/nsubj/1 struck/VBD/ROOT/1/strike a/DT/det/3 tank/NN/dobj/1 ././punct/1"
MINED = "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1/attack a/DT/det/3 convoy/NN/dobj/1 with/IN/prep/3 mines/NNS/pobj/4"
TOLD = "They/PRP/nsubj/1 said/VBD/ROOT/1/say jets/NNS/nsubj/3/jet bombed/VBD/ccomp/1/bomb it/PRP/dobj/3"
THREAT = "He/PRP/nsubj/1 threatened/VBD/ROOT/1/threaten new/JJ/amod/3 tariffs/NNS/dobj/1/tariff"


def act(type_: str, trigger: int, *modes: str, content: int | None = None) -> Act:
    """An act of a type at a word, without parties."""
    return Act(trigger, trigger, type_, modes, (), (), content_head=content)


def test_what_is_struck_shows_no_mode() -> None:
    assert modes_of(act("ASSAULT", 1), sentence(STRUCK)) == ("drone",)


def test_means_that_hang_on_the_object_count() -> None:
    assert modes_of(act("ASSAULT", 1), sentence(MINED)) == ("explosives",)


def test_words_of_an_embedded_clause_belong_to_it() -> None:
    assert modes_of(act("ASSAULT", 1), sentence(TOLD)) == ()
    assert "aerial" in modes_of(act("ASSAULT", 3), sentence(TOLD))


def test_the_frame_stands_first() -> None:
    assert modes_of(act("ASSAULT", 1, "destroy"), sentence(STRUCK)) == ("destroy", "drone")


def test_one_mode_alone_where_the_type_has_one() -> None:
    assert modes_of(act("MOBILIZE", 1, "troops"), sentence(STRUCK)) == ("troops",)
    assert modes_of(act("MOBILIZE", 1), sentence(STRUCK)) == ("weapons",)


def test_an_act_in_words_has_the_mode_of_what_it_is_about() -> None:
    assert modes_of(act("THREATEN", 1, "violence", content=3), sentence(THREAT)) == ("restrict",)


def test_types_without_cues_keep_their_modes() -> None:
    assert modes_of(act("SUPPORT", 1), sentence(STRUCK)) == ()


@pytest.mark.parametrize("table", ["modes", "contents"])
def test_every_cued_mode_is_the_ontologys(table: str) -> None:
    for type_, modes in getattr(mode_cues(), table).items():
        assert set(modes) <= set(load().types[type_].modes)
