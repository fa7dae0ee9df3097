"""Acts told only together with what was told before."""

import pytest

from dragoman.code.act import Act
from dragoman.code.pointing import at_the_meeting, bare_refusal, mediation, responsibility, talks_beside, toll
from tests.code.staged import an_act, codes, staged, told

ASKED = an_act("REQUEST", "Niger", "Mali", modes=("yield",))
STRUCK = an_act("ASSAULT", "Kenya", "Niger", modes=("bombard",))
MET = an_act("CONSULT", "Iran and Iraq")


@pytest.mark.parametrize(
    ("verb", "type_"), [("refused/VBD/ROOT/1/refuse", "REJECT"), ("agreed/VBD/ROOT/1/agree", "AGREE")]
)
def test_a_bare_answer_answers_who_asked(verb: str, type_: str) -> None:
    scene = staged(f"Mali/NNP/nsubj/1 {verb}")
    act = bare_refusal(scene, 1, [ASKED])
    assert told(act) == (type_, ["MLI"], ["NER"])
    assert act is not None
    assert act.modes == (("yield",) if type_ == "REJECT" else ())


def test_who_was_not_asked_answers_nothing() -> None:
    refused = "{}/NNP/nsubj/1 refused/VBD/ROOT/1/refuse"
    assert bare_refusal(staged(refused.format("Mali")), 1, []) is None
    assert bare_refusal(staged(refused.format("Kenya")), 1, [ASKED]) is None
    assert (
        bare_refusal(staged("Mali/NNP/nsubj/1 refused/VBD/ROOT/1/refuse tea/NN/dobj/1"), 1, [ASKED]) is None
    )


def test_a_toll_belongs_to_the_last_attack() -> None:
    rose = "The/DT/det/1 toll/NN/nsubj/2 rose/VBD/ROOT/2/rise to/IN/prep/2 55/CD/pobj/3"
    older = an_act("ASSAULT", "Iran", "Iraq")
    act = toll(staged(rose), 2, [older, STRUCK])
    assert told(act) == ("ASSAULT", ["KEN"], ["NER"])
    assert act is not None
    assert act.modes == ("bombard",)
    put = "Mali/NNP/nsubj/1 put/VBD/ROOT/1 the/DT/det/3 toll/NN/dobj/1 at/IN/prep/1 34/CD/pobj/4"
    assert told(toll(staged(put), 1, [STRUCK])) == ("ASSAULT", ["KEN"], ["NER"])


def test_no_figure_no_attack_no_toll() -> None:
    assert toll(staged("The/DT/det/1 toll/NN/nsubj/2 rose/VBD/ROOT/2/rise"), 2, [STRUCK]) is None
    rose = "The/DT/det/1 {}/NN/nsubj/2 rose/VBD/ROOT/2/rise to/IN/prep/2 55/CD/pobj/3"
    assert toll(staged(rose.format("toll")), 2, [MET]) is None
    assert toll(staged(rose.format("price")), 2, [STRUCK]) is None


def test_ones_own_losses_are_ones_own() -> None:
    put = "Mali/NNP/nsubj/1 put/VBD/ROOT/1 Iraqi/JJ/amod/3 losses/NNS/dobj/1/loss at/IN/prep/1 34/CD/pobj/4"
    assert told(toll(staged(put), 1, [STRUCK])) == ("ASSAULT", [], ["IRQ"])


@pytest.mark.parametrize(("verb", "type_"), [("discussed/VBN", "CONSULT"), ("signed/VBN", "SUPPORT")])
def test_what_was_done_at_the_meeting_was_done_by_those_who_met(verb: str, type_: str) -> None:
    spec = (
        f"It/PRP/nsubjpass/2 was/VBD/auxpass/2 {verb}/ROOT/2 during/IN/prep/2 the/DT/det/5 meeting/NN/pobj/3"
    )
    older = an_act("CONSULT", "Mali and Niger")
    act = at_the_meeting(staged(spec), 2, [older, MET])
    assert act is not None
    assert (act.type, codes(act.actors), act.reciprocal) == (type_, ["IRN", "IRQ"], True)


def test_a_meeting_not_told_of_before_tells_nothing() -> None:
    spec = "It/PRP/nsubjpass/2 was/VBD/auxpass/2 signed/VBN/ROOT/2 during/IN/prep/2 {}/DT/det/5 {}/NN/pobj/3"
    assert at_the_meeting(staged(spec.format("the", "meeting")), 2, [STRUCK]) is None
    assert at_the_meeting(staged(spec.format("a", "meeting")), 2, [MET]) is None
    assert at_the_meeting(staged(spec.format("the", "winter")), 2, [MET]) is None


def test_who_signed_is_named() -> None:
    spec = (
        "It/PRP/nsubjpass/2 was/VBD/auxpass/2 signed/VBN/ROOT/2 by/IN/agent/2 Mali/NNP/pobj/3 "
        "during/IN/prep/2 "
        "the/DT/det/7 meeting/NN/pobj/5"
    )
    assert at_the_meeting(staged(spec), 2, [MET]) is None


BROKERED = "Kenya/NNP/nsubj/1 brokered/VBD/ROOT/1 the/DT/det/3 truce/NN/dobj/1"


def test_a_mediator_stands_between_the_parties_of_before() -> None:
    act = mediation(staged(BROKERED), 1, [MET])
    assert told(act) == ("CONSULT", ["KEN"], ["IRN", "IRQ"])
    assert act is not None
    assert act.modes == ("third-party",)


def test_a_mediator_between_nobody_is_none() -> None:
    assert mediation(staged(BROKERED), 1, [an_act("ASSAULT", "Mali")]) is None
    assert mediation(staged(BROKERED), 1, [an_act("CONSULT", "Kenya and Iraq")]) is None
    assert mediation(staged(BROKERED.replace("brokered", "broke")), 1, [MET]) is None


def beside(main: Act, prep: str = "after") -> Act | None:
    spec = (
        "Mali/NNP/nsubj/3 and/CC/cc/0 Niger/NNP/conj/0 signed/VBD/ROOT/3 "
        f"it/PRP/dobj/3 {prep}/IN/prep/3 talks/NNS/pobj/5"
    )
    return talks_beside(staged(spec), 6, [main])


def test_talks_before_a_signing_are_talks_of_the_signers() -> None:
    act = beside(an_act("SUPPORT", "Mali and Niger", trigger=3))
    assert act is not None
    assert (act.type, codes(act.actors), act.nominal) == ("CONSULT", ["MLI", "NER"], True)


def test_talks_beside_anything_else_are_not() -> None:
    assert beside(an_act("ASSAULT", "Mali", "Niger", trigger=3)) is None
    assert beside(an_act("SUPPORT", "Mali", trigger=3)) is None
    assert beside(an_act("SUPPORT", "Mali and Niger", trigger=3), "without") is None
    assert beside(an_act("SUPPORT", "Mali and Niger", trigger=9)) is None


CLAIMED = "Mali/NNP/nsubj/1 claimed/VBD/ROOT/1/claim {}/NN/dobj/1 for/IN/prep/2 the/DT/det/5 {}/NN/pobj/3"


def test_who_claims_responsibility_did_it() -> None:
    act = responsibility(staged(CLAIMED.format("responsibility", "bombing")), 1, [STRUCK])
    assert act is not None
    assert (act.type, codes(act.actors), act.trigger) == ("ASSAULT", ["MLI"], 5)
    assert {1, 5} <= act.used
    crash = responsibility(staged(CLAIMED.format("responsibility", "crash")), 1, [STRUCK])
    assert told(crash) == ("ASSAULT", ["MLI"], ["NER"])


def test_claiming_something_else_is_not_doing_it() -> None:
    assert responsibility(staged(CLAIMED.format("credit", "bombing")), 1, [STRUCK]) is None
    praised = CLAIMED.format("responsibility", "bombing").replace(
        "claimed/VBD/ROOT/1/claim", "denied/VBD/ROOT/1/deny"
    )
    assert responsibility(staged(praised), 1, [STRUCK]) is None
