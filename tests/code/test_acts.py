"""Which words of a sentence tell of acts, each once, and what the clauses above make of them."""

import pytest

from dragoman.code.act import Act
from dragoman.code.acts import acts, acts_of, scenes
from dragoman.model import Party, Resolution
from tests.build import sentence
from tests.code.staged import an_act, codes, person, role, staged, state, told


def heard(
    spec: str, before: tuple[Act, ...] = (), extra: dict[int, tuple[Party, ...]] | None = None
) -> list[Act]:
    """The acts that are written, without those that the coder abstains from."""
    return [a for a in acts_of(staged(spec, extra), before) if not a.path.dropped]


def dropped(spec: str, extra: dict[int, tuple[Party, ...]] | None = None) -> list[str | None]:
    return [a.path.dropped for a in acts_of(staged(spec, extra)) if a.path.dropped]


def brief(
    spec: str, before: tuple[Act, ...] = ()
) -> list[tuple[str, list[str | None], list[str | None]] | None]:
    return [told(a) for a in heard(spec, before)]


def test_a_plain_sentence() -> None:
    assert brief("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1") == [("ASSAULT", ["IRN"], ["IRQ"])]


def test_two_clauses_are_two_acts_in_their_order() -> None:
    spec = "Iran/NNP/nsubj/1 met/VBD/ROOT/1 Iraq/NNP/dobj/1 and/CC/cc/1 attacked/VBD/conj/1 Kenya/NNP/dobj/4"
    assert [a.type for a in heard(spec)] == ["CONSULT", "ASSAULT"]


def test_an_act_is_told_once() -> None:
    spec = "Mali/NNP/nsubj/1 held/VBD/ROOT/1 talks/NNS/dobj/1 with/IN/prep/2 Niger/NNP/pobj/3"
    assert [a.type for a in heard(spec)] == ["CONSULT"]
    vowed = "Iran/NNP/nsubj/1 vowed/VBD/ROOT/1 to/TO/aux/3 attack/VB/xcomp/1 Iraq/NNP/dobj/3"
    assert [a.type for a in heard(vowed)] == ["THREATEN"]


def test_saying_is_no_event_its_content_is() -> None:
    spec = "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/3 attacked/VBD/ccomp/1 Iraq/NNP/dobj/3"
    assert brief(spec) == [("ASSAULT", ["IRN"], ["IRQ"])]


def test_a_sentence_without_parties_tells_nothing() -> None:
    assert heard("Storms/NNS/nsubj/1 attacked/VBD/ROOT/1 towns/NNS/dobj/1") == []


def test_nobody_identified_is_no_record() -> None:
    spec = "rebels/NNS/nsubj/1 attacked/VBD/ROOT/1 villagers/NNS/dobj/1"
    loose = {0: (role("rebels", None, "REB"),), 2: (role("villagers", None, "CVL"),)}
    assert heard(spec, extra=loose) == []
    coded = {**loose, 2: (role("villagers", "MLI", "CVL"),)}
    assert len(heard(spec, extra=coded)) == 1


@pytest.mark.parametrize(
    ("cue", "verb", "type_", "status"),
    [
        ("will/MD/aux/2", "attack", "ASSAULT", "planned"),
        ("will/MD/aux/2", "arm", "AGREE", "occurred"),
        ("will/MD/aux/2", "meet", "AGREE", "occurred"),
    ],
)
def test_what_is_to_come(cue: str, verb: str, type_: str, status: str) -> None:
    (act,) = heard(f"Iran/NNP/nsubj/2 {cue} {verb}/VB/ROOT/2 Iraq/NNP/dobj/2")
    assert (act.type, act.status, act.planned) == (type_, status, True)


@pytest.mark.parametrize("aux", ["could/MD", "must/MD", "may/MD"])
def test_what_may_or_ought_to_be_is_no_act(aux: str) -> None:
    assert heard(f"Iran/NNP/nsubj/2 {aux}/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2") == []


def test_what_was_not_done_is_negated() -> None:
    (act,) = heard("Iran/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 attack/VB/ROOT/3 Iraq/NNP/dobj/3")
    assert (act.type, act.status) == ("ASSAULT", "negated")


def test_refusing_cooperation_to_come_is_a_rejection() -> None:
    (act,) = heard("Iran/NNP/nsubj/3 will/MD/aux/3 not/RB/neg/3 meet/VB/ROOT/3 Iraq/NNP/dobj/3")
    assert (act.type, act.modes) == ("REJECT", ("meet",))


def test_a_blow_that_hangs_on_an_if_is_a_threat() -> None:
    spec = (
        "If/IN/mark/2 Iraq/NNP/nsubj/2 moves/VBZ/advcl/5/move "
        "Iran/NNP/nsubj/5 will/MD/aux/5 attack/VB/ROOT/5 Iraq/NNP/dobj/5"
    )
    (act,) = heard(spec)
    assert (act.type, act.modes) == ("THREATEN", ("violence",))


def test_an_act_against_nobody_where_the_type_asks_for_somebody() -> None:
    assert heard("Iran/NNP/nsubj/1 met/VBD/ROOT/1") == []


def test_talking_to_the_press_is_no_consultation() -> None:
    spec = "Iran/NNP/nsubj/1 met/VBD/ROOT/1 reporters/NNS/dobj/1"
    assert heard(spec, extra={2: (role("reporters", "KEN", "JRN"),)}) == []
    assert len(heard(spec, extra={2: (person("Ann", "KEN"),)})) == 1


def test_a_bare_answer_needs_the_question_of_before() -> None:
    spec = "Mali/NNP/nsubj/1 refused/VBD/ROOT/1/refuse"
    asked = an_act("REQUEST", "Niger", "Mali", modes=("yield",))
    assert heard(spec) == []
    assert brief(spec, (asked,)) == [("REJECT", ["MLI"], ["NER"])]


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("Iran/NNP/nsubj/2 could/MD/aux/2 attack/VB/ROOT/2 Iraq/NNP/dobj/2", "possible"),
        ("Iran/NNP/nsubj/1 met/VBD/ROOT/1 with/IN/prep/1 nobody/NN/pobj/2", None),
        ("Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1", None),
    ],
)
def test_what_is_not_written_bears_its_reason(spec: str, why: str | None) -> None:
    found = dropped(spec)
    assert all(found)
    assert why is None or any(why in str(one) for one in found)
    assert all(a.path.dropped is None for a in heard(spec))


def test_who_is_unknown_is_dropped_for_that() -> None:
    spec = "rebels/NNS/nsubj/1 attacked/VBD/ROOT/1 villagers/NNS/dobj/1"
    assert dropped(spec, {0: (role("rebels", None, "REB"),), 2: (role("villagers", None, "CVL"),)}) == [
        "no identified party"
    ]


# -- a report -------------------------------------------------------------------------------------


def test_scenes_are_made_where_somebody_stands() -> None:
    sentences = [
        sentence("It/PRP/nsubj/1 rained/VBD/ROOT/1"),
        sentence("Iran/NNP/nsubj/1 left/VBD/ROOT/1", index=1),
    ]
    (scene,) = scenes(sentences, [Resolution(1, 0, 1, 0, (state("Iran"),), 0.9, "name")], [], [])
    assert scene.sentence is sentences[1]
    assert codes(scene.party(0)) == ["IRN"]


def test_a_report_is_read_in_order_and_each_sentence_sees_the_ones_before() -> None:
    specs = [
        "Niger/NNP/nsubj/1 urged/VBD/ROOT/1/urge Mali/NNP/dobj/1 to/TO/aux/4 withdraw/VB/xcomp/1",
        "Mali/NNP/nsubj/1 refused/VBD/ROOT/1/refuse",
    ]
    sentences = tuple(sentence(spec, index=i) for i, spec in enumerate(specs))
    found = tuple(
        Resolution(s.index, t.i, t.i + 1, t.i, (state(t.text),), 0.9, "name")
        for s in sentences
        for t in s.tokens
        if t.text in {"Mali", "Niger"}
    )
    made = acts.function(sentences, found, (), (), ())
    assert [(n, a.type, codes(a.recipients)) for n, a in made] == [
        (0, "REQUEST", ["MLI"]),
        (1, "REJECT", ["NER"]),
    ]
    assert acts.function((), (), (), (), ()) == ()
