"""Acts drawn up as event mentions: times, sources, figures and places joined to each."""

from datetime import date
from typing import Any

import pytest

from dragoman.code.act import Act, Path
from dragoman.code.events import CODER, events
from dragoman.code.times import find_times
from dragoman.model import (
    Attribution,
    Block,
    EventMention,
    Party,
    Quantity,
    Report,
    Resolution,
    Sentence,
    Span,
)
from tests.build import sentence, text_of
from tests.code.staged import an_act, codes, place, state

DAY = date(2025, 10, 28)  # a Tuesday
ATTACKED = "Iran/NNP/nsubj/1 attacked/VBD/ROOT/1 Iraq/NNP/dobj/1"


def drawn(
    acts: list[tuple[int, Act]],
    *specs: str,
    published: date | None = DAY,
    report: str = "r",
    text: str = "",
    **found: Any,
) -> tuple[EventMention, ...]:
    sentences, offset = [], 0
    for index, spec in enumerate(specs):
        sentences.append(sentence(spec, index=index, offset=offset))
        offset = sentences[-1].span.end + 1
    text = text or text_of(sentences)
    given = Report(report, text, (Block(Span(0, len(text)), "body"),), published=published)
    columns: dict[str, Any] = {"resolutions": (), "quantities": (), "attributions": (), "places": ()} | found
    times = find_times(sentences, published)
    return events.function(
        given, tuple(sentences), columns["resolutions"], tuple(acts), times, columns["quantities"],
        columns["attributions"], columns["places"]
    )  # fmt: skip


ATTACK = an_act("ASSAULT", "Iran", "Iraq")


def one(act: Act, spec: str, **known: Any) -> EventMention:
    (made,) = drawn([(0, act)], spec, **known)
    return made


def test_an_act_becomes_an_event_mention() -> None:
    made = one(ATTACK, ATTACKED)
    text = "Iran attacked Iraq"
    assert (made.type, made.report, made.sentence, made.status, made.background) == (
        "ASSAULT",
        "r",
        0,
        "occurred",
        False,
    )
    assert (made.trigger.of(text), made.evidence.of(text)) == ("attacked", text)
    assert (codes(made.actors), codes(made.recipients)) == (["IRN"], ["IRQ"])
    assert 0 < made.confidence <= 1


def test_no_acts_no_events() -> None:
    assert drawn([], ATTACKED) == ()


def test_what_was_dropped_is_no_event() -> None:
    assert drawn([(0, an_act("ASSAULT", "Iran", "Iraq", path=Path(dropped="possible only")))], ATTACKED) == ()


def test_an_id_hangs_on_report_text_trigger_and_type() -> None:
    made = one(ATTACK, ATTACKED)
    assert one(ATTACK, ATTACKED).id == made.id
    assert one(ATTACK, ATTACKED, published=date(2024, 1, 1)).id == made.id
    assert one(ATTACK, ATTACKED, report="s").id != made.id
    assert one(ATTACK, ATTACKED, text="Iran attacked Iraq ").id != made.id
    assert one(an_act("COERCE", "Iran", "Iraq"), ATTACKED).id != made.id
    assert one(an_act("ASSAULT", "Iran", "Iraq", trigger=2), ATTACKED).id != made.id
    assert "@" in CODER


def test_a_trigger_takes_in_its_light_verb() -> None:
    spec = "Mali/NNP/nsubj/1 held/VBD/ROOT/1 talks/NNS/dobj/1"
    made = one(an_act("CONSULT", "Mali", "Niger", trigger=2, verb=1), spec)
    assert made.trigger.of("Mali held talks") == "held talks"


def test_all_parties_of_a_meeting_are_actors() -> None:
    made = one(an_act("CONSULT", "Mali", "Niger", reciprocal=True), "Mali/NNP/nsubj/1 met/VBD/ROOT/1")
    assert (codes(made.actors), made.recipients) == (["MLI", "NER"], ())
    visit = one(
        an_act("CONSULT", "Mali", "Niger", reciprocal=True, modes=("visit",)),
        "Mali/NNP/nsubj/1 came/VBD/ROOT/1/come",
    )
    assert (codes(visit.actors), codes(visit.recipients)) == (["MLI"], ["NER"])


def test_the_same_party_twice_is_one() -> None:
    made = one(an_act("ASSAULT", "Iran and Iran", "Iraq"), ATTACKED)
    assert codes(made.actors) == ["IRN"]


def test_the_day_is_that_of_the_text_else_of_the_publication() -> None:
    said = one(ATTACK, ATTACKED + " on/IN/prep/1 Monday/NNP/pobj/3")
    assert (said.dating.date, said.dating.enddate, said.dating.basis) == (
        date(2025, 10, 27),
        date(2025, 10, 27),
        "text",
    )
    silent = one(ATTACK, ATTACKED)
    assert (silent.dating.date, silent.dating.basis, silent.dating.time) == (DAY, "publication", None)


def test_what_goes_on_is_ongoing() -> None:
    made = one(
        an_act("ASSAULT", "Iran", "Iraq", trigger=2),
        "Iran/NNP/nsubj/2 is/VBZ/aux/2 attacking/VBG/ROOT/2 Iraq/NNP/dobj/2",
    )
    assert (made.status, made.dating.enddate) == ("ongoing", DAY)


def test_sanctions_that_stand_are_ongoing_and_background() -> None:
    spec = "The/DT/det/1 sanctions/NNS/nsubj/2 hurt/VBD/ROOT/2"
    made = one(an_act("SANCTION", "Iran", "Iraq", nominal=True), spec)
    assert (made.status, made.background) == ("ongoing", True)


@pytest.mark.parametrize(("when", "recalled"), [("Monday/NNP", False), ("2019/CD", True)])
def test_what_is_long_past_is_recalled(when: str, recalled: bool) -> None:
    prep = "in" if recalled else "on"
    assert one(ATTACK, ATTACKED + f" {prep}/IN/prep/1 {when}/pobj/3").background is recalled


def test_a_status_from_above_stays() -> None:
    for status in ("planned", "denied", "negated"):
        assert one(an_act("ASSAULT", "Iran", "Iraq", status=status), ATTACKED).status == status


def said(first: int, one_: Sentence) -> tuple[Attribution, ...]:
    return (
        Attribution(
            0,
            (0, 1),
            0,
            (1, 2),
            (Span(one_.tokens[first].start, one_.span.end),),
            "indirect",
            "affirms",
            "stated",
        ),
    )


SAID = "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/3 attacked/VBD/ccomp/1 Iraq/NNP/dobj/3"
KENYA = (Resolution(0, 0, 1, 0, (state("Kenya"),), 0.9, "name"),)


def test_who_says_so() -> None:
    act = an_act("ASSAULT", "Iran", "Iraq", trigger=3)
    made = one(act, SAID, attributions=said(2, sentence(SAID)), resolutions=KENYA)
    assert [(s.source.code, s.cue) for s in made.sources] == [("KEN", "said")]


def test_a_speech_act_is_its_speakers_own() -> None:
    act = an_act("ACCUSE", "Kenya", "Iraq", trigger=3)
    assert one(act, SAID, attributions=said(2, sentence(SAID)), resolutions=KENYA).sources == ()


def test_a_blow_that_one_announces_oneself_is_a_threat() -> None:
    act = an_act("ASSAULT", "Kenya", "Iraq", trigger=3, status="planned")
    made = one(act, SAID, attributions=said(2, sentence(SAID)), resolutions=KENYA)
    assert (made.type, made.modes, made.status) == ("THREATEN", ("violence",), "occurred")
    other = an_act("ASSAULT", "Iran", "Iraq", trigger=3, status="planned")
    told = one(other, SAID, attributions=said(2, sentence(SAID)), resolutions=KENYA)
    assert (told.type, told.status, [s.source.code for s in told.sources]) == ("ASSAULT", "planned", ["KEN"])


def test_the_office_is_that_of_the_events_day() -> None:
    putin = Party(
        "Vladimir Putin", "Putin", Span(0, 0), "RUS", "GOV", "x", None, "person:RUS:vladimir-putin", "person"
    )
    act = Act(1, 1, "ASSAULT", (), (putin,), (state("Iraq"),))
    spec = "Putin/NNP/nsubj/1 met/VBD/ROOT/1 Iraq/NNP/dobj/1 in/IN/prep/1 2002/CD/pobj/3"
    assert one(act, spec).actors[0].office == "President"


def test_a_place_for_deeds_and_none_for_words() -> None:
    spec = ATTACKED + " in/IN/prep/1 Basra/NNP/pobj/3"
    where = (place(sentence(spec), 4, "IRQ"),)
    deed = one(ATTACK, spec, places=where)
    assert deed.place is not None
    assert deed.place.extracted == "Basra"
    assert one(an_act("ACCUSE", "Iran", "Iraq"), spec, places=where).place is None


def test_a_figure_in_the_clause() -> None:
    spec = "Iran/NNP/nsubj/1 killed/VBD/ROOT/1 12/CD/nummod/3 soldiers/NNS/dobj/1"
    made = sentence(spec)
    figure = Quantity(
        0, 2, 4, 3, Span(made.tokens[2].start, made.tokens[3].end), "killed", 12, 12, role="killed"
    )
    assert one(ATTACK, spec, quantities=(figure,)).quantities == (figure,)
    assert one(an_act("ACCUSE", "Iran", "Iraq"), spec, quantities=(figure,)).quantities == ()


def test_every_event_says_why() -> None:
    made = one(an_act("ASSAULT", "Iran", "Iraq", frame="assault.yaml (attack)"), ATTACKED)
    assert ("event", "assault.yaml (attack)") in made.why
    assert {"status", "date", "actor", "recipient"} <= {name for name, _ in made.why}


def test_less_sure_less_confident() -> None:
    sure = one(ATTACK, ATTACKED).confidence
    assert one(an_act("ASSAULT", "Iran"), ATTACKED).confidence < sure
    assert one(an_act("ASSAULT", "Iran", "Iraq", likely=0.1), ATTACKED).confidence < sure


def test_events_stand_in_reading_order_and_are_linked() -> None:
    accused = an_act("ACCUSE", "Niger", "Mali")
    denied = an_act("REJECT", "Mali", "Niger", frame="denial (deny)")
    first, second = drawn(
        [(1, denied), (0, accused)],
        "Niger/NNP/nsubj/1 blamed/VBD/ROOT/1/blame Mali/NNP/dobj/1",
        "Mali/NNP/nsubj/1 denied/VBD/ROOT/1/deny it/PRP/dobj/1",
    )
    assert (first.type, second.type) == ("ACCUSE", "REJECT")
    assert [(link.type, link.to) for link in second.links] == [("denies", first.id)]


@pytest.mark.parametrize(("month", "recalled"), [("August", True), ("October", False)])
def test_what_is_weeks_past_is_recalled(month: str, recalled: bool) -> None:
    spec = ATTACKED + f" on/IN/prep/1 {month}/NNP/pobj/3 20/CD/nummod/4"
    made = one(ATTACK, spec)
    assert made.dating.precision == "day"
    assert made.background is recalled
