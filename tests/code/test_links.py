"""Ties between the records of one report."""

from dataclasses import replace

import pytest

from dragoman.code.act import Act
from dragoman.code.links import REACH, Drawn, link_all
from dragoman.model import Dating, EventMention, Party, Sentence, Source, Span
from tests.build import sentence
from tests.code.staged import an_act, state


def drawn(name: str, act: Act, where: Sentence, **known: object) -> Drawn:
    event = EventMention(
        name, "r", act.type, act.modes, (), act.actors, act.recipients, Dating(None, None, "open",
        "publication"),
        "occurred", False, where.index, Span(0, 1), where.span, **known,  # type: ignore[arg-type]
    )  # fmt: skip
    return event, act, where


def links(*all_: Drawn) -> dict[str, list[tuple[str, str]]]:
    return {e.id: [(one.type, one.to) for one in e.links] for e in link_all(all_)}


def plain(index: int) -> Sentence:
    return sentence("Mali/NNP/nsubj/1 did/VBD/ROOT/1 it/PRP/dobj/1", index=index)


def alleged(by: Party) -> tuple[Source, ...]:
    return (Source(by, "said", "indirect", "affirms", "alleged", None, None, ()),)


SWAP = (
    "Mali/NNP/nsubj/1 freed/VBD/ROOT/1 captives/NNS/dobj/1 {0}/IN/prep/1 {1}/NN/pobj/3 "
    "for/IN/prep/4 grain/NN/pobj/5 "
    "from/IN/prep/6 Niger/NNP/pobj/7"
)


def test_an_exchange_stands_on_both() -> None:
    where = sentence(SWAP.format("in", "exchange"))
    one, other = an_act("RETREAT", "Mali", "Niger"), an_act("AID", "Niger", "Mali", trigger=6)
    assert links(drawn("a", one, where), drawn("b", other, where)) == {
        "a": [("in_exchange_for", "b")],
        "b": [("in_exchange_for", "a")],
    }


def test_other_words_are_no_exchange() -> None:
    where = sentence(SWAP.format("on", "demand"))
    one, other = an_act("RETREAT", "Mali", "Niger"), an_act("AID", "Niger", "Mali", trigger=6)
    assert links(drawn("a", one, where), drawn("b", other, where)) == {"a": [], "b": []}


RETURNED = "In/IN/prep/4 {}/NN/pobj/0 ,/,/punct/4 Niger/NNP/nsubj/4 freed/VBD/ROOT/4 captives/NNS/dobj/4"


def test_what_is_given_in_return_stands_on_both() -> None:
    first = drawn("a", an_act("AID", "Mali", "Niger"), plain(0))
    second = drawn(
        "b", an_act("RETREAT", "Niger", "Mali", trigger=4), sentence(RETURNED.format("return"), index=1)
    )
    assert links(first, second) == {"a": [("in_return_for", "b")], "b": [("in_return_for", "a")]}


def test_a_return_goes_the_other_way_between_the_same() -> None:
    second = drawn(
        "b", an_act("RETREAT", "Niger", "Mali", trigger=4), sentence(RETURNED.format("return"), index=1)
    )
    for other in (an_act("AID", "Kenya", "Niger"), an_act("AID", "Niger", "Mali")):
        assert links(drawn("a", other, plain(0)), second)["b"] == []


def test_nothing_reaches_too_far_back() -> None:
    first = drawn("a", an_act("AID", "Mali", "Niger"), plain(0))
    far = [
        drawn(
            "b", an_act("RETREAT", "Niger", "Mali", trigger=4), sentence(RETURNED.format("return"), index=i)
        )
        for i in (REACH, REACH + 1)
    ]
    assert links(first, far[0])["b"] == [("in_return_for", "a")]
    assert links(first, far[1])["b"] == []


DENIAL = "operators.yaml denial (deny)"


def test_a_denial_denies_the_last_accusation() -> None:
    accused = drawn("a", an_act("ACCUSE", "Niger", "Mali"), plain(0))
    denied = drawn("b", an_act("REJECT", "Mali", "Niger", frame=DENIAL), plain(1))
    assert links(accused, denied) == {"a": [], "b": [("denies", "a")]}


def test_a_denial_denies_what_the_denier_is_alleged_to_have_done() -> None:
    act = an_act("ASSAULT", "Mali", "Kenya")
    said = drawn("a", act, plain(0), sources=alleged(state("Niger")))
    denied = drawn("b", an_act("REJECT", "Mali", frame=DENIAL), plain(1))
    assert links(said, denied)["b"] == [("denies", "a")]
    own_voice = drawn("a", act, plain(0))
    assert links(own_voice, denied)["b"] == []


def test_a_denial_denies_the_act_inside_it_first() -> None:
    content = an_act("ASSAULT", "Mali", "Kenya", trigger=2)
    hit = drawn("a", an_act("ASSAULT", "Mali", "Kenya"), plain(0))
    accused = drawn("b", an_act("ACCUSE", "Niger", "Mali"), plain(1))
    denied = drawn("c", an_act("REJECT", "Mali", frame=DENIAL, content=content), plain(2))
    assert links(hit, accused, denied)["c"] == [("denies", "a")]


def test_a_plain_refusal_denies_nothing() -> None:
    accused = drawn("a", an_act("ACCUSE", "Niger", "Mali"), plain(0))
    refused = drawn("b", an_act("REJECT", "Mali", "Niger", frame="operators.yaml refusal (refuse)"), plain(1))
    assert links(accused, refused)["b"] == []


def test_an_admission_confirms_the_act_of_its_kind() -> None:
    hit = drawn("a", an_act("ASSAULT", "Mali", "Niger"), plain(0))
    kept = drawn("b", an_act("AID", "Mali", "Niger"), plain(0))
    content = an_act("ASSAULT", "Mali", trigger=2)
    owned = an_act(
        "CONCEDE", "Mali", frame="operators.yaml admission (admit)", content=content, content_head=2
    )
    assert links(hit, kept, drawn("c", owned, plain(1)))["c"] == [("confirms", "a")]
    other = replace(owned, actors=(state("Kenya"),))
    assert links(hit, kept, drawn("c", other, plain(1)))["c"] == []


def test_admitting_losses_confirms_what_was_suffered() -> None:
    where = sentence("Niger/NNP/nsubj/1 admitted/VBD/ROOT/1/admit losses/NNS/dobj/1/loss", index=1)
    hit = drawn("a", an_act("ASSAULT", "Mali", "Niger"), plain(0))
    own = drawn("b", an_act("ASSAULT", "Niger", "Mali"), plain(0))
    owned = an_act("CONCEDE", "Niger", frame="operators.yaml admission (admit)", content_head=2)
    assert links(hit, own, drawn("c", owned, where))["c"] == [("confirms", "a")]


ANSWERED = (
    "Mali/NNP/nsubj/1 bombed/VBD/ROOT/1 Niger/NNP/dobj/1 in/IN/prep/1 {}/NN/pobj/3 to/IN/prep/4 "
    "a/DT/det/7 raid/NN/pobj/5 "
    "by/IN/prep/7 Niger/NNP/pobj/8"
)


@pytest.mark.parametrize(("word", "tied"), [("response", True), ("retaliation", True), ("addition", False)])
def test_an_answer_in_one_sentence(word: str, tied: bool) -> None:
    where = sentence(ANSWERED.format(word))
    hit, raid = an_act("ASSAULT", "Mali", "Niger"), an_act("ASSAULT", "Niger", "Mali", trigger=7)
    found = links(drawn("a", hit, where), drawn("b", raid, where))
    assert found == {"a": [("in_response_to", "b")] if tied else [], "b": []}


def test_an_answer_to_the_sentence_before() -> None:
    first = drawn("a", an_act("ASSAULT", "Mali", "Niger"), plain(0))
    second = drawn(
        "b", an_act("ASSAULT", "Niger", "Mali", trigger=4), sentence(RETURNED.format("response"), index=1)
    )
    assert links(first, second) == {"a": [], "b": [("in_response_to", "a")]}


def test_nothing_is_tied_to_itself_or_to_nothing() -> None:
    assert link_all([]) == []
    where = sentence(ANSWERED.format("response"))
    assert links(drawn("a", an_act("ASSAULT", "Mali", "Niger"), where)) == {"a": []}


def test_events_come_back_in_order_and_otherwise_the_same() -> None:
    first = drawn("a", an_act("AID", "Mali", "Niger"), plain(0))
    second = drawn("b", an_act("CONSULT", "Mali", "Kenya"), plain(1))
    assert link_all([first, second]) == [first[0], second[0]]
