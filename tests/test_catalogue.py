"""The catalogue: who is found under which name, when; and which tables are refused."""

from __future__ import annotations

import csv
import pickle
import shutil
import time
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.catalogue import OFFICES, Catalogue, Entry, Name, catalogue, load, version
from dragoman.catalogue.load import DATA
from dragoman.catalogue.people import FILES
from dragoman.catalogue.spelling import family_names, person_spellings, plain, spellings
from dragoman.errors import CatalogueError, WrongUse

STATES = [
    (row["key"], row["name"])
    for row in csv.DictReader((DATA / "states.csv").open(encoding="utf-8", newline=""))
    if row["kind"] == "state"
]


@pytest.fixture(scope="module")
def book() -> Catalogue:
    return catalogue()


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the tables, without persons, to be spoilt."""
    folder = tmp_path / "data"
    folder.mkdir()
    for path in DATA.iterdir():
        if path.suffix in (".csv", ".yaml") and path.name not in FILES:
            shutil.copy(path, folder / path.name)
    return folder


def append(folder: Path, file: str, line: str) -> int:
    """Adds a line to a table; returns its number."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    text += ("" if text.endswith("\n") else "\n") + line + "\n"
    path.write_text(text, encoding="utf-8")
    return text.count("\n")


def keys(book: Catalogue, text: str, day: date | None = None) -> list[str]:
    return [name.entry_key for name in book.named(text, day)]


def test_the_sovereign_states_are_all_there(book: Catalogue) -> None:
    today = [e for e in book.entries.values() if e.kind == "state" and e.valid_to is None]
    assert len(today) == 197  # the UN's 193, the Holy See, Palestine, Kosovo and Taiwan
    assert len(book.members("body:un")) == 193


@pytest.mark.parametrize(("key", "name"), STATES)
def test_each_state_is_found_by_its_name(book: Catalogue, key: str, name: str) -> None:
    assert book.state(name).key == key
    assert key in keys(book, name)


@pytest.mark.parametrize(
    ("form", "without"),
    [
        # Their names serve as adjectives, too.
        ("adjective", {"LIE", "SLB", "SCG"}),
        ("capital", {"VAT"}),
    ],
)
def test_each_state_has_an_adjective_and_a_capital(book: Catalogue, form: str, without: set[str]) -> None:
    named = {n.entry_key for names in book.names.values() for n in names if n.form == form}
    assert {key for key, _ in STATES} - named == without


@pytest.mark.parametrize(
    ("text", "key", "form"),
    [
        ("Russian", "RUS", "adjective"),
        ("North Koreans", "PRK", "people"),
        ("Swede", "SWE", "people"),
        ("Frenchman", "FRA", "people"),
        ("Pyongyang", "PRK", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("Kiev", "UKR", "capital"),
        ("U.S.", "USA", "abbreviation"),
        ("UK", "GBR", "abbreviation"),
        ("U.K.", "GBR", "abbreviation"),
        ("DPRK", "PRK", "abbreviation"),
        ("America", "USA", "name"),
        ("Great Britain", "GBR", "name"),
        ("Burma", "MMR", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("Cote d’Ivoire", "CIV", "name"),
        ("Turkiye", "TUR", "name"),
        ("Swaziland", "SWZ", "name"),
        ("Congolese", "COD", "adjective"),
        ("Brazzaville", "COG", "capital"),
        ("Nigerien", "NER", "adjective"),
        ("Nigerian", "NGA", "adjective"),
        ("Republic of China", "TWN", "name"),
        ("People's Republic of China", "CHN", "name"),
    ],
)
def test_names_of_states(book: Catalogue, text: str, key: str, form: str) -> None:
    assert [(n.entry_key, n.form) for n in book.names[text]] == [(key, form)]


@pytest.mark.parametrize(
    ("text", "key", "sector"),
    [
        ("Kremlin", "RUS", "GOV"),
        ("White House", "USA", "GOV"),
        ("Pentagon", "USA", "MIL"),
        ("State Department", "USA", "GOV"),
        ("Elysee", "FRA", "GOV"),
        ("Élysée", "FRA", "GOV"),
        ("Blue House", "KOR", "GOV"),
        ("Zhongnanhai", "CHN", "GOV"),
        ("Quai d'Orsay", "FRA", "GOV"),
        ("Rashtrapati Bhavan", "IND", "GOV"),
        ("Itamaraty", "BRA", "GOV"),
        ("Knesset", "ISR", "LEG"),
        ("Tatmadaw", "MMR", "MIL"),
        ("Lubyanka", "RUS", "SPY"),
    ],
)
def test_seats_of_power_stand_for_a_part_of_a_state(
    book: Catalogue, text: str, key: str, sector: str
) -> None:
    assert [(n.entry_key, n.form, n.sector) for n in book.named(text)] == [(key, "seat", sector)]


@pytest.mark.parametrize(
    "text", ["Georgia", "Jordan", "Washington", "Congo", "Victoria", "Kingston", "Korean"]
)
def test_what_is_also_something_else_wants_context(book: Catalogue, text: str) -> None:
    assert all(n.ambiguous for n in book.names[text])


def test_korea_alone_is_either(book: Catalogue) -> None:
    assert sorted(keys(book, "Korea")) == ["KOR", "PRK"]


@pytest.mark.parametrize("text", ["US", "Turkey", "Male", "Chad", "IS", "WHO"])
def test_lower_case_never_names(book: Catalogue, text: str) -> None:
    assert text in book.names
    assert text.lower() not in book.names


@pytest.mark.parametrize("text", ["US", "Turkey", "Male", "IS", "WHO"])
def test_words_that_only_count_as_written_say_so(book: Catalogue, text: str) -> None:
    assert all(n.cased for n in book.names[text])


def test_one_name_has_at_most_one_default(book: Catalogue) -> None:
    """Of the entries that share a name on some day, only one may go without the flag."""

    def overlap(one: Name, other: Name) -> bool:
        spans = []
        for name in (one, other):
            entry = book.entries[name.entry_key]
            starts = [d for d in (name.valid_from, entry.valid_from) if d]
            ends = [d for d in (name.valid_to, entry.valid_to) if d]
            spans.append((max(starts, default=date.min), min(ends, default=date.max)))
        (a, b), (c, d) = spans
        return a <= d and c <= b

    clashes = [
        (text, one.entry_key, other.entry_key)
        for text, names in book.names.items()
        for one, other in combinations([n for n in names if not n.ambiguous and n.form != "person"], 2)
        if one.entry_key != other.entry_key
        and overlap(one, other)
        # A former state and its heir share a capital; the day decides.
        and "capital" not in (one.form, other.form)
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("given", "key"),
    [("XKX", "XKX"), ("XK", "XKX"), ("KSV", "XKX"), ("Kosovo", "XKX"), (347, "XKX"), ("KOS", "XKX")],
)
def test_kosovo(book: Catalogue, given: str | int, key: str) -> None:
    assert book.state(given).key == key


@pytest.mark.parametrize(
    ("given", "day", "key"),
    [
        (365, None, "RUS"),
        (365, date(1985, 1, 1), "SUN"),
        (260, None, "DEU"),
        (260, date(1970, 1, 1), "GFR"),
        (345, None, "SRB"),
        (345, date(1995, 1, 1), "YUG"),
        (678, date(1980, 1, 1), "YAR"),
        (817, date(1970, 1, 1), "RVN"),
        ("ROK", None, "KOR"),
        ("UKG", None, "GBR"),
        ("RS", None, "SRB"),  # ISO before FIPS, where RS is Russia
        ("RP", None, "PHL"),  # FIPS only
        ("GRL", None, "GRL"),
        ("Falklands", None, "FLK"),
        ("Zaire", None, "COD"),
        ("prk", None, "PRK"),
    ],
)
def test_codes_of_other_data(book: Catalogue, given: str | int, day: date | None, key: str) -> None:
    assert book.state(given, day).key == key


def test_an_unknown_state_names_the_nearest(book: Catalogue) -> None:
    with pytest.raises(WrongUse, match="Did you mean Russia"):
        book.state("Rusia")
    with pytest.raises(WrongUse):
        book.state("Hamas")


@pytest.mark.parametrize(
    ("text", "day", "key"),
    [
        ("Moscow", date(1980, 1, 1), "SUN"),
        ("Moscow", date(2020, 1, 1), "RUS"),
        ("Moscow", None, "RUS"),
        ("Bonn", date(1980, 1, 1), "GFR"),
        ("Soviet", date(2025, 10, 28), "SUN"),
        ("Serbia", date(1999, 4, 1), "SRB"),
        ("Aden", date(1980, 1, 1), "YMD"),
    ],
)
def test_names_hold_in_their_time_but_are_never_lost(
    book: Catalogue, text: str, day: date | None, key: str
) -> None:
    assert keys(book, text, day) == [key]


@pytest.mark.parametrize(
    ("key", "day", "sector"),
    [
        ("group:taliban", date(1998, 1, 1), "GOV"),
        ("group:taliban", date(2010, 1, 1), "REB"),
        ("group:taliban", date(2021, 8, 14), "REB"),
        ("group:taliban", date(2021, 8, 15), "GOV"),
        ("group:taliban", None, "GOV"),
        ("group:hts", date(2024, 12, 7), "REB"),
        ("group:rsf-sudan", date(2023, 4, 15), "REB"),
        ("group:fmln", date(1989, 11, 11), "REB"),
        ("group:hamas", date(2023, 10, 7), "REB"),
    ],
)
def test_sectors_change_with_the_day(book: Catalogue, key: str, day: date | None, sector: str) -> None:
    assert book.sector(key, day) == sector


def test_the_names_of_a_group_carry_the_sector_of_the_day(book: Catalogue) -> None:
    assert [n.sector for n in book.named("Taliban", date(2015, 6, 1))] == ["REB"]
    assert [n.sector for n in book.named("Taliban", date(2023, 6, 1))] == ["GOV"]


@pytest.mark.parametrize(
    ("text", "key", "code", "sector"),
    [
        ("UN", "body:un", "UNO", None),
        ("U.N.", "body:un", "UNO", None),
        ("IAEA", "body:iaea", "UNO", None),
        ("NATO", "body:nato", "IGO", "MIL"),
        ("Nato", "body:nato", "IGO", "MIL"),
        ("European Commission", "body:eu-commission", "EUR", "GOV"),
        ("ICC", "body:icc", "IGO", "JUD"),
        ("ICJ", "body:icj", "UNO", "JUD"),
        ("Red Cross", "body:red-cross", "NGO", "MED"),
        ("Western", "loose:west", None, None),
        ("international community", "loose:international-community", None, None),
        ("KCNA", "agency:kcna", "PRK", "JRN"),
        ("Al Jazeera", "agency:al-jazeera", "QAT", "JRN"),
        ("Yonhap", "agency:yonhap", "KOR", "JRN"),
        ("AFP", "agency:afp", "FRA", "JRN"),
        ("Hezbollah", "group:hezbollah", "LBN", "REB"),
        ("al-Shabaab", "group:al-shabab", "SOM", "REB"),
        ("Al Shabaab", "group:al-shabab", "SOM", "REB"),
        ("Islamic State", "group:isis", "IMG", "REB"),
        ("Al-Qaeda", "group:al-qaida", "IMG", "REB"),
        ("Wagner Group", "group:wagner", "RUS", "PRM"),
        ("Palestinian Authority", "group:palestinian-authority", "PSE", "GOV"),
        ("CIA", "service:cia", "USA", "SPY"),
        ("IDF", "service:idf", "ISR", "MIL"),
        ("Revolutionary Guards", "service:islamic-revolutionary-guard-corps", "IRN", "MIL"),
        ("Mossad", "service:mossad", "ISR", "SPY"),
        ("Abkhazia", "abkhazia", "GEO", "PRE"),
        ("Western Sahara", "ESH", "ESH", "PRE"),
        ("Crimea", "region:crimea", "UKR", None),
        ("Strait of Hormuz", "region:strait-of-hormuz", None, None),
    ],
)
def test_what_is_no_state(book: Catalogue, text: str, key: str, code: str | None, sector: str | None) -> None:
    names = [n for n in book.named(text) if not n.ambiguous]
    entry = book.entries[names[0].entry_key]
    assert (entry.key, entry.code, entry.sector) == (key, code, sector)


def test_members_hold_on_a_day(book: Catalogue) -> None:
    assert book.members("body:unsc", date(2020, 1, 1)) == ("CHN", "FRA", "GBR", "RUS", "USA")
    assert "GBR" in book.members("body:eu", date(2020, 1, 31))
    assert "GBR" not in book.members("body:eu", date(2020, 2, 1))
    assert len(book.members("body:eu")) == 27
    assert len(book.members("body:nato")) == 32
    assert len(book.members("body:nato", date(2022, 2, 24))) == 30
    assert book.members("body:oecd") == ()
    with pytest.raises(WrongUse, match="body:nato"):
        book.members("body:natto")


@pytest.mark.parametrize(
    ("lemma", "sector", "what", "office"),
    [
        ("foreign minister", "GOV", "office", "foreign_minister"),
        ("Foreign Secretary", "GOV", "office", "foreign_minister"),
        ("president", "GOV", "office", "head_of_state"),
        ("premier", "GOV", "office", "head_of_government"),
        ("defence ministry", "MIL", "organ", None),
        ("foreign ministry", "GOV", "organ", None),
        ("soldier", "MIL", "person", None),
        ("lawmaker", "LEG", "person", None),
        ("central bank", "GOV", "organ", None),
        ("intelligence agency", "SPY", "organ", None),
        ("rebel", "REB", "person", None),
        ("refugee", "REF", "person", None),
        ("protester", "CVL", "person", None),
        ("opposition leader", "OPP", "office", "opposition_leader"),
        ("state media", "JRN", "organ", None),
        ("secretary general", "GOV", "office", "secretary_general"),
    ],
)
def test_roles(book: Catalogue, lemma: str, sector: str, what: str, office: str | None) -> None:
    role = book.role(lemma)
    assert role is not None
    assert (role.sector, role.what, role.office) == (sector, what, office)


def test_nouns_without_a_role_have_none(book: Catalogue) -> None:
    assert book.role("sanction") is None
    assert book.role("war") is None
    assert len(book.roles) > 1000
    assert {r.office for r in book.roles.values() if r.office} <= set(OFFICES)
    assert book.modifiers["former"] == "ELI"


def test_scan_lengths_cover_every_name(book: Catalogue) -> None:
    for text in book.names:
        first, *rest = text.split(" ")
        assert book.first_words[first] >= len(rest) + 1, text
        assert "" not in rest, text


# Persons: written by hand, so that the tables of leaders may change.


def with_people(folder: Path, *rows: str) -> Catalogue:
    head = "state,office,title,name,aliases,from,to,source"
    (folder / "leaders.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return load(folder)


def test_tables_of_persons_may_be_absent_or_empty(tables: Path) -> None:
    assert not [e for e in load(tables).entries.values() if e.kind == "person"]
    (tables / "leaders.csv").write_text("", encoding="utf-8")
    (tables / "ministers.csv").write_text(
        "state,office,title,name,aliases,from,to,source\n", encoding="utf-8"
    )
    assert load(tables).surnames == {}


def test_terms_hold_in_their_time(tables: Path) -> None:
    book = with_people(
        tables,
        "USA,head_of_state,President,Donald Trump,Donald J. Trump;Trump,2017-01-20,2021-01-20,x",
        "USA,head_of_state,President,Joe Biden,Joseph Biden,2021-01-20,2025-01-20,x",
        "USA,head_of_state,President,Donald Trump,,2025-01-20,,x",
        "RUS,foreign_minister,Foreign Minister,Sergei Lavrov,Sergey Lavrov,2004-03,,x",
    )
    trump = book.named("Donald J. Trump")[0].entry_key
    assert [t.office for t in book.terms_of(trump, date(2018, 1, 1))] == ["head_of_state"]
    assert book.terms_of(trump, date(2023, 1, 1)) == ()
    assert len(book.terms_of(trump)) == 2
    assert book.sector(trump, date(2018, 1, 1)) == "GOV"
    assert book.sector(trump, date(2023, 1, 1)) == "ELI"
    assert book.sector(trump, date(2010, 1, 1)) is None
    assert [t.person for t in book.holders("USA", "head_of_state", date(2023, 1, 1))] == ["Joe Biden"]
    assert [t.person for t in book.holders("RUS", "foreign_minister", date(2004, 3, 1))] == ["Sergei Lavrov"]
    assert book.holders("RUS", "foreign_minister", date(2004, 2, 29)) == ()
    assert book.surnames["Trump"] == (trump,)
    assert "Trump" not in book.names


def test_one_person_in_two_rows_is_one(tables: Path) -> None:
    book = with_people(
        tables,
        "PRK,foreign_minister,Foreign Minister,Choe Son Hui,,2022-06-11,,x",
        "PRK,other,Vice Minister,Choe Son-hui,,2016,2022-06,x",
        "GBR,head_of_government,Prime Minister,Boris Johnson,,2019-07-24,2022-09-06,x",
        "GBR,foreign_minister,Minister,Alexander Boris Johnson,Boris Johnson,2016-07-13,2018-07-09,x",
        "PRT,head_of_government,Prime Minister,José Manuel Barroso,Durão Barroso,2002-04-06,2004-07-17,x",
        "EU,commission_president,Head,Jose Manuel Durao Barroso,Jose Manuel Barroso,2004-11,2014-10,x",
        "NOR,head_of_government,Prime Minister,Jens Stoltenberg,,2005-10-17,2013-10-16,x",
        "NATO,secretary_general,Secretary General,Jens Stoltenberg,,2014-10-01,2024-09-30,x",
    )
    for text, count in (
        ("José Manuel Barroso", 2),
        ("Choe Son Hui", 2),
        ("Boris Johnson", 2),
        ("Jens Stoltenberg", 2),
    ):
        (name,) = book.named(text)
        assert len(book.terms_of(name.entry_key)) == count, text
    assert book.entries["person:NOR:jens-stoltenberg"].code == "IGO"
    assert [t.person for t in book.holders("body:nato", "secretary_general", date(2020, 1, 1))] == [
        "Jens Stoltenberg"
    ]


def test_korean_names_are_met_in_every_spelling(tables: Path) -> None:
    book = with_people(tables, "PRK,foreign_minister,Foreign Minister,Choe Son Hui,,2022-06-11,,x")
    found = {book.names[text][0].entry_key for text in ("Choe Son Hui", "Choe Son-hui")}
    assert found == {"person:PRK:choe-son-hui"}
    assert "Choe" in book.surnames
    assert "Hui" not in book.surnames


@pytest.mark.parametrize(
    ("name", "state", "has", "has_not"),
    [
        ("Xi Jinping", "CHN", "Xi", "Jinping"),
        ("Kim Jong Un", "PRK", "Kim", "Un"),
        ("Nguyen Phu Trong", "VNM", "Trong", "Phu"),
        ("Viktor Orbán", "HUN", "Orban", "Viktor"),
        ("Shinzo Abe", "JPN", "Abe", "Shinzo"),
        ("Bashar al-Assad", "SYR", "Assad", "Bashar"),
        ("Charles de Gaulle", "FRA", "de Gaulle", "Charles"),
        ("von der Leyen", "DEU", "Leyen", "der Leyen"),
        ("Andrés Manuel López Obrador", "MEX", "Lopez Obrador", "Manuel"),
        ("Abiy Ahmed", "ETH", "Abiy", "Abiy Ahmed"),
        ("Recep Tayyip Erdoğan", "TUR", "Erdogan", "Recep"),
    ],
)
def test_family_names(name: str, state: str, has: str, has_not: str) -> None:
    found = family_names(name, state)
    assert has in found
    assert has_not not in found


def test_spellings() -> None:
    assert "Côte d’Ivoire" in list(spellings("Côte d'Ivoire"))
    assert "Cote d'Ivoire" in list(spellings("Côte d'Ivoire"))
    assert list(spellings("Russia")) == ["Russia"]
    assert "Moon Jae-in" in list(person_spellings("Moon Jae In", "KOR"))
    assert plain("Türkiye") == "Turkiye"


# Tables that contradict themselves are refused, with file and line.


@pytest.mark.parametrize(
    ("file", "line", "what"),
    [
        ("names.csv", "Ruritania,RUR,name,,,,,x", "no entry 'RUR'"),
        ("names.csv", "Soviet,SUN,adjectif,,,,,x", "no form 'adjectif'. Did you mean adjective"),
        ("names.csv", "Red Square,RUS,seat,GVO,,,,x", "no sector 'GVO'. Did you mean GOV"),
        ("names.csv", "Leningrad,SUN,name,,1991-01-01,1924-01-26,,x", "before it starts"),
        ("names.csv", "Leningrad,SUN,name,,1991-13-01,,,x", "no date"),
        ("names.csv", "Kremlin,RUS,seat,GOV,,,,x", "names RUS twice"),
        ("names.csv", "Red Square,RUS,seat,GOV,,,loud,x", "no flag"),
        ("names.csv", "Red Square,RUS,seat", "3 cells under 8 columns"),
        ("states.csv", "RUR,Ruritania,RUR,RUR,FR,,,,RUR,,state,RUR,,,,,x", "iso2 FR is FRA's already"),
        ("states.csv", "FRA,Ruritania,RUR,RUR,,,,,,,state,RUR,,,,,x", "the key FRA is taken"),
        ("states.csv", "RUR,Ruritania,RUR,,,365,,,,,state,RUR,,2000-01-01,,,x", "cow 365 is RUS's already"),
        ("states.csv", "RUR,Ruritania,RUR,,,,,,,,planet,RUR,,,,,x", "neither state nor territory"),
        ("agencies.csv", "Zenda Times,RUR,JRN,,x", "no state 'RUR'"),
        ("services.csv", "Black Guard,RUS,GUARD,,,,x", "no sector 'GUARD'"),
        ("regions.csv", "Zenda,region,RUR,,,,x", "no state 'RUR'"),
        ("regions.csv", "Zenda,region,RUS,north,,,x", "no degrees"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tables: Path, file: str, line: str, what: str) -> None:
    number = append(tables, file, line)
    with pytest.raises(CatalogueError) as caught:
        load(tables)
    assert str(caught.value).startswith(f"{file}:{number}: ")
    assert what in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("file", "line", "what"),
    [
        ("bodies.yaml", "- {key: zenda, name: Zenda Pact, code: XXX, source: x}", "no code 'XXX'"),
        ("bodies.yaml", "- {key: zenda, name: Zenda Pact, source: x}", "a body needs a code"),
        ("bodies.yaml", "- {key: zenda, name: Zenda Pact, code: IGO}", "has no source"),
        (
            "bodies.yaml",
            "- {key: zenda, name: Zenda Pact, code: IGO, source: x, members: RUS RUR}",
            "no state 'RUR'",
        ),
        ("groups.yaml", "- {key: zenda, name: Zenda Front, country: RUS, source: x}", "has no sector"),
        (
            "groups.yaml",
            "- {key: zenda, name: Zenda Front, country: RUR, sector: REB, source: x}",
            "no code 'RUR'",
        ),
        (
            "groups.yaml",
            "- {key: z, name: Z, country: RUS, source: x, sectors: [{sector: GVO}]}",
            "no sector",
        ),
        (
            "groups.yaml",
            "- {key: z, name: Z, country: RUS, sector: REB, source: x, from: 2000, to: 1999}",
            "before",
        ),
        ("groups.yaml", "- {key: hamas, name: Hamas, country: PSE, sector: REB, source: x}", "is taken"),
    ],
)
def test_a_wrong_item_is_refused(tables: Path, file: str, line: str, what: str) -> None:
    number = append(tables, file, line)
    with pytest.raises(CatalogueError) as caught:
        load(tables)
    assert str(caught.value).startswith(f"{file}:{number}: ")
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("RUS,tsar,Tsar,Rudolf Elphberg,,1890,,x", "no office 'tsar'"),
        ("RUR,head_of_state,King,Rudolf Elphberg,,1890,,x", "no state or body 'RUR'"),
        ("RUS,head_of_state,President,Rudolf Elphberg,,1999-05,1999-04,x", "before it starts"),
        ("RUS,head_of_state,President,Rudolf Elphberg,,soon,,x", "no date"),
        ("RUS,head_of_state,President,,,1999,,x", "needs a name"),
    ],
)
def test_a_wrong_term_is_refused(tables: Path, row: str, what: str) -> None:
    with pytest.raises(CatalogueError, match=what) as caught:
        with_people(tables, row)
    assert str(caught.value).startswith("leaders.csv:2: ")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("  GOV: [official,", "  GOV: [official, soldier,", "'soldier' stands twice: GOV and MIL"),
        ("  GOV: [official,", "  GVO: [official,", "no sector 'GVO'"),
        ("  head_of_state:", "  head_of_stat:", "no office 'head_of_stat'"),
    ],
)
def test_a_wrong_role_is_refused(tables: Path, old: str, new: str, what: str) -> None:
    path = tables / "roles.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=what) as caught:
        load(tables)
    assert str(caught.value).split(":")[1].isdigit()


def test_yaml_that_does_not_parse_is_refused_with_its_line(tables: Path) -> None:
    number = append(tables, "bodies.yaml", "- {key: zenda, name: [}")
    with pytest.raises(CatalogueError, match=rf"bodies.yaml:{number}: "):
        load(tables)


def test_a_missing_table_is_named(tables: Path) -> None:
    (tables / "names.csv").unlink()
    with pytest.raises(CatalogueError, match=r"names.csv: the file is missing"):
        load(tables)


def test_the_version_follows_the_content(tables: Path) -> None:
    before = version(tables)
    assert version(tables) == before == load(tables).version
    append(tables, "names.csv", "Red Square,RUS,seat,GOV,,,,x")
    assert version(tables) != before


def test_every_row_has_a_source() -> None:
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                assert row["source"], f"{path.name}:{number}"


def test_reading_all_of_it_is_quick() -> None:
    """A generous bound on a slow machine: what is meant is a fraction of a second."""
    start = time.process_time()
    load(DATA)
    assert time.process_time() - start < 2.0


def test_entries_are_frozen(book: Catalogue) -> None:
    entry = book.entries["FRA"]
    assert isinstance(entry, Entry)
    with pytest.raises(AttributeError):
        entry.name = "Gaul"  # type: ignore[misc]
