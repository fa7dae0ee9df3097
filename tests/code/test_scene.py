"""Who stands where in a clause."""

import pytest

from dragoman.code.scene import Scene, lemma_phrase, make_scene
from dragoman.model import Resolution
from tests.build import sentence
from tests.code.staged import codes, place, role, small, staged, state

ATTACKED = "Russia/NNP/nsubj/1 attacked/VBD/ROOT/1 Ukraine/NNP/dobj/1 ././punct/1"
PASSIVE = "Ukraine/NNP/nsubjpass/2 was/VBD/auxpass/2 attacked/VBN/ROOT/2 by/IN/agent/2 Russia/NNP/pobj/3"
HIT = (
    "Russian/JJ/amod/1 missiles/NNS/nsubj/2 hit/VBD/ROOT/2 "
    "a/DT/det/4 hospital/NN/dobj/2 in/IN/prep/4 Kharkiv/NNP/pobj/5"
)
TWO = (
    "Iran/NNP/nsubj/3 and/CC/cc/0 Iraq/NNP/conj/0 signed/VBD/ROOT/3 "
    "a/DT/det/5 treaty/NN/dobj/3 with/IN/prep/5 Kuwait/NNP/pobj/6"
)
WORDS = small(
    classes={"containers": ["most", "dozen"], "currency": ["rouble"], "weapons": ["missile", "travel ban"]}
)


def stage(spec: str, **known: object) -> Scene:
    return staged(spec, words=WORDS, **known)  # type: ignore[arg-type]


def words_at(scene: Scene, i: int) -> dict[str, list[str]]:
    return {place: [scene.tokens[h].text for h in heads] for place, heads in scene.clause(i).items()}


# -- clauses --------------------------------------------------------------------------------------


def test_subject_and_object() -> None:
    assert words_at(stage(ATTACKED), 1) == {"subject": ["Russia"], "object": ["Ukraine"]}


def test_in_the_passive_the_agent_is_the_subject() -> None:
    scene = stage(PASSIVE)
    assert scene.passive(2)
    assert words_at(scene, 2) == {"object": ["Ukraine"], "subject": ["Russia"]}


@pytest.mark.parametrize(
    ("spec", "verb", "passive"),
    [
        (ATTACKED, 1, False),
        ("Troops/NNS/nsubj/4 sent/VBN/acl/0 by/IN/agent/1 Iran/NNP/pobj/2 arrived/VBD/ROOT/4", 1, True),
        ("Iran/NNP/nsubj/2 has/VBZ/aux/2 attacked/VBN/ROOT/2 Iraq/NNP/dobj/2", 2, False),
        ("Mali/NNP/nsubjpass/2 was/VBD/auxpass/2 hit/VBN/ROOT/2 and/CC/cc/2 seized/VBN/conj/2", 4, True),
        ("Troops/NNS/nsubj/1 sent/VBD/ROOT/1 Iran/NNP/dobj/1", 1, False),
    ],
)
def test_passive(spec: str, verb: int, passive: bool) -> None:
    assert stage(spec).passive(verb) is passive


def test_prepositions_and_a_dative() -> None:
    spec = "Mali/NNP/nsubj/1 gave/VBD/ROOT/1 Niger/NNP/dative/1 aid/NN/dobj/1 in/IN/prep/1 Kenya/NNP/pobj/4"
    assert words_at(stage(spec), 1) == {
        "subject": ["Mali"],
        "dative": ["Niger"],
        "object": ["aid"],
        "in": ["Kenya"],
    }


def test_a_dative_with_to_stands_at_to() -> None:
    spec = "Mali/NNP/nsubj/1 gave/VBD/ROOT/1 aid/NN/dobj/1 to/IN/dative/1 Niger/NNP/pobj/3"
    assert words_at(stage(spec), 1)["to"] == ["Niger"]


def test_in_favour_of_is_one_preposition() -> None:
    spec = "Iran/NNP/nsubj/1 voted/VBD/ROOT/1 in/IN/prep/1 favour/NN/pobj/2 of/IN/prep/3 Kenya/NNP/pobj/4"
    assert words_at(stage(spec), 1)["in_favour"] == ["Kenya"]


def test_a_preposition_inside_a_preposition() -> None:
    spec = "Mali/NNP/nsubj/1 withdrew/VBD/ROOT/1 from/IN/prep/1 across/IN/prep/2 Niger/NNP/pobj/3"
    assert words_at(stage(spec), 1)["across"] == ["Niger"]


def test_a_relative_clause_is_about_its_noun() -> None:
    did = (
        "Mali/NNP/nsubj/6 ,/,/punct/0 which/WDT/nsubj/3 "
        "attacked/VBD/relcl/0 Niger/NNP/dobj/3 ,/,/punct/0 left/VBD/ROOT/6"
    )
    had = "The/DT/det/1 army/NN/nsubj/5 that/WDT/dobj/4 Mali/NNP/nsubj/4 attacked/VBD/relcl/1 left/VBD/ROOT/5"
    bare = "The/DT/det/1 army/NN/nsubj/4 Mali/NNP/nsubj/3 attacked/VBD/relcl/1 left/VBD/ROOT/4"
    assert words_at(stage(did), 3) == {"subject": ["Mali"], "object": ["Niger"]}
    assert words_at(stage(had), 4) == {"subject": ["Mali"], "object": ["army"]}
    assert words_at(stage(bare), 3) == {"subject": ["Mali"], "object": ["army"]}


def test_a_participle_is_about_its_noun() -> None:
    sent = "Troops/NNS/nsubj/4 sent/VBN/acl/0 by/IN/agent/1 Iran/NNP/pobj/2 arrived/VBD/ROOT/4"
    sending = "Mali/NNP/nsubj/3 attacking/VBG/acl/0 Niger/NNP/dobj/1 left/VBD/ROOT/3"
    assert words_at(stage(sent), 1) == {"subject": ["Iran"], "object": ["Troops"]}
    assert words_at(stage(sending), 1) == {"subject": ["Mali"], "object": ["Niger"]}


@pytest.mark.parametrize(
    ("spec", "verb", "subject"),
    [
        (
            (
                "Iran/NNP/nsubj/1 met/VBD/ROOT/1 Iraq/NNP/dobj/1 "
                "and/CC/cc/1 attacked/VBD/conj/1 Kenya/NNP/dobj/4"
            ),
            4,
            ["Iran"],
        ),
        ("Iran/NNP/nsubj/1 agreed/VBD/ROOT/1 to/TO/aux/3 withdraw/VB/xcomp/1", 3, ["Iran"]),
        ("Mali/NNP/nsubj/1 urged/VBD/ROOT/1 Niger/NNP/dobj/1 to/TO/aux/4 leave/VB/xcomp/1", 4, ["Niger"]),
        (
            "Mali/NNP/nsubjpass/2 was/VBD/auxpass/2 forced/VBN/ROOT/2 to/TO/aux/4 leave/VB/xcomp/2",
            4,
            ["Mali"],
        ),
        (
            "Mali/NNP/nsubj/1 left/VBD/ROOT/1 without/IN/prep/1 attacking/VBG/pcomp/2 Niger/NNP/dobj/3",
            3,
            ["Mali"],
        ),
        (
            (
                "Kenya/NNP/nsubj/1 accused/VBD/ROOT/1 Iran/NNP/dobj/1 "
                "of/IN/prep/1 attacking/VBG/pcomp/3 Iraq/NNP/dobj/4"
            ),
            4,
            ["Iran"],
        ),
        (
            (
                "Iraq/NNP/nsubj/1 has/VBZ/ROOT/1 a/DT/det/3 plan/NN/dobj/1 "
                "to/TO/aux/5 attack/VB/acl/3 Iran/NNP/dobj/5"
            ),
            5,
            ["Iraq"],
        ),
        (
            (
                "Mali/NNP/nsubj/1 blocked/VBD/ROOT/1 Iran/NNP/poss/4 "
                "'s/POS/case/2 plan/NN/dobj/1 to/TO/aux/6 attack/VB/acl/4"
            ),
            6,
            ["Iran"],
        ),
    ],
)
def test_a_subject_taken_over_from_above(spec: str, verb: int, subject: list[str]) -> None:
    assert words_at(stage(spec), verb)["subject"] == subject


def test_a_sentence_without_a_subject_has_none() -> None:
    assert "subject" not in stage("Attack/VB/ROOT/0 Iran/NNP/dobj/0").clause(0)


# -- places ---------------------------------------------------------------------------------------


def test_a_preposition_may_hang_on_the_object() -> None:
    scene = stage(TWO)
    assert [scene.tokens[h].text for h in scene.at(3, "with")] == ["Kuwait"]
    assert scene.at(3, "of") == []


def test_a_place_inside_a_place() -> None:
    scene = stage(HIT)
    assert [scene.tokens[h].text for h in scene.at(2, "object.in")] == ["Kharkiv"]
    assert scene.at(2, "object.owner") == scene.at(2, "object")
    assert scene.below(4, "in") == [6]
    assert scene.below(4, "at") == []


# -- noun phrases ---------------------------------------------------------------------------------


def test_coordinated_nouns_are_one_party_of_several() -> None:
    scene = stage(TWO)
    assert scene.conjuncts(0) == [0, 2]
    assert codes(scene.party(0)) == ["IRN", "IRQ"]
    assert codes(scene.party(2)) == ["IRQ"]
    assert codes(scene.party_alone(0)) == ["IRN"]


def test_a_party_in_apposition() -> None:
    spec = "An/DT/det/1 ally/NN/nsubj/4 ,/,/punct/1 Iran/NNP/appos/1 left/VBD/ROOT/4"
    assert codes(stage(spec).party(1)) == ["IRN"]


@pytest.mark.parametrize(
    "spec",
    [
        "Two/CD/nsubj/3 of/IN/prep/0 Iran/NNP/pobj/1 died/VBD/ROOT/3",
        "Most/JJS/nsubj/3 of/IN/prep/0 Iran/NNP/pobj/1 died/VBD/ROOT/3",
        "Dozens/NNS/nsubj/3 of/IN/prep/0 Iran/NNP/pobj/1 died/VBD/ROOT/3",
    ],
)
def test_what_is_counted_is_the_party(spec: str) -> None:
    assert codes(stage(spec).party(0)) == ["IRN"]


def test_what_is_not_counted_is_not_the_party() -> None:
    assert stage("Fears/NNS/nsubj/3 of/IN/prep/0 Iran/NNP/pobj/1 grew/VBD/ROOT/3").party(0) == ()
    assert stage("Two/CD/nsubj/3 in/IN/prep/0 Iran/NNP/pobj/1 died/VBD/ROOT/3").party(0) == ()


@pytest.mark.parametrize(
    ("spec", "head", "owner"),
    [
        (HIT, 1, ["RUS"]),
        ("Iraq/NNP/poss/2 's/POS/case/0 army/NN/nsubj/3 left/VBD/ROOT/3", 2, ["IRQ"]),
        ("The/DT/det/1 army/NN/nsubj/4 of/IN/prep/1 Iran/NNP/pobj/2 left/VBD/ROOT/4", 1, ["IRN"]),
        (
            "The/DT/det/1 raid/NN/nsubj/5 led/VBN/acl/1 by/IN/agent/2 Iran/NNP/pobj/3 ended/VBD/ROOT/5",
            1,
            ["IRN"],
        ),
        ("Russian/JJ/amod/1 roubles/NNS/nsubj/2 fell/VBD/ROOT/2", 1, []),
        ("The/DT/det/1 army/NN/nsubj/4 in/IN/prep/1 Iran/NNP/pobj/2 left/VBD/ROOT/4", 1, []),
    ],
)
def test_whose_it_is(spec: str, head: int, owner: list[str]) -> None:
    assert codes(stage(spec).owner(head)) == owner


def test_an_identified_owner_comes_before_an_unidentified_one() -> None:
    spec = "rebel/NN/compound/2 Russian/JJ/amod/2 arms/NNS/nsubj/3 left/VBD/ROOT/3"
    assert codes(stage(spec, extra={0: (role("rebel"),)}).owner(2)) == ["RUS"]


def test_where_it_lies() -> None:
    made = sentence(HIT)
    scene = make_scene(made, WORDS, [], [place(made, 6, "UKR")], [])
    (found,) = scene.located(4)
    assert (found.code, found.raw, found.kind) == ("UKR", "Kharkiv", "state")
    assert scene.located(1) == ()
    assert codes(scene.located(6)) == ["UKR"]


def test_of_a_class_by_head_pair_count_or_conjunct() -> None:
    pair = stage("A/DT/det/2 travel/NN/compound/2 ban/NN/nsubj/3 began/VBD/ROOT/3")
    counted = stage("Dozens/NNS/nsubj/3 of/IN/prep/0 missiles/NNS/pobj/1 fell/VBD/ROOT/3")
    joined = stage("Tanks/NNS/nsubj/3 and/CC/cc/0 missiles/NNS/conj/0 fell/VBD/ROOT/3")
    assert stage(HIT).is_of(1, "weapons")
    assert pair.is_of(2, "weapons")
    assert counted.is_of(0, "weapons")
    assert joined.is_of(0, "weapons")
    assert not stage(HIT).is_of(4, "weapons")
    assert not stage("A/DT/det/1 ban/NN/nsubj/2 began/VBD/ROOT/2").is_of(1, "weapons")


def test_a_lemma_phrase_is_a_modifier_with_its_noun() -> None:
    made = sentence("Travel/NN/compound/1 bans/NNS/nsubj/2 began/VBD/ROOT/2")
    assert lemma_phrase(made, 1) == "travel ban"
    assert lemma_phrase(made, 0) == ""
    assert lemma_phrase(sentence("Travel/NN/nsubj/1 met/VBD/ROOT/1 bans/NNS/dobj/1"), 2) == ""


def test_a_scene_holds_what_earlier_steps_found() -> None:
    made = sentence(HIT)
    found = [Resolution(0, 0, 1, 0, (state("Russia"),), 0.9, "name")]
    scene = make_scene(made, WORDS, found, [place(made, 6, "UKR"), place(made, 4, None)], [])
    assert set(scene.parties) == {0}
    assert dict(scene.countries) == {6: "UKR"}
    assert set(scene.places) == {4, 6}
    assert scene.tokens == made.tokens
