"""What stands above an act: done, planned, hung on an if, denied, or not told at all."""

import pytest

from dragoman.code.act import Path
from dragoman.code.embed import condition_on, embed, modal, negated, operator_over, operators_of
from dragoman.code.lexicon import Frame, Operator
from dragoman.code.scene import Scene
from tests.code.staged import small, staged


def operator(kind: str, *takes: str) -> Operator:
    return Operator(kind, frozenset(takes or ("clause",)), ())


WORDS = small(
    verbs={"meet": [Frame("CONSULT", (), ("subject",), ("object",))]},
    operators={
        "say": [operator("say")],
        "deny": [operator("deny", "clause", "object")],
        "accuse": [operator("accuse", "of")],
        "fail": [operator("fail")],
        "promise": [operator("promise")],
        "want": [operator("drop")],
        "condemn": [operator("fact", "object", "for")],
        "announce": [operator("announce"), operator("say")],
        "carry_out": [operator("pass", "object")],
    },
    noun_operators={"plan": [operator("plan")]},
)


def stage(spec: str) -> Scene:
    return staged(spec, words=WORDS)


def under(cue: str, act: str = "attack/VB/xcomp/1") -> str:
    """ "Iran ... to attack Iraq" under a verb."""
    return f"Iran/NNP/nsubj/1 {cue}/ROOT/1 to/TO/aux/3 {act} Iraq/NNP/dobj/3"


DID = "Iran/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 attack/VB/ROOT/3 Iraq/NNP/dobj/3"
IF_LEAVES = (
    "If/IN/mark/2 Kenya/NNP/nsubj/2 leaves/VBZ/advcl/5 "
    "Iran/NNP/nsubj/5 will/MD/aux/5 attack/VB/ROOT/5 Iraq/NNP/dobj/5"
)


# -- modals and negation --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aux", "kind"),
    [
        ("will", "future"), ("'ll", "future"), ("would", "would"), ("could", "possible"), ("may", "possible"),
        ("might", "possible"), ("must", "ought"), ("should", "ought"),
    ],
)  # fmt: skip
def test_modals(aux: str, kind: str) -> None:
    assert modal(stage(f"Iran/NNP/nsubj/2 {aux}/MD/aux/2 attack/VB/ROOT/2"), 2) == kind


def test_no_modal() -> None:
    assert modal(stage("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1"), 1) is None
    assert modal(stage("Iran/NNP/nsubj/2 had/VBD/aux/2 attacked/VBN/ROOT/2"), 2) is None


def test_going_to_and_is_to_are_future() -> None:
    going = "Iran/NNP/nsubj/2 is/VBZ/aux/2 going/VBG/ROOT/2/go to/TO/aux/4 attack/VB/xcomp/2"
    is_to = "Iran/NNP/nsubj/1 is/VBZ/ROOT/1 to/TO/aux/3 attack/VB/xcomp/1"
    was_to = "Iran/NNP/nsubj/1 was/VBD/ROOT/1 to/TO/aux/3 attack/VB/xcomp/1"
    assert modal(stage(going), 4) == "future"
    assert modal(stage(is_to), 3) == "future"
    assert modal(stage(was_to), 3) is None


def test_a_conjunct_shares_the_modal() -> None:
    shared = "Iran/NNP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 and/CC/cc/2 attack/VB/conj/2"
    own = "Iran/NNP/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 and/CC/cc/2 Iraq/NNP/nsubj/5 attack/VB/conj/2"
    assert modal(stage(shared), 4) == "future"
    assert modal(stage(own), 5) is None


@pytest.mark.parametrize(
    ("spec", "verb", "denied"),
    [
        (DID, 3, True),
        ("Iran/NNP/nsubj/2 never/RB/neg/2 attacked/VBD/ROOT/2", 2, True),
        ("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 no/DT/det/3 city/NN/dobj/1", 1, True),
        ("No/DT/det/1 talks/NNS/nsubjpass/3 were/VBD/auxpass/3 held/VBN/ROOT/3", 3, True),
        ("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 a/DT/det/3 city/NN/dobj/1", 1, False),
        ("Iran/NNP/nsubj/3 not/RB/neg/3 only/RB/advmod/1 attacked/VBD/ROOT/3", 3, False),
        ("Iran/NNP/nsubj/2 often/RB/advmod/2 attacked/VBD/ROOT/2", 2, False),
    ],
)
def test_negation(spec: str, verb: int, denied: bool) -> None:
    assert negated(stage(spec), verb) is denied


def test_neither_of_the_two_did_it() -> None:
    spec = (
        "Neither/CC/preconj/1 Iran/NNP/nsubj/4 nor/CC/cc/1 "
        "Iraq/NNP/conj/1 attacked/VBD/ROOT/4 Kenya/NNP/dobj/4"
    )
    assert negated(stage(spec), 4)


def test_a_condition() -> None:
    scene = stage(IF_LEAVES)
    assert condition_on(scene, 5)
    assert not condition_on(scene, 2)
    when = stage(IF_LEAVES.replace("If/IN/mark", "When/WRB/advmod"))
    assert not condition_on(when, 5)


# -- operators ------------------------------------------------------------------------------------


def test_which_operators_a_word_is() -> None:
    scene = stage("Iran/NNP/nsubj/1 denied/VBD/ROOT/1/deny a/DT/det/3 plan/NN/dobj/1")
    assert [o.kind for o in operators_of(scene, 1)] == ["deny"]
    assert [o.kind for o in operators_of(scene, 3)] == ["plan"]
    assert operators_of(scene, 0) == ()


def test_an_operator_takes_its_content_only_where_it_says() -> None:
    scene = stage("Iran/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Iraq/NNP/dobj/1")
    assert operator_over(scene, 1, "of") is not None
    assert operator_over(scene, 1, "clause") is None


def test_what_is_told_with_a_tense_of_its_own_is_said() -> None:
    scene = stage("Iran/NNP/nsubj/1 announced/VBD/ROOT/1")
    plain, told = operator_over(scene, 1, "clause"), operator_over(scene, 1, "clause", told=True)
    assert plain is not None
    assert told is not None
    assert (plain.kind, told.kind) == ("announce", "say")


# -- the walk -------------------------------------------------------------------------------------


def walked(spec: str, i: int, **known: object) -> Path:
    return embed(stage(spec), i, **known)  # type: ignore[arg-type]


def test_a_plain_clause_is_told_as_done() -> None:
    assert walked("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1", 1) == Path(clause=1)


@pytest.mark.parametrize(
    ("spec", "i", "status"),
    [
        (DID, 3, "negated"),
        (under("failed/VBD"), 3, "negated"),
        (
            (
                "Iran/NNP/nsubj/1 denied/VBD/ROOT/1/deny that/IN/mark/4 "
                "it/PRP/nsubj/4 attacked/VBD/ccomp/1 Iraq/NNP/dobj/4"
            ),
            4,
            "denied",
        ),
        (IF_LEAVES, 5, "conditional"),
        (
            "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/3 attacked/VBD/ccomp/1 Iraq/NNP/dobj/3",
            3,
            "occurred",
        ),
    ],
)
def test_status(spec: str, i: int, status: str) -> None:
    path = walked(spec, i)
    assert (path.status, path.dropped) == (status, None)


@pytest.mark.parametrize(
    ("spec", "i"),
    [
        ("Iran/NNP/nsubj/2 could/MD/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2", 2),
        ("Iran/NNP/nsubj/2 must/MD/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2", 2),
        ("Iran/NNP/nsubj/2 would/MD/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2", 2),
        (under("wanted/VBD"), 3),
        (under("promised/VBD"), 3),
        (under("rose/VBD", "attack/VB/advcl/1"), 3),
        ("Mali/NNP/nsubj/1 left/VBD/ROOT/1 without/IN/prep/1 attacking/VBG/pcomp/2 Niger/NNP/dobj/3", 3),
        (IF_LEAVES, 2),
        (
            (
                "Iraq/NNP/nsubj/1 has/VBZ/ROOT/1 a/DT/det/3 plan/NN/dobj/1 "
                "to/TO/aux/5 attack/VB/acl/3 Iran/NNP/dobj/5"
            ),
            5,
        ),
        (
            (
                "Iraq/NNP/nsubj/1 has/VBZ/ROOT/1 a/DT/det/3 right/NN/dobj/1 "
                "to/TO/aux/5 attack/VB/acl/3 Iran/NNP/dobj/5"
            ),
            5,
        ),
        (
            (
                "Kenya/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 say/VB/ROOT/3 "
                "Iran/NNP/nsubj/5 attacked/VBD/ccomp/3 Iraq/NNP/dobj/5"
            ),
            5,
        ),
    ],
)
def test_what_is_not_told_as_an_act(spec: str, i: int) -> None:
    assert walked(spec, i).dropped


def test_the_future_and_a_reported_would_are_to_come() -> None:
    will = "Iran/NNP/nsubj/2 will/MD/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2"
    would = (
        "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/4 would/MD/aux/4 attack/VB/ccomp/1 Iraq/NNP/dobj/4"
    )
    assert walked(will, 2).future
    assert walked(would, 4).future
    assert walked(would, 4).dropped is None


def test_who_is_accused_is_only_alleged_to_have_done_it() -> None:
    spec = (
        "Kenya/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Iran/NNP/dobj/1 "
        "of/IN/prep/1 attacking/VBG/pcomp/3 Iraq/NNP/dobj/4"
    )
    path = walked(spec, 4)
    assert (path.alleged, path.status, path.dropped) == (True, "occurred", None)


def test_a_relative_clause_is_background() -> None:
    spec = "Mali/NNP/nsubj/4 which/WDT/nsubj/2 attacked/VBD/relcl/0 Niger/NNP/dobj/2 left/VBD/ROOT/4"
    assert walked(spec, 2).background
    assert not walked(spec, 4).background


def test_what_is_condemned_is_a_fact_in_the_background() -> None:
    spec = "Kenya/NNP/nsubj/1 condemned/VBD/ROOT/1 the/DT/det/3 attack/NN/dobj/1 on/IN/prep/3 Iraq/NNP/pobj/4"
    path = walked(spec, 3, nominal=True)
    assert (path.background, path.dropped, path.status) == (True, None, "occurred")


def test_who_came_to_meet_met() -> None:
    spec = "Mali/NNP/nsubj/1 came/VBD/ROOT/1/come to/TO/aux/3 meet/VB/advcl/1 Niger/NNP/dobj/3"
    assert walked(spec, 3, type_="CONSULT").dropped is None
    assert walked(spec, 3, type_="ASSAULT").dropped


def test_the_path_tells_why() -> None:
    spec = "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/3 attacked/VBD/ccomp/1 Iraq/NNP/dobj/3"
    assert walked(spec, 3).why == ("told under 'said'",)
    assert walked(DID, 3).why == ("negated in its clause",)


def test_a_tree_that_turns_in_a_circle_ends() -> None:
    spec = "Iran/NNP/nsubj/1 said/VBD/ccomp/2 Iraq/NNP/nsubj/1 left/VBD/ccomp/1"
    assert isinstance(walked(spec.replace("ccomp/2", "ccomp/3"), 1), Path)
