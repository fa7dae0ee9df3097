"""Mentions to parties: names, a report's own chains, titles, roles and whose they are."""

from datetime import date

import pytest

from dragoman.link.actors import home_of, resolutions
from dragoman.model import Block, Party, Report, Span
from dragoman.parse.mentions import mentions
from tests.build import sentence
from tests.link.reading import Read

PUTIN_MET = "Vladimir/NNP/compound/1 Putin/NNP/nsubj/2 met/VBD/ROOT/2 Iran/NNP/dobj/2"
MINISTER = (
    "Ghana/NNP/poss/3 's/POS/case/0 Foreign/NNP/compound/3 Minister/NNP/compound/5 Jane/NNP/compound/5 "
    "Doe/NNP/nsubj/6 met/VBD/ROOT/6 Iran/NNP/dobj/6"
)


# -- names ----------------------------------------------------------------------------------------


def test_a_known_name() -> None:
    read = Read("Mali/NNP/nsubj/1 met/VBD/ROOT/1")
    assert (read.codes("Mali"), read.of("Mali").rung) == (["MLI"], "name")


def test_a_known_persons_surname_alone_is_the_reports_own() -> None:
    read = Read(PUTIN_MET, "Putin/NNP/nsubj/1 left/VBD/ROOT/1", persons=["Vladimir", "Putin"])
    assert (read.names("Putin"), read.of("Putin").rung) == (["Vladimir Putin"], "chain")


def test_a_sole_bearer_in_office_needs_no_first_name() -> None:
    read = Read("Putin/NNP/nsubj/1 left/VBD/ROOT/1", persons=["Putin"])
    assert (read.names("Putin"), read.of("Putin").rung) == (["Vladimir Putin"], "surname")


def test_a_surname_of_many_is_nobody_known() -> None:
    read = Read("Kim/NNP/nsubj/1 left/VBD/ROOT/1", persons=["Kim"])
    assert all(not p.key for p in read.of("Kim").parties)


def test_a_surname_before_its_bearers_day_is_not_theirs() -> None:
    read = Read("Putin/NNP/nsubj/1 left/VBD/ROOT/1", persons=["Putin"], day=date(1985, 1, 1))
    assert all(not p.key for p in read.of("Putin").parties)


def test_two_states_in_one_word() -> None:
    read = Read("US-Japan/NNP/compound/1 drills/NNS/nsubj/2 began/VBD/ROOT/2")
    assert read.codes("US-Japan") == ["USA", "JPN"]


# -- persons whom the catalogue does not know -------------------------------------------------------


def test_a_title_before_the_name_gives_state_and_office() -> None:
    read = Read(MINISTER, persons=["Jane", "Doe"])
    (party,) = read.of("Doe").parties
    assert (party.name, party.code, party.sector, party.office) == (
        "Jane Doe",
        "GHA",
        "GOV",
        "foreign_minister",
    )
    assert read.of("Doe").rung == "title"


def test_a_title_behind_the_name_gives_state_and_office() -> None:
    spec = (
        "Jane/NNP/compound/1 Doe/NNP/nsubj/8 ,/,/punct/1 the/DT/det/6 Ghanaian/JJ/amod/6 foreign/JJ/amod/6 "
        "minister/NN/appos/1 ,/,/punct/1 spoke/VBD/ROOT/8"
    )
    (party,) = Read(spec, persons=["Jane", "Doe"]).of("Doe").parties
    assert (party.code, party.office) == ("GHA", "foreign_minister")


def test_such_a_person_is_known_by_surname_and_title_afterwards() -> None:
    read = Read(
        MINISTER,
        "Doe/NNP/nsubj/1 left/VBD/ROOT/1",
        "The/DT/det/1 minister/NN/nsubj/2 left/VBD/ROOT/2",
        persons=["Jane", "Doe"],
    )
    assert (read.names("Doe", 1), read.codes("Doe", 1)) == (["Jane Doe"], ["GHA"])
    assert read.names("minister", 2) == ["Jane Doe"]


def test_a_title_alone_before_a_name_is_no_second_party() -> None:
    read = Read(MINISTER, persons=["Jane", "Doe"])
    assert [r.kind for r in read.found if r.sentence == 0 and r.head in {2, 3} and r.parties] == []


def test_an_unknown_person_has_no_state() -> None:
    (party,) = (
        Read("Jane/NNP/compound/1 Doe/NNP/nsubj/2 left/VBD/ROOT/2", persons=["Jane", "Doe"]).of("Doe").parties
    )
    assert (party.kind, party.code, party.sector) == ("person", None, None)


# -- roles ----------------------------------------------------------------------------------------


def test_troops_belong_to_the_adjective_before_them() -> None:
    read = Read("Malian/JJ/amod/1 troops/NNS/nsubj/2 left/VBD/ROOT/2")
    assert [(p.code, p.sector) for p in read.of("troops").parties] == [("MLI", "MIL")]
    assert read.of("troops").rung == "role"


def test_troops_belong_to_the_possessive_before_them() -> None:
    read = Read("Mali/NNP/poss/2 's/POS/case/0 troops/NNS/nsubj/3 left/VBD/ROOT/3")
    assert [(p.code, p.sector) for p in read.of("troops").parties] == [("MLI", "MIL")]


def test_the_president_of_a_state_is_who_holds_the_office() -> None:
    read = Read("The/DT/det/2 Russian/JJ/amod/2 president/NN/nsubj/3 spoke/VBD/ROOT/3")
    assert read.names("president") == ["Vladimir Putin"]
    before = Read(
        "The/DT/det/2 Russian/JJ/amod/2 president/NN/nsubj/3 spoke/VBD/ROOT/3", day=date(2009, 1, 10)
    )
    assert before.names("president") == ["Dmitry Medvedev"]


def test_police_in_a_town_are_of_its_state() -> None:
    spec = "Police/NNS/nsubj/3 in/IN/prep/0 Harare/NNP/pobj/1 fired/VBD/ROOT/3"
    (party,) = Read(spec).of("Police").parties
    assert (party.code, party.sector) == ("ZWE", "COP")


def test_protesters_are_of_the_place_where_they_march() -> None:
    spec = "Protesters/NNS/nsubj/1/protester marched/VBD/ROOT/1 in/IN/prep/1 Nairobi/NNP/pobj/2"
    (party,) = Read(spec).of("Protesters").parties
    assert (party.code, party.sector) == ("KEN", "CVL")


def test_troops_whom_a_state_sends_are_its_own() -> None:
    read = Read("Iran/NNP/nsubj/1 sent/VBD/ROOT/1 troops/NNS/dobj/1")
    assert read.codes("troops") == ["IRN"]
    other = Read("Iran/NNP/nsubj/1 saw/VBD/ROOT/1/see rebels/NNS/dobj/1")
    assert other.codes("rebels") == [None]


def test_a_noun_beside_a_group_is_the_group() -> None:
    spec = (
        "The/DT/det/2 Lebanese/JJ/amod/2 militia/NN/nsubj/6 "
        ",/,/punct/2 Hezbollah/NNP/appos/2 ,/,/punct/2 fled/VBD/ROOT/6"
    )
    assert Read(spec).names("Hezbollah") == ["Hezbollah"]
    assert Read(spec).codes("militia") == ["LBN"]


def test_a_parliament_of_another_state_is_not_the_american_one() -> None:
    spec = "El/NNP/compound/1 Salvador/NNP/poss/3 's/POS/case/1 Congress/NNP/nsubj/4 voted/VBD/ROOT/4"
    (party,) = Read(spec).of("Congress").parties
    assert (party.code, party.sector) == ("SLV", "LEG")


def test_a_body_is_known_by_its_acronym_and_its_last_word() -> None:
    spec = (
        "The/DT/det/2 African/NNP/compound/2 Union/NNP/nsubj/6 "
        "(/-LRB-/punct/4 AU/NNP/appos/2 )/-RRB-/punct/2 met/VBD/ROOT/6"
    )
    read = Read(spec, "The/DT/det/1 Union/NNP/nsubj/2 left/VBD/ROOT/2", bodies=["Union"])
    assert read.names("Union", 0) == read.names("Union", 1) == ["African Union"]
    assert read.of("Union", 1).rung == "chain"


# -- the story's home -----------------------------------------------------------------------------


def report(dateline: str) -> Report:
    text = f"{dateline} Police left."
    return Report(
        "r",
        text,
        (Block(Span(0, len(dateline)), "dateline"), Block(Span(len(dateline) + 1, len(text)), "body")),
    )


@pytest.mark.parametrize(
    ("dateline", "code"),
    [
        ("HARARE (Post) -", "ZWE"),
        ("Nairobi, May 3 -", "KEN"),
        ("NEW DELHI, Jan 2 (Wire) -", "IND"),
        ("BAMAKO, Mali -", "MLI"),
    ],
)
def test_the_dateline_is_home(dateline: str, code: str) -> None:
    home = home_of(report(dateline))
    assert home is not None
    assert (home.code, home.kind) == (code, "state")


def test_without_a_dateline_there_is_no_home() -> None:
    assert home_of(Report("r", "HARARE Police left.", (Block(Span(0, 19), "body"),))) is None
    assert home_of(report("ATSEA (Post) -")) is None


def test_police_of_the_story_are_of_its_home() -> None:
    home = home_of(report("HARARE (Post) -"))
    spec = "Police/NNS/nsubj/1 left/VBD/ROOT/1"
    assert Read(spec, home=home).codes("Police") == ["ZWE"]
    assert Read(spec).codes("Police") == [None]


def test_rebels_of_the_story_stay_unknown() -> None:
    home = home_of(report("HARARE (Post) -"))
    assert Read("Rebels/NNS/nsubj/1/rebel left/VBD/ROOT/1", home=home).codes("Rebels") == [None]


# -- the step -------------------------------------------------------------------------------------


def test_each_mention_is_answered_in_reading_order() -> None:
    sentences = tuple(
        sentence(spec, index=i)
        for i, spec in enumerate(
            [
                "They/PRP/nsubj/1 left/VBD/ROOT/1 Mali/NNP/dobj/1",
                "Iran/NNP/nsubj/1 met/VBD/ROOT/1 it/PRP/dobj/1",
            ]
        )
    )
    found = resolutions.function(Report("r", ""), sentences, mentions.function(sentences))
    assert [(r.sentence, r.head) for r in found] == [(0, 0), (0, 2), (1, 0), (1, 2)]
    assert found[0].parties == ()
    assert all(isinstance(p, Party) for r in found for p in r.parties)


def test_every_span_covers_the_words_of_its_mention() -> None:
    read = Read(MINISTER, persons=["Jane", "Doe"])
    text = "Ghana's Foreign Minister Jane Doe met Iran"
    assert [p.span.of(text) for r in read.found for p in r.parties] == ["Ghana", "Jane Doe", "Iran"]
