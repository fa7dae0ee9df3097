"""Events and acts that dictionaries find in a parsed sentence."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.catalogue.petrarch import Agent, Coding, Dictionaries
from dragoman.catalogue.petrarch.lines import Line
from dragoman.catalogue.petrarch.verbs import read_verbs
from dragoman.code.act import Act
from dragoman.code.petrarch.acts import acts_beside, acts_with
from dragoman.code.petrarch.finding import discarded, dropped, events_in
from dragoman.model import Party, Report, Resolution, Span
from tests.build import sentence
from tests.code.staged import role, state

VERBS = """\
--- ACCUSE [112] ---
ACCUSE
- DID_NOT * [050]
--- MEET [040:041] ---
MEET {MET}
- % * [042]
--- TALK [---] ---
TALK
- * PEACE [030]
- * NONSENSE [---]
--- SAY [010] ---
SAY {SAID}
--- BEWITCH [999] ---
BEWITCH
"""


@pytest.fixture(scope="module")
def own() -> Dictionaries:
    made = Dictionaries()
    rows = [Line("own.verbs.txt", n, raw, False) for n, raw in enumerate(VERBS.split("\n"), 1) if raw]
    read_verbs(rows, made.verbs, made.faults)
    for name, code in (("IRAN", "IRN"), ("MALI", "MLI"), ("KENYA", "KEN"), ("ZEMBLA", "ZEM")):
        made.actors.add((name,), [Coding(code)])
    made.actors.add(
        ("CHARLES",), [Coding("ZEMGOV", last=date(1958, 12, 31)), Coding("ZEMELI", date(1959, 1, 1))]
    )
    made.agents.add(("OFFICIALS",), Agent("GOV"))
    made.discards.add(("CRICKET",), "sentence")
    made.discards.add(("CHESS",), "story")
    assert made.faults == []
    return made


def events(spec: str, dictionaries: Dictionaries, day: date | None = None) -> list[tuple[str, str, str]]:
    return [one.codes for one in events_in(sentence(spec), dictionaries, day)]


def test_who_did_what_to_whom(own: Dictionaries) -> None:
    assert events("Iran/NNP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1", own) == [("IRN", "MLI", "112")]


def test_the_day_decides_the_code(own: Dictionaries) -> None:
    spec = "Charles/NNP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1"
    assert events(spec, own, date(1958, 1, 1)) == [("ZEMGOV", "MLI", "112")]
    assert events(spec, own, date(1959, 1, 1)) == [("ZEMELI", "MLI", "112")]


def test_the_passive_turns_source_and_target(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubjpass/2 was/VBD/auxpass/2 accused/VBN/ROOT/2 by/IN/agent/2 Mali/NNP/pobj/3"
    assert events(spec, own) == [("MLI", "IRN", "112")]


def test_a_pattern_goes_before_the_code_of_the_verb(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 accuse/VB/ROOT/3 Mali/NNP/dobj/3"
    assert events(spec, own) == [("IRN", "MLI", "050")]


def test_a_code_for_either_side(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/1 met/VBD/ROOT/1 Mali/NNP/dobj/1"
    assert events(spec, own) == [("IRN", "MLI", "040"), ("MLI", "IRN", "041")]


def test_a_pair_and_nobody_with_themselves(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/3 and/CC/cc/0 Mali/NNP/conj/0 met/VBD/ROOT/3"
    assert events(spec, own) == [("IRN", "MLI", "042"), ("MLI", "IRN", "042")]


def test_each_source_with_each_target(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/3 and/CC/cc/0 Mali/NNP/conj/0 accused/VBD/ROOT/3 "
    spec += "Kenya/NNP/dobj/3 and/CC/cc/4 Zembla/NNP/conj/4"
    assert events(spec, own) == [
        ("IRN", "KEN", "112"), ("IRN", "ZEM", "112"), ("MLI", "KEN", "112"), ("MLI", "ZEM", "112"),
    ]  # fmt: skip


def test_a_null_code_is_no_event(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/1 talked/VBD/ROOT/1 {}/NN/dobj/1 with/IN/prep/1 Mali/NNP/pobj/3"
    assert events(spec.format("peace"), own) == [("IRN", "MLI", "030")]
    assert events(spec.format("nonsense"), own) == []
    assert events(spec.format("much"), own) == []


def test_what_a_coded_verb_holds_is_not_asked_and_what_is_joined_to_it_is(own: Dictionaries) -> None:
    held = "Iran/NNP/nsubj/1 said/VBD/ROOT/1 Mali/NNP/nsubj/3 accused/VBD/ccomp/1 Kenya/NNP/dobj/3"
    assert events(held, own) == [("IRN", "MLI", "010")]
    joined = "Iran/NNP/nsubj/1 met/VBD/ROOT/1 Mali/NNP/dobj/1 and/CC/cc/1 accused/VBD/conj/1 Kenya/NNP/dobj/4"
    assert events(joined, own)[2:] == [("IRN", "KEN", "112")]


def test_a_role_alone_is_a_source_and_a_target_may_be_missing(own: Dictionaries) -> None:
    assert events("officials/NNS/nsubj/1 said/VBD/ROOT/1 so/RB/advmod/1", own) == [("---GOV", "---", "010")]
    assert events("he/PRP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1", own) == []


def test_discards(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1 over/IN/prep/1 {}/NN/pobj/3"
    assert events(spec.format("oil"), own) != []
    assert events(spec.format("cricket"), own) == []
    chess = sentence(spec.format("chess"))
    assert discarded(chess, own) == "story"
    assert dropped([sentence(spec.format("oil")), chess], own)
    assert not dropped([sentence(spec.format("cricket"))], own)


def resolved(i: int, *parties: Party) -> Resolution:
    return Resolution(0, i, i + 1, i, parties, 0.9, "name")


def acts(spec: str, dictionaries: Dictionaries, *who: Resolution, before: tuple[Act, ...] = ()) -> list[Act]:
    return acts_beside(before, sentence(spec), who, dictionaries, None)


def test_an_act_has_the_type_of_its_code_and_names_the_dictionary(own: Dictionaries) -> None:
    (act,) = acts("Zembla/NNP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1", own)
    assert (act.type, act.cameo, act.dictionary) == ("ACCUSE", "112", "own.verbs.txt")
    assert "own.verbs.txt:2" in act.frame
    assert [(p.code, p.raw) for p in (*act.actors, *act.recipients)] == [("ZEM", "Zembla"), ("MLI", "Mali")]


def test_the_catalogue_goes_before_the_dictionary(own: Dictionaries) -> None:
    spec = "Iran/NNP/nsubj/1 accused/VBD/ROOT/1 Atlantis/NNP/dobj/1"
    here = state("Kenya")
    (act,) = acts(spec, own, resolved(0, state("Iran")), resolved(2, here))
    assert (act.actors, act.recipients) == ((state("Iran"),), (here,))
    (loose,) = acts(spec.replace("Atlantis", "Zembla"), own, resolved(2, role("Zembla")))
    assert [p.code for p in loose.recipients] == ["ZEM"]


def test_an_own_act_of_the_same_verb_and_type_takes_the_code(own: Dictionaries) -> None:
    mine = Act(1, 1, "ACCUSE", (), (state("Iran"),), (), frame="frames/accuse.yaml (accuse)")
    (act,) = acts("Iran/NNP/nsubj/1 accused/VBD/ROOT/1 Zembla/NNP/dobj/1", own, before=(mine,))
    assert (act.cameo, [p.code for p in act.recipients]) == ("112", ["ZEM"])
    assert act.frame.startswith("frames/accuse.yaml (accuse); dictionary ")
    other = Act(1, 1, "REQUEST", (), (state("Iran"),), ())
    both = acts("Iran/NNP/nsubj/1 accused/VBD/ROOT/1 Zembla/NNP/dobj/1", own, before=(other,))
    assert [one.type for one in both] == ["REQUEST", "ACCUSE"]


def test_a_pair_is_one_act(own: Dictionaries) -> None:
    (act,) = acts("Iran/NNP/nsubj/3 and/CC/cc/0 Mali/NNP/conj/0 met/VBD/ROOT/3", own)
    assert act.reciprocal
    assert [p.code for p in (*act.actors, *act.recipients)] == ["IRN", "MLI"]


def test_what_is_no_record_says_why(own: Dictionaries) -> None:
    (strange,) = acts("Iran/NNP/nsubj/1 bewitched/VBD/ROOT/1 Mali/NNP/dobj/1", own)
    assert strange.path.dropped == "no PLOVER type for CAMEO 999"
    (nobody,) = acts("officials/NNS/nsubj/1 accused/VBD/ROOT/1 him/PRP/dobj/1", own)
    assert nobody.path.dropped == "no identified party"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("accused/VBD/ROOT/3", "occurred"),
        ("will/MD/aux/3 not/RB/neg/3 accuse/VB/ROOT/3", "negated"),
        ("did/VBD/aux/3 not/RB/neg/3 accuse/VB/ROOT/3", "occurred"),  # its pattern asks for "not" itself
        ("soon/RB/advmod/3 will/MD/aux/3 accuse/VB/ROOT/3", "planned"),
        ("perhaps/RB/advmod/3 could/MD/aux/3 accuse/VB/ROOT/3", "planned"),
    ],
)
def test_status(words: str, status: str, own: Dictionaries) -> None:
    at = len(words.split())
    spec = f"Iran/NNP/nsubj/{at} {words.replace('/3', f'/{at}')} Mali/NNP/dobj/{at}"
    (act,) = acts(spec, own)
    assert act.status == status


def test_a_discarded_story_has_no_acts_of_dictionaries(own: Dictionaries) -> None:
    spec = "Zembla/NNP/nsubj/1 accused/VBD/ROOT/1 Mali/NNP/dobj/1 over/IN/prep/1 {}/NN/pobj/3"
    for word, count in (("oil", 1), ("chess", 0)):
        one = sentence(spec.format(word))
        (found,) = acts_with(own)([Report("r", "text")], [(one,)], [()], [()], [()], [()])
        assert len(found) == count


def test_a_party_of_a_dictionary_has_its_code_and_its_span(own: Dictionaries) -> None:
    (act,) = acts("Zembla/NNP/compound/1 officials/NNS/nsubj/2 accused/VBD/ROOT/2 Mali/NNP/dobj/2", own)
    (party,) = act.actors
    assert (party.code, party.sector, party.raw, party.span) == (
        "ZEM",
        "GOV",
        "Zembla officials",
        Span(0, 16),
    )
