"""The side that an act leaves open, filled from its surroundings: at once, or when the sentence is read."""

from dataclasses import replace

import pytest

from dragoman.code.act import Act
from dragoman.code.complete import complete, complete_last, speaker_over
from dragoman.model import Party, Span
from tests.code.staged import an_act, codes, staged, told

UN = Party("Council", "Council", Span(0, 0), "UNO", "GOV", None, None, "body:unsc", "body")


def filled(
    spec: str, act: Act, found: tuple[Act, ...] = (), before: tuple[Act, ...] = (), **extra: object
) -> Act | None:
    return complete(staged(spec, **extra), act, found, before)  # type: ignore[arg-type]


def at_last(spec: str, act: Act, found: tuple[Act, ...] = (), before: tuple[Act, ...] = ()) -> Act:
    return complete_last(staged(spec), act, found, before)


def rejected(noun: str) -> str:
    return f"Mali/NNP/nsubj/1 rejected/VBD/ROOT/1 {noun}"


REJECTED = an_act("REJECT", "Mali")
BOMBED = an_act("ASSAULT", "Niger", "Kenya", trigger=0)


def test_a_full_act_stays_as_it_is() -> None:
    act = an_act("REJECT", "Mali", "Niger")
    assert filled(rejected("it/PRP/dobj/1"), act, before=(BOMBED,)) == act


@pytest.mark.parametrize(
    "noun",
    ["it/PRP/dobj/1", "this/DT/dobj/1", "the/DT/det/3 accusation/NN/dobj/1", "the/DT/det/3 move/NN/dobj/1"],
)
def test_a_word_that_points_back_names_the_last_other_doer(noun: str) -> None:
    made = filled(rejected(noun), REJECTED, before=(an_act("ASSAULT", "Iran", "Kenya", trigger=0), BOMBED))
    assert told(made) == ("REJECT", ["MLI"], ["NER"])


@pytest.mark.parametrize("noun", ["an/DT/det/3 accusation/NN/dobj/1", "the/DT/det/3 weather/NN/dobj/1"])
def test_a_new_or_unheard_thing_points_to_nobody(noun: str) -> None:
    assert told(filled(rejected(noun), REJECTED, before=(BOMBED,))) == ("REJECT", ["MLI"], [])


def test_ones_own_act_is_not_what_one_rejects() -> None:
    own = an_act("ASSAULT", "Mali", "Niger", trigger=0)
    assert told(filled(rejected("it/PRP/dobj/1"), REJECTED, before=(own,))) == ("REJECT", ["MLI"], [])


def test_who_was_accused_rejects_the_accuser() -> None:
    accused = an_act("ACCUSE", "Niger", "Mali", trigger=0)
    assert told(filled(rejected("it/PRP/dobj/1"), REJECTED, before=(accused,))) == (
        "REJECT",
        ["MLI"],
        ["NER"],
    )


def test_a_threat_hangs_on_somebody() -> None:
    spec = (
        "Mali/NNP/nsubj/2 will/MD/aux/2 attack/VB/ROOT/2 if/IN/mark/5 Niger/NNP/nsubj/5 advances/VBZ/advcl/2"
    )
    assert told(at_last(spec, an_act("THREATEN", "Mali", trigger=2))) == ("THREATEN", ["MLI"], ["NER"])


def test_the_second_act_shares_the_other_side_of_the_first() -> None:
    spec = (
        "Mali/NNP/nsubj/1 sanctioned/VBD/ROOT/1 Niger/NNP/dobj/1 "
        "and/CC/cc/1 threatened/VBD/conj/1 force/NN/dobj/4"
    )
    first, second = an_act("SANCTION", "Mali", "Niger"), an_act("THREATEN", "Mali", trigger=4)
    assert told(at_last(spec, second, (first,))) == ("THREATEN", ["MLI"], ["NER"])
    other = an_act("SANCTION", "Kenya", "Niger")
    assert told(at_last(spec, second, (other,))) == ("THREATEN", ["MLI"], [])


def test_a_meeting_of_two_needs_nobody_else() -> None:
    spec = "Mali/NNP/nsubj/3 and/CC/cc/0 Niger/NNP/conj/0 agreed/VBD/ROOT/3 on/IN/prep/3 Kenya/NNP/pobj/4"
    act = an_act("AGREE", "Mali and Niger", trigger=3, reciprocal=True)
    assert at_last(spec, act) == act


def test_whom_it_is_about() -> None:
    spec = (
        "Mali/NNP/nsubj/1 accepted/VBD/ROOT/1 an/DT/det/3 "
        "invitation/NN/dobj/1 from/IN/prep/3 Niger/NNP/pobj/4"
    )
    assert told(at_last(spec, an_act("AGREE", "Mali"))) == ("AGREE", ["MLI"], ["NER"])


def test_when_and_where_it_was_is_not_whom_it_is_about() -> None:
    spec = (
        "Mali/NNP/nsubj/1 accepted/VBD/ROOT/1 it/PRP/dobj/1 "
        "in/IN/prep/1 Niger/NNP/pobj/3 after/IN/prep/1 Kenya/NNP/pobj/5"
    )
    assert told(at_last(spec, an_act("AGREE", "Mali"))) == ("AGREE", ["MLI"], [])


def test_a_further_act_of_the_kind_is_against_the_same() -> None:
    spec = "Mali/NNP/nsubj/1 lifted/VBD/ROOT/1 its/PRP$/poss/3 embargo/NN/dobj/1"
    before = an_act("SANCTION", "Mali", "Niger", trigger=0)
    assert told(at_last(spec, an_act("SANCTION", "Mali"), before=(before,))) == ("SANCTION", ["MLI"], ["NER"])
    other = an_act("SANCTION", "Kenya", "Niger", trigger=0)
    assert told(at_last(spec, an_act("SANCTION", "Mali"), before=(other,))) == ("SANCTION", ["MLI"], [])


def test_under_a_pronoun_the_act_before_tells_against_whom() -> None:
    before = an_act("SANCTION", "Mali", "Niger", trigger=0)
    act = an_act("THREATEN", "Mali")
    assert told(at_last("It/PRP/nsubj/1 threatened/VBD/ROOT/1 force/NN/dobj/1", act, before=(before,))) == (
        "THREATEN",
        ["MLI"],
        ["NER"],
    )
    assert told(at_last("Mali/NNP/nsubj/1 threatened/VBD/ROOT/1 force/NN/dobj/1", act, before=(before,))) == (
        "THREATEN",
        ["MLI"],
        [],
    )


def test_whoever_is_named_stays() -> None:
    spec = (
        "Mali/NNP/nsubj/2 will/MD/aux/2 attack/VB/ROOT/2 if/IN/mark/5 Niger/NNP/nsubj/5 advances/VBZ/advcl/2"
    )
    act = an_act("THREATEN", "Mali", "Kenya", trigger=2)
    assert at_last(spec, act) == act


def test_a_denial_is_against_who_said_so() -> None:
    denial = replace(REJECTED, frame="operators.yaml denial (deny)")
    accused = an_act("ACCUSE", "Niger", "Mali", trigger=0)
    assert told(filled(rejected("rain/NN/dobj/1"), denial, before=(accused,))) == ("REJECT", ["MLI"], ["NER"])
    assert told(filled(rejected("rain/NN/dobj/1"), denial, before=(BOMBED,))) == ("REJECT", ["MLI"], [])


def test_the_other_side_of_an_exchange() -> None:
    spec = (
        "Mali/NNP/nsubj/1 freed/VBD/ROOT/1 Niger/NNP/dobj/1 "
        "in/IN/prep/1 exchange/NN/pobj/3 for/IN/prep/4 grain/NN/pobj/5"
    )
    gave = an_act("RETREAT", "Mali", "Niger")
    got = an_act("AID", trigger=6, nominal=True)
    assert told(filled(spec, got, (gave,))) == ("AID", ["NER"], ["MLI"])
    assert told(filled(spec.replace("exchange", "search"), got, (gave,))) == ("AID", [], [])


def test_an_accusation_without_an_act_is_its_speakers() -> None:
    spec = "Mali/NNP/nsubj/1 claimed/VBD/ROOT/1/claim Niger/NNP/nsubj/4 was/VBD/aux/4 conspiring/VBG/ccomp/1"
    weak = an_act("ACCUSE", "Niger", trigger=4, weak=True)
    made = filled(spec, weak)
    assert told(made) == ("ACCUSE", ["MLI"], ["NER"])
    assert made is not None
    assert (made.verb, made.weak) == (1, False)


def test_without_a_speaker_there_is_none() -> None:
    weak = an_act("ACCUSE", "Niger", trigger=2, weak=True)
    assert filled("Niger/NNP/nsubj/2 was/VBD/aux/2 conspiring/VBG/ROOT/2", weak) is None


def test_a_vote_is_against_the_body_that_voted() -> None:
    spec = "Mali/NNP/nsubj/1 abstained/VBD/ROOT/1/abstain in/IN/prep/1 the/DT/det/4 Council/NNP/pobj/2"
    assert told(filled(spec, an_act("REJECT", "Mali"), extra={4: (UN,)})) == ("REJECT", ["MLI"], ["UNO"])


def test_who_stands_over_a_clause() -> None:
    spec = "Mali/NNP/nsubj/1 said/VBD/ROOT/1 Niger/NNP/nsubj/3 left/VBD/ccomp/1"
    saying, speakers = speaker_over(staged(spec), 3)
    assert (saying, codes(speakers)) == (1, ["MLI"])
    assert speaker_over(staged("Niger/NNP/nsubj/1 left/VBD/ROOT/1"), 1)[1] == ()
    assert speaker_over(staged(spec.replace("ccomp", "relcl")), 3)[1] == ()


def test_only_the_open_side_is_filled() -> None:
    made = filled(rejected("it/PRP/dobj/1"), replace(REJECTED, modes=("change",)), before=(BOMBED,))
    assert made is not None
    assert (made.type, made.modes, codes(made.actors), made.trigger) == ("REJECT", ("change",), ["MLI"], 1)


def test_a_thing_with_an_owner_points_to_nobody_else() -> None:
    named = "the/DT/det/4 Iraqi/JJ/amod/4 accusation/NN/dobj/1"
    assert "NER" not in codes(getattr(filled(rejected(named), REJECTED, before=(BOMBED,)), "recipients", ()))


def test_nobody_is_the_other_side_of_an_act_of_their_own() -> None:
    spec = (
        "They/PRP/nsubj/1 sanctioned/VBD/ROOT/1 Kenya/NNP/dobj/1 "
        "and/CC/cc/1 threatened/VBD/conj/1 force/NN/dobj/4"
    )
    first, second = an_act("SANCTION", "Mali", "Kenya"), an_act("THREATEN", "Mali and Kenya", trigger=4)
    assert told(at_last(spec, second, (first,))) == ("THREATEN", ["MLI", "KEN"], [])
