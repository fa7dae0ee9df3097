"""Judgements in words: what praises, what condemns, what somebody must do."""

import pytest

from dragoman.code.verdicts import judgement
from tests.code.staged import staged, told

ATTACK = "the/DT/det/3 attack/NN/{}/{} by/IN/prep/3 Niger/NNP/pobj/4"


def called(noun: str) -> str:
    return f"Mali/NNP/nsubj/1 called/VBD/ROOT/1 {ATTACK.format('dobj', 1)} a/DT/det/7 {noun}/NN/oprd/1"


def said(predicate: str, verb: str = "said/VBD/ROOT/1/say") -> str:
    return f"Mali/NNP/nsubj/1 {verb} {ATTACK.format('nsubj', 6)} was/VBD/ccomp/1 {predicate}"


def test_calling_an_act_a_crime_accuses_its_doer() -> None:
    act = judgement(staged(called("crime")), 1)
    assert told(act) == ("ACCUSE", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == ("disapprove",)


def test_calling_somebody_by_a_bad_name() -> None:
    spec = (
        "Mali/NNP/nsubj/1 described/VBD/ROOT/1/describe "
        "Niger/NNP/dobj/1 as/IN/prep/1 a/DT/det/5 terrorist/NN/pobj/3"
    )
    assert told(judgement(staged(spec), 1)) == ("ACCUSE", ["MLI"], ["NER"])


def test_praise_is_support() -> None:
    spec = "Mali/NNP/nsubj/1 called/VBD/ROOT/1 Niger/NNP/dobj/1 courageous/JJ/oprd/1"
    assert told(judgement(staged(spec), 1)) == ("SUPPORT", ["MLI"], ["NER"])


def test_a_neutral_name_is_no_judgement() -> None:
    assert judgement(staged(called("meeting")), 1) is None


def test_saying_that_an_act_was_a_crime() -> None:
    assert told(judgement(staged(said("a/DT/det/8 crime/NN/attr/6")), 1)) == ("ACCUSE", ["MLI"], ["NER"])
    assert told(judgement(staged(said("unacceptable/JJ/acomp/6")), 1)) == ("ACCUSE", ["MLI"], ["NER"])


def test_saying_that_it_was_no_crime_is_no_accusation() -> None:
    assert judgement(staged(said("not/RB/neg/6 a/DT/det/9 crime/NN/attr/6")), 1) is None


def test_saying_that_talks_went_well_is_nothing() -> None:
    spec = "Mali/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 talks/NNS/nsubj/4 were/VBD/ccomp/1 good/JJ/acomp/4"
    assert judgement(staged(spec), 1) is None


@pytest.mark.parametrize(
    ("verb", "mode"),
    [
        ("change", "change"),
        ("withdraw", "yield"),
    ],
)  # fmt: skip
def test_what_somebody_else_must_do_is_a_request(verb: str, mode: str) -> None:
    spec = f"Mali/NNP/nsubj/1 said/VBD/ROOT/1 Niger/NNP/nsubj/4 must/MD/aux/4 {verb}/VB/ccomp/1"
    act = judgement(staged(spec), 1)
    assert told(act) == ("REQUEST", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == (mode,)


def test_what_one_must_do_oneself_is_no_request() -> None:
    spec = "Mali/NNP/nsubj/1 said/VBD/ROOT/1 Mali/NNP/nsubj/4 must/MD/aux/4 withdraw/VB/ccomp/1"
    assert judgement(staged(spec), 1) is None


def test_alleging_an_act_accuses_its_doer() -> None:
    spec = "Mali/NNP/nsubj/1 {}/VBD/ROOT/1/{} Niger/NNP/nsubj/3 bombed/VBD/ccomp/1 Kenya/NNP/dobj/3"
    act = judgement(staged(spec.format("alleged", "allege")), 1)
    assert told(act) == ("ACCUSE", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == ("allege",)
    assert judgement(staged(spec.format("said", "say")), 1) is None


def test_other_words_judge_nothing() -> None:
    scene = staged("Mali/NNP/nsubj/1 attacked/VBD/ROOT/1 Niger/NNP/dobj/1")
    assert judgement(scene, 1) is None
    assert judgement(scene, 0) is None


def test_who_alleges_an_act_of_ones_own_accuses_nobody() -> None:
    spec = "Mali/NNP/nsubj/1 alleged/VBD/ROOT/1/allege Mali/NNP/nsubj/3 bombed/VBD/ccomp/1 Kenya/NNP/dobj/3"
    assert judgement(staged(spec), 1) is None
