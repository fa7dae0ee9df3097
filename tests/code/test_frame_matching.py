"""Frames against clauses: which one holds, and who fills its places."""

import pytest

from dragoman.code.filling import fill, light_verb
from dragoman.code.frames import match_light, match_noun, match_verb, phrasal
from dragoman.code.lexicon import Frame, Lexicon
from tests.code.staged import codes, place, role, small, staged, state, told

ATTACKED = "Russia/NNP/nsubj/1 attacked/VBD/ROOT/1 Ukraine/NNP/dobj/1"
PASSIVE = "Ukraine/NNP/nsubjpass/2 was/VBD/auxpass/2 attacked/VBN/ROOT/2 by/IN/agent/2 Russia/NNP/pobj/3"
HELD = "Mali/NNP/nsubj/1 held/VBD/ROOT/1 talks/NNS/dobj/1 with/IN/prep/2 Niger/NNP/pobj/3"
ATTACK_BY = (
    "The/DT/det/1 attack/NN/nsubj/6 by/IN/prep/1 Russia/NNP/pobj/2 "
    "on/IN/prep/1 Ukraine/NNP/pobj/4 shocked/VBD/ROOT/6"
)
ATTACK = Frame("ASSAULT", (("object", "any"),), ("subject",), ("object",), "bombard", where="attack")
TALKS = Frame("CONSULT", (), ("light_subject", "poss"), ("with", "light_with"), light="hold", where="talks")


def words(*frames: Frame, noun: bool = False, **known: object) -> Lexicon:
    table = {
        "attack": frames,
        "talk": frames,
        "hit": frames,
        "meet": frames,
        "carry_out": frames,
        "missile test": frames,
        "arrive": frames,
    }
    light = {"hold": ["hold", "impose"], "happen": ["begin"]}
    if noun:
        return small(nouns=table, light=light, **known)  # type: ignore[arg-type]
    return small(verbs=table, light=light, **known)  # type: ignore[arg-type]


# -- verbs ----------------------------------------------------------------------------------------


def test_a_verb_with_its_parties() -> None:
    act = match_verb(staged(ATTACKED, words=words(ATTACK)), 1)
    assert told(act) == ("ASSAULT", ["RUS"], ["UKR"])
    assert act is not None
    assert (act.trigger, act.verb, act.modes, act.frame, act.nominal) == (1, 1, ("bombard",), "attack", False)
    assert 1 in act.used


def test_the_passive_turns_nothing_round() -> None:
    assert told(match_verb(staged(PASSIVE, words=words(ATTACK)), 2)) == ("ASSAULT", ["RUS"], ["UKR"])


def test_an_unknown_verb_tells_nothing() -> None:
    spec = "Russia/NNP/nsubj/1 sang/VBD/ROOT/1/sing Ukraine/NNP/dobj/1"
    assert match_verb(staged(spec, words=words(ATTACK)), 1) is None


def test_nobody_on_either_side_is_no_act() -> None:
    spec = "Somebody/NN/nsubj/1 attacked/VBD/ROOT/1 something/NN/dobj/1"
    assert match_verb(staged(spec, words=words(ATTACK)), 1) is None


def test_the_first_frame_that_holds_wins() -> None:
    narrow = Frame("COERCE", (("object", "city"),), ("subject",), ("object",))
    scene = staged(ATTACKED, words=words(narrow, ATTACK, classes={"city": ["ukraine"]}))
    assert told(match_verb(scene, 1)) == ("COERCE", ["RUS"], ["UKR"])
    scene = staged(ATTACKED, words=words(narrow, ATTACK))
    assert told(match_verb(scene, 1)) == ("ASSAULT", ["RUS"], ["UKR"])


def test_nobody_is_their_own_recipient() -> None:
    spec = "Russia/NNP/nsubj/1 attacked/VBD/ROOT/1 Russia/NNP/dobj/1"
    assert told(match_verb(staged(spec, words=words(ATTACK)), 1)) == ("ASSAULT", ["RUS"], [])


def test_a_frame_for_the_passive_only() -> None:
    passive = Frame("ASSAULT", (), ("subject",), ("object",), passive=True)
    assert match_verb(staged(ATTACKED, words=words(passive)), 1) is None
    assert match_verb(staged(PASSIVE, words=words(passive)), 2) is not None


def test_a_bare_frame_bears_no_content() -> None:
    bare = Frame("ASSAULT", (), ("subject",), (), bare=True)
    spec = "Russia/NNP/nsubj/1 attacked/VBD/ROOT/1 to/TO/aux/3 win/VB/xcomp/1"
    assert match_verb(staged(spec, words=words(bare)), 1) is None
    assert match_verb(staged("Russia/NNP/nsubj/1 attacked/VBD/ROOT/1", words=words(bare)), 1) is not None


@pytest.mark.parametrize(
    ("needs", "holds"),
    [
        ({"object": "party"}, True),
        ({"object": "!party"}, False),
        ({"object": "none"}, False),
        ({"with": "none"}, True),
        ({"with": "any"}, False),
        ({"with|object": "any"}, True),
        ({"object": "number|party"}, True),
        ({"object": "number"}, False),
        ({"subject": "armed"}, True),
        ({"subject": "person"}, False),
        ({"subject": "plural"}, False),
        ({"object": "clause"}, False),
        ({"object": "place"}, True),
    ],
)
def test_conditions(needs: dict[str, str], holds: bool) -> None:
    frame = Frame("ASSAULT", tuple(needs.items()), ("subject",), ("object",))
    assert (match_verb(staged(ATTACKED, words=words(frame)), 1) is not None) is holds


@pytest.mark.parametrize(("adverb", "modifiers", "barred", "holds"), [
    ("physically", {"physically"}, set(), True),
    ("verbally", {"physically"}, set(), False),
    ("verbally", set(), {"verbally"}, False),
    ("physically", set(), {"verbally"}, True),
])  # fmt: skip
def test_adverbs_asked_for_and_barred(
    adverb: str, modifiers: set[str], barred: set[str], holds: bool
) -> None:
    frame = Frame(
        "ASSAULT", (), ("subject",), ("object",), modifiers=frozenset(modifiers), barred=frozenset(barred)
    )
    spec = f"Russia/NNP/nsubj/2 {adverb}/RB/advmod/2 attacked/VBD/ROOT/2 Ukraine/NNP/dobj/2"
    assert (match_verb(staged(spec, words=words(frame)), 2) is not None) is holds


def test_a_verb_with_a_particle_is_another_verb() -> None:
    spec = "Mali/NNP/nsubj/1 carried/VBD/ROOT/1/carry out/RP/prt/1 raids/NNS/dobj/1"
    scene = staged(spec, words=words(ATTACK))
    assert phrasal(scene, 1) == ("carry_out", "carry")
    assert told(match_verb(scene, 1)) == ("ASSAULT", ["MLI"], [])


def test_several_places_the_first_that_holds_an_identified_party() -> None:
    frame = Frame("ASSAULT", (), ("subject",), ("object", "in"))
    spec = "Russia/NNP/nsubj/1 attacked/VBD/ROOT/1 rebels/NNS/dobj/1 in/IN/prep/1 Ukraine/NNP/pobj/3"
    scene = staged(spec, {2: (role("rebels"),)}, words=words(frame))
    assert told(match_verb(scene, 1)) == ("ASSAULT", ["RUS"], ["UKR"])
    loose = staged(spec.replace("Ukraine", "woods"), {2: (role("rebels"),)}, words=words(frame))
    act = match_verb(loose, 1)
    assert act is not None
    assert [p.name for p in act.recipients] == ["rebels"]


def test_a_reciprocal_frame_gathers_all() -> None:
    frame = Frame("CONSULT", (), ("subject",), ("with", "object"), reciprocal=True)
    spec = "Mali/NNP/nsubj/1 met/VBD/ROOT/1 Kenya/NNP/dobj/1 with/IN/prep/1 Niger/NNP/pobj/3"
    act = match_verb(staged(spec, words=words(frame)), 1)
    assert told(act) == ("CONSULT", ["MLI"], ["NER", "KEN"])
    assert act is not None
    assert act.reciprocal


# -- who fills a place ----------------------------------------------------------------------------


def test_compound_parties_are_filled_together() -> None:
    spec = "Iran/NNP/nsubj/3 and/CC/cc/0 Iraq/NNP/conj/0 attacked/VBD/ROOT/3"
    assert codes(fill(staged(spec, words=words()), 3, "subject")) == ["IRN", "IRQ"]


def test_missiles_strike_for_whom_they_belong_to() -> None:
    spec = "Russian/JJ/amod/1 missiles/NNS/nsubj/2 hit/VBD/ROOT/2 Ukraine/NNP/dobj/2"
    assert codes(fill(staged(spec, words=small(classes={"weaponry": ["missile"]})), 2, "subject")) == ["RUS"]


def test_other_things_do_not_act_for_whom_they_belong_to() -> None:
    spec = "Russian/JJ/amod/1 prices/NNS/nsubj/2 hit/VBD/ROOT/2 Ukraine/NNP/dobj/2"
    assert fill(staged(spec, words=small(classes={"weaponry": ["missile"]})), 2, "subject") == ()


def test_whose_place_is_struck() -> None:
    spec = "Mali/NNP/nsubj/1 hit/VBD/ROOT/1 a/DT/det/3 hospital/NN/dobj/1 in/IN/prep/3 Kharkiv/NNP/pobj/4"
    from tests.build import sentence

    scene = staged(spec, words=small(), places=[place(sentence(spec), 5, "UKR")])
    assert codes(fill(scene, 1, "object")) == ["UKR"]


def test_an_owner_and_a_doer() -> None:
    owned = staged(
        "Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/poss/4 's/POS/case/2 army/NN/dobj/1", words=small()
    )
    assert codes(fill(owned, 1, "object.owner")) == ["IRQ"]
    praised = "Mali/NNP/nsubj/1 hailed/VBD/ROOT/1 the/DT/det/3 raid/NN/dobj/1 by/IN/prep/3 Niger/NNP/pobj/4"
    assert codes(fill(staged(praised, words=small()), 1, "object.act")) == ["NER"]


def test_the_host_is_the_state_of_the_place() -> None:
    spec = "Mali/NNP/nsubj/1 arrived/VBD/ROOT/1/arrive in/IN/prep/1 Kenya/NNP/pobj/2"
    assert codes(fill(staged(spec, words=small()), 1, "place")) == ["KEN"]
    frame = Frame("CONSULT", (("place", "any"),), ("subject",), ("place",), "visit")
    assert told(match_verb(staged(spec, words=words(frame)), 1)) == ("CONSULT", ["MLI"], ["KEN"])
    absent = Frame("CONSULT", (("place", "none"),), ("subject",), ("place",))
    assert match_verb(staged(spec, words=words(absent)), 1) is None


# -- event nouns ----------------------------------------------------------------------------------


def test_a_noun_with_its_own_parties() -> None:
    frame = Frame("ASSAULT", (), ("by", "poss"), ("on",))
    act = match_noun(staged(ATTACK_BY, words=words(frame, noun=True)), 1)
    assert told(act) == ("ASSAULT", ["RUS"], ["UKR"])
    assert act is not None
    assert (act.nominal, act.verb, act.used) == (True, 1, {1})


def test_a_noun_under_a_light_verb_takes_its_subject() -> None:
    act = match_noun(staged(HELD, words=words(TALKS, noun=True)), 2)
    assert told(act) == ("CONSULT", ["MLI"], ["NER"])
    assert act is not None
    assert (act.verb, act.nominal, act.used) == (1, False, {1, 2})


def test_under_another_verb_it_does_not() -> None:
    spec = HELD.replace("held/VBD/ROOT/1", "hated/VBD/ROOT/1/hate")
    act = match_noun(staged(spec, words=words(TALKS, noun=True)), 2)
    assert told(act) == ("CONSULT", [], ["NER"])
    assert act is not None
    assert act.nominal


def test_a_noun_that_needs_its_light_verb() -> None:
    from dataclasses import replace

    only = replace(TALKS, only_light=True)
    assert match_noun(staged(HELD, words=words(only, noun=True)), 2) is not None
    spec = HELD.replace("held/VBD/ROOT/1", "hated/VBD/ROOT/1/hate")
    assert match_noun(staged(spec, words=words(only, noun=True)), 2) is None


def test_a_participle_lends_its_subject_too() -> None:
    spec = "Talks/NNS/nsubj/4 held/VBN/acl/0 by/IN/agent/1 Mali/NNP/pobj/2 ended/VBD/ROOT/4"
    scene = staged(spec, words=words(TALKS, noun=True))
    assert light_verb(scene, 0, "hold") == 1
    assert told(match_noun(scene, 0)) == ("CONSULT", ["MLI"], [])


def test_light_verbs() -> None:
    scene = staged(HELD, words=words(TALKS, noun=True))
    assert light_verb(scene, 2, "hold") == 1
    assert light_verb(scene, 2, None) is None
    began = staged(
        "Talks/NNS/nsubj/1 began/VBD/ROOT/1 in/IN/prep/1 Mali/NNP/pobj/2", words=words(TALKS, noun=True)
    )
    assert light_verb(began, 0, "hold") == 1


def test_the_light_verb_tells_the_act_of_its_noun() -> None:
    scene = staged(HELD, words=words(TALKS, noun=True))
    assert told(match_light(scene, 1)) == ("CONSULT", ["MLI"], ["NER"])
    assert match_light(staged(ATTACKED, words=words(TALKS, noun=True)), 1) is None


def test_a_noun_of_two_words_is_tried_first() -> None:
    frame = Frame("MOBILIZE", (), ("poss",), ())
    spec = "Mali/NNP/poss/3 's/POS/case/0 missile/NN/compound/3 test/NN/nsubj/4 failed/VBD/ROOT/4"
    assert told(match_noun(staged(spec, words=words(frame, noun=True)), 3)) == ("MOBILIZE", ["MLI"], [])


def test_modifiers_asked_for_and_barred() -> None:
    spec = "Mali/NNP/poss/3 's/POS/case/0 verbal/JJ/amod/3 attack/NN/nsubj/4 ended/VBD/ROOT/4"
    barred = Frame("ASSAULT", (), ("poss",), (), barred=frozenset({"verbal"}))
    asked = Frame("ACCUSE", (), ("poss",), (), modifiers=frozenset({"verbal"}))
    assert told(match_noun(staged(spec, words=words(barred, asked, noun=True)), 3)) == ("ACCUSE", ["MLI"], [])
    plain = spec.replace("verbal/JJ", "fierce/JJ")
    assert told(match_noun(staged(plain, words=words(asked, barred, noun=True)), 3)) == (
        "ASSAULT",
        ["MLI"],
        [],
    )


def test_whom_the_act_befalls() -> None:
    frame = Frame("SANCTION", (), (), ("patient",))
    spec = "Mali/NNP/nsubjpass/2 was/VBD/auxpass/2 hurt/VBN/ROOT/2 by/IN/agent/2 attacks/NNS/pobj/3"
    assert told(match_noun(staged(spec, words=words(frame, noun=True)), 4)) == ("SANCTION", [], ["MLI"])


def test_a_state_person() -> None:
    from tests.code.staged import person

    frame = Frame("CONSULT", (("subject", "state_person"),), ("subject",), ("object",))
    spec = "Putin/NNP/nsubj/1 met/VBD/ROOT/1 Iran/NNP/dobj/1"
    assert match_verb(staged(spec, {0: (person("Putin", "RUS"),)}, words=words(frame)), 1) is not None
    assert match_verb(staged(spec, {0: (person("Ann", "RUS", "CVL"),)}, words=words(frame)), 1) is None
    assert match_verb(staged(spec, {0: (state("Russia"),)}, words=words(frame)), 1) is None
