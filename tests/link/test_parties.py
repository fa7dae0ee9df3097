"""Names and nouns of a role into parties, as of a day."""

from datetime import date

import pytest

from dragoman.catalogue import catalogue
from dragoman.link.parties import entry_party, from_names, from_role, pair_of_states, person_party
from dragoman.model import Mention, Party, Span

SPAN = Span(3, 9)
DAY = date(2025, 6, 2)
PUTIN = "person:RUS:vladimir-putin"


def mention(text: str, form: str = "name", keys: tuple[str, ...] | None = None) -> Mention:
    known = tuple(dict.fromkeys(n.entry_key for n in catalogue().names.get(text, ())))
    return Mention(0, 0, 1, 0, "name", text, known if keys is None else keys, "", form)


def named(text: str, day: date | None = DAY, near: tuple[str, ...] = ()) -> Party | None:
    found = from_names(mention(text), SPAN, day, near)
    return found[0] if found else None


def test_a_name_is_a_state_with_the_words_of_the_text() -> None:
    party = named("Mali")
    assert party is not None
    assert (party.name, party.raw, party.span, party.code, party.kind) == (
        "Mali",
        "Mali",
        SPAN,
        "MLI",
        "state",
    )
    assert party.kind == "state"


@pytest.mark.parametrize(
    ("words", "code", "sector"),
    [
        ("Mali", "MLI", "GOV"),
        ("Malian", "MLI", "GOV"),
        ("Malians", "MLI", "CVL"),
        ("Kremlin", "RUS", "GOV"),
        ("Congress", "USA", "LEG"),
    ],
)
def test_which_part_of_a_state_a_name_stands_for(words: str, code: str, sector: str) -> None:
    party = named(words)
    assert party is not None
    assert (party.code, party.sector) == (code, sector)


def test_a_capital_stands_for_the_state_of_its_day() -> None:
    then, now = named("Moscow", date(1985, 3, 1)), named("Moscow")
    assert then is not None
    assert now is not None
    assert (then.key, now.key) == ("SUN", "RUS")


def test_a_body_is_no_state() -> None:
    party = named("African Union")
    assert party is not None
    assert (party.kind, party.code) == ("body", "IGO")


def test_a_groups_sector_changes_with_the_day() -> None:
    then, now = named("Taliban", date(2010, 6, 1)), named("Taliban", date(2023, 6, 1))
    assert then is not None
    assert now is not None
    assert (then.sector, now.sector) == ("REB", "GOV")


def test_the_reason_is_told() -> None:
    found = from_names(mention("Kremlin"), SPAN, DAY, ())
    assert found is not None
    assert found[1] == "seat in the catalogue"


def test_a_namesake_in_office_on_the_day_is_meant() -> None:
    father, son = named("George Bush", date(1991, 2, 1)), named("George Bush", date(2003, 3, 20))
    assert father is not None
    assert son is not None
    assert (father.key, son.key) == ("person:USA:george-h-w-bush", "person:USA:george-w-bush")


def test_two_namesakes_with_nothing_to_choose_by_are_nobody() -> None:
    assert named("George Bush", None) is None
    assert named("George Bush", date(2020, 1, 1), ("USA",)) is None


def test_a_pair_is_two_states_under_one_word() -> None:
    parties = pair_of_states(mention("US-Japan", "pair", ("USA", "JPN")), SPAN)
    assert [(p.code, p.raw, p.kind, p.span) for p in parties] == [
        ("USA", "US-Japan", "state", SPAN),
        ("JPN", "US-Japan", "state", SPAN),
    ]


def test_a_territory_is_a_state_as_a_party() -> None:
    entry = next(e for e in catalogue().entries.values() if e.kind == "territory" and e.code)
    name = next(
        n
        for found in catalogue().names.values()
        for n in found
        if n.entry_key == entry.key and n.form == "name"
    )
    assert entry_party(entry, name, "x", (SPAN, DAY)).kind == "state"


def test_an_office_is_that_of_the_day() -> None:
    now, then = person_party(PUTIN, "Putin", SPAN, DAY), person_party(PUTIN, "Putin", SPAN, date(2009, 1, 10))
    assert (now.office, now.sector, now.code) == ("President", "GOV", "RUS")
    assert then.office != "President"
    assert then.sector == "GOV"


def test_a_person_out_of_office_is_of_the_elite() -> None:
    party = person_party("person:USA:george-w-bush", "Bush", SPAN, DAY)
    assert (party.office, party.sector, party.code) == (None, "ELI", "USA")


RUSSIA = Party("Russia", "Russian", Span(0, 7), "RUS", "GOV", None, None, "RUS", "state")


def test_a_role_of_a_state() -> None:
    party = from_role(catalogue().role("troops"), "troops", SPAN, RUSSIA, DAY)
    assert (party.code, party.sector, party.raw, party.span, party.kind) == (
        "RUS",
        "MIL",
        "troops",
        SPAN,
        "role",
    )
    assert "Russia" in party.name


def test_a_role_of_nobody_has_no_code() -> None:
    party = from_role(catalogue().role("troops"), "troops", SPAN, None, DAY)
    assert (party.name, party.code, party.sector) == ("troops", None, "MIL")


def test_an_office_of_a_state_is_its_sole_holder() -> None:
    role = catalogue().role("president")
    party = from_role(role, "the president", SPAN, RUSSIA, DAY)
    assert (party.key, party.kind, party.raw, party.office) == (PUTIN, "person", "the president", "President")


def test_an_office_without_a_known_holder_stays_a_role() -> None:
    ghana = Party("Ghana", "Ghana", Span(0, 0), "GHA", "GOV", None, None, "GHA", "state")
    assert not catalogue().holders("GHA", "foreign_minister", DAY)
    party = from_role(catalogue().role("foreign minister"), "foreign minister", SPAN, ghana, DAY)
    assert (party.kind, party.code, party.sector, party.office) == ("role", "GHA", "GOV", "foreign_minister")


def test_an_office_without_a_day_names_nobody() -> None:
    assert from_role(catalogue().role("president"), "the president", SPAN, RUSSIA, None).kind == "role"


def test_a_role_in_a_group_has_the_groups_sector() -> None:
    group = Party("Hezbollah", "Hezbollah", Span(0, 0), "LBN", "REB", None, None, "group:hezbollah", "group")
    assert from_role(catalogue().role("official"), "official", SPAN, group, DAY).sector == "REB"
    assert from_role(catalogue().role("soldier"), "soldier", SPAN, group, DAY).sector == "MIL"


def test_an_office_that_several_share_names_none_of_them() -> None:
    bosnia = Party("Bosnia", "Bosnian", Span(0, 0), "BIH", "GOV", None, None, "BIH", "state")
    assert len(catalogue().holders("BIH", "head_of_state", DAY)) > 1
    party = from_role(catalogue().role("president"), "the president", SPAN, bosnia, DAY)
    assert (party.kind, party.code) == ("role", "BIH")
