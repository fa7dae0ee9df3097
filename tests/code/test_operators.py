"""Words that make an act of another act: promises, wishes, refusals, threats, plans, denials, admissions."""

import pytest

from dragoman.code.act import Act
from dragoman.code.operators import HOSTILE, THREATS, WISHES, analyse, beneficiary
from dragoman.ontology import load as load_ontology
from tests.code.staged import codes, staged, told


def heard(spec: str, i: int = 1) -> Act | None:
    return analyse(staged(spec), i)


def iran(cue: str, rest: str) -> str:
    """ "Iran <cue> to <rest> Iraq"."""
    return f"Iran/NNP/nsubj/1 {cue}/ROOT/1 to/TO/aux/3 {rest}/VB/xcomp/1 Iraq/NNP/dobj/3"


def mali(cue: str, noun: str, prep: str) -> str:
    """ "Mali <cue> the <noun> <prep> Niger"."""
    return f"Mali/NNP/nsubj/1 {cue}/ROOT/1 the/DT/det/3 {noun}/dobj/1 {prep}/IN/prep/3 Niger/NNP/pobj/4"


# -- promises -------------------------------------------------------------------------------------


@pytest.mark.parametrize("cue", ["agreed/VBD", "offered/VBD", "vowed/VBD"])
def test_a_promise_of_help_is_an_agreement(cue: str) -> None:
    act = heard(iran(cue, "help").replace("agreed/VBD/ROOT/1", "agreed/VBD/ROOT/1/agree"))
    assert told(act) == ("AGREE", ["IRN"], ["IRQ"])
    assert act is not None
    assert act.planned


def test_a_promise_of_a_blow_is_a_threat() -> None:
    act = heard(iran("vowed/VBD", "attack"))
    assert told(act) == ("THREATEN", ["IRN"], ["IRQ"])
    assert act is not None
    assert act.modes == ("violence",)
    assert act.content is not None
    assert act.content.type == "ASSAULT"
    assert {1, 3} <= act.used


def test_a_promise_to_strike_back_is_a_threat() -> None:
    spec = (
        "Iran/NNP/nsubj/1 vowed/VBD/ROOT/1 to/TO/aux/3 retaliate/VB/xcomp/1 against/IN/prep/3 Iraq/NNP/pobj/4"
    )
    assert told(heard(spec)) == ("THREATEN", ["IRN"], ["IRQ"])


def test_readiness_is_a_promise() -> None:
    spec = "Mali/NNP/nsubj/1 is/VBZ/ROOT/1 ready/JJ/acomp/1 to/TO/aux/4 meet/VB/xcomp/2 Niger/NNP/dobj/4"
    assert told(heard(spec, 2)) == ("AGREE", ["MLI"], ["NER"])


def test_whom_a_purpose_names_is_helped() -> None:
    spec = (
        "Mali/NNP/nsubj/1 pledged/VBD/ROOT/1/pledge 200/CD/dobj/1 "
        "to/TO/aux/4 help/VB/advcl/1 Niger/NNP/dobj/4"
    )
    scene = staged(spec)
    assert codes(beneficiary(scene, 1, ())) == ["NER"]
    assert told(heard(spec)) == ("AGREE", ["MLI"], ["NER"])


# -- wishes ---------------------------------------------------------------------------------------


def urged(verb: str, object_: str) -> str:
    return (
        "Mali/NNP/nsubj/1 urged/VBD/ROOT/1/urge Niger/NNP/dobj/1 "
        f"to/TO/aux/4 {verb}/VB/xcomp/1 {object_}/dobj/4"
    )


@pytest.mark.parametrize(
    ("verb", "object_", "mode"),
    [
        ("release", "prisoners/NNS", "yield"),
        ("meet", "Kenya/NNP", "meet"),
        ("help", "Kenya/NNP", "assist"),
        ("paint", "houses/NNS", "change"),
    ],
)
def test_a_request_has_the_mode_of_what_is_asked_for(verb: str, object_: str, mode: str) -> None:
    act = heard(urged(verb, object_))
    assert told(act) == ("REQUEST", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == (mode,)


def test_a_demand_that_somebody_do_it() -> None:
    spec = (
        "Mali/NNP/nsubj/1 demanded/VBD/ROOT/1 that/IN/mark/4 Niger/NNP/nsubj/4 send/VB/ccomp/1 aid/NN/dobj/4"
    )
    assert told(heard(spec)) == ("REQUEST", ["MLI"], ["NER"])


def test_what_is_told_is_no_wish() -> None:
    spec = (
        "Mali/NNP/nsubj/1 told/VBD/ROOT/1 Niger/NNP/dobj/1 that/IN/mark/5 troops/NNS/nsubj/5 left/VBD/ccomp/1"
    )
    act = heard(spec)
    assert act is None or act.type != "REQUEST"


# -- refusals -------------------------------------------------------------------------------------


def test_a_refusal() -> None:
    act = heard("Mali/NNP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 meet/VB/xcomp/1 Niger/NNP/dobj/3")
    assert told(act) == ("REJECT", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == ("meet",)


@pytest.mark.parametrize("silence", ["comment", "confirm", "elaborate"])
def test_who_declines_to_comment_refuses_nothing(silence: str) -> None:
    spec = (
        "Mali/NNP/nsubj/1 declined/VBD/ROOT/1/decline to/TO/aux/3 "
        f"{silence}/VB/xcomp/1 on/IN/prep/3 Niger/NNP/pobj/4"
    )
    assert heard(spec) is None


def test_refusing_to_rule_out_is_nothing() -> None:
    spec = (
        "Mali/NNP/nsubj/1 refused/VBD/ROOT/1/refuse to/TO/aux/3 rule/VB/xcomp/1 out/RP/prt/3 "
        "sanctions/NNS/dobj/3 "
        "on/IN/prep/5 Niger/NNP/pobj/6"
    )
    assert heard(spec) is None


def test_a_cancelled_meeting_is_a_refusal_to_meet() -> None:
    spec = "Mali/NNP/nsubj/1 cancelled/VBD/ROOT/1/cancel talks/NNS/dobj/1 with/IN/prep/2 Niger/NNP/pobj/3"
    act = heard(spec)
    assert told(act) == ("REJECT", ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == ("meet",)


# -- threats and warnings -------------------------------------------------------------------------


def test_a_threat_with_its_object() -> None:
    spec = "Mali/NNP/nsubj/1 threatened/VBD/ROOT/1 Niger/NNP/dobj/1 with/IN/prep/1 sanctions/NNS/pobj/3"
    assert told(heard(spec)) == ("THREATEN", ["MLI"], ["NER"])


def test_the_mode_of_a_threat_is_what_is_threatened() -> None:
    spec = "Mali/NNP/nsubj/1 threatened/VBD/ROOT/1 Niger/NNP/dobj/1 with/IN/prep/1 sanctions/NNS/pobj/3"
    act = heard(spec)
    assert act is not None
    assert act.modes == ("restrict",)


def test_a_warning_of_a_penalty_is_a_threat() -> None:
    spec = (
        "Mali/NNP/nsubj/1 warned/VBD/ROOT/1 Niger/NNP/dobj/1 that/IN/mark/6 it/PRP/nsubj/6 "
        "would/MD/aux/6 face/VB/ccomp/1 "
        "consequences/NNS/dobj/6"
    )
    assert told(heard(spec)) == ("THREATEN", ["MLI"], ["NER"])


def test_a_plain_forecast_is_nothing() -> None:
    assert (
        heard("Mali/NNP/nsubj/1 warned/VBD/ROOT/1 of/IN/prep/1 rain/NN/pobj/2 in/IN/prep/1 Niger/NNP/pobj/4")
        is None
    )


def test_a_threat_in_a_noun() -> None:
    spec = (
        "Mali/NNP/nsubj/1 issued/VBD/ROOT/1/issue a/DT/det/3 "
        "threat/NN/dobj/1 to/TO/aux/5 attack/VB/acl/3 Niger/NNP/dobj/5"
    )
    assert told(heard(spec, 3)) == ("THREATEN", ["MLI"], ["NER"])


# -- plans and announcements ----------------------------------------------------------------------


def test_cooperation_planned_is_an_agreement_and_a_blow_is_a_plan() -> None:
    meet, attack = (
        heard(f"Mali/NNP/nsubj/1 plans/VBZ/ROOT/1/plan to/TO/aux/3 {verb}/VB/xcomp/1 Niger/NNP/dobj/3")
        for verb in ("meet", "attack")
    )
    assert told(meet) == ("AGREE", ["MLI"], ["NER"])
    assert told(attack) == ("ASSAULT", ["MLI"], ["NER"])
    assert meet is not None
    assert attack is not None
    assert (meet.status, attack.status) == ("occurred", "planned")


@pytest.mark.parametrize(
    ("noun", "prep", "type_"),
    [
        ("withdrawal/NN", "from", "CONCEDE"),
        ("sanctions/NNS", "against", "SANCTION"),
        ("aid/NN", "for", "AGREE"),
    ],
)
def test_what_is_announced(noun: str, prep: str, type_: str) -> None:
    assert told(heard(mali("announced/VBD", noun, prep))) == (type_, ["MLI"], ["NER"])


# -- denials and admissions -----------------------------------------------------------------------


def test_a_denial_is_a_rejection_by_the_denier() -> None:
    act = heard(mali("denied/VBD", "attack/NN", "on").replace("denied/VBD/ROOT/1", "denied/VBD/ROOT/1/deny"))
    assert act is not None
    assert (act.type, codes(act.actors)) == ("REJECT", ["MLI"])
    assert act.content is not None
    assert act.content.type == "ASSAULT"
    assert "denial" in act.frame


def test_an_admission_is_a_concession_and_leaves_what_is_admitted_free() -> None:
    spec = mali("admitted/VBD", "attack/NN", "on").replace("admitted/VBD/ROOT/1", "admitted/VBD/ROOT/1/admit")
    act = heard(spec)
    assert act is not None
    assert (act.type, codes(act.actors), act.recipients) == ("CONCEDE", ["MLI"], ())
    assert act.used == {1}


def test_admitting_what_is_nobodys_fault_is_nothing() -> None:
    spec = "Mali/NNP/nsubj/1 admitted/VBD/ROOT/1/admit a/DT/det/3 holiday/NN/dobj/1"
    assert heard(spec) is None


# -- the rest -------------------------------------------------------------------------------------


def test_under_began_the_act_is_that_of_the_content() -> None:
    spec = "Mali/NNP/nsubj/1 began/VBD/ROOT/1 bombing/VBG/xcomp/1/bomb Niger/NNP/dobj/2"
    assert told(heard(spec)) == ("ASSAULT", ["MLI"], ["NER"])


def test_an_operator_without_a_speaker_tells_nothing() -> None:
    spec = "Somebody/NN/nsubj/1 vowed/VBD/ROOT/1 to/TO/aux/3 attack/VB/xcomp/1 Iraq/NNP/dobj/3"
    act = heard(spec)
    assert act is None or act.type != "THREATEN"


def test_depth_is_bounded() -> None:
    spec = "Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1"
    assert analyse(staged(spec), 1, 5) is not None
    assert analyse(staged(spec), 1, 6) is None


def test_the_tables_name_types_and_modes_of_the_ontology() -> None:
    types = load_ontology().types
    assert set(types) >= HOSTILE
    for table, type_ in ((WISHES, "REQUEST"), (WISHES, "REJECT"), (THREATS, "THREATEN")):
        assert set(table) <= set(types)
        assert set(table.values()) <= set(types[type_].modes)
