"""Place names resolved: our own tables, the gazetteer, and context."""

from dataclasses import replace

import pytest

from dragoman.link.choosing import Toponym, choose
from dragoman.link.gazetteer import cities, divisions, fold
from dragoman.link.places import places, resolve_toponyms
from dragoman.model import Mention, Place
from tests.build import sentence


def _resolve(text: str, *names: str) -> list[Place]:
    return resolve_toponyms(text, [(text.index(name), text.index(name) + len(name)) for name in names])


def test_a_capital_has_its_place_on_the_map() -> None:
    (found,) = _resolve("They met in Beijing.", "Beijing")
    assert (found.country, found.resolution, found.geonameid) == ("CHN", "capital", 1816670)
    assert found.latitude == pytest.approx(39.9, abs=0.1)


def test_old_names_lead_to_the_same_place() -> None:
    old, new = _resolve("Kiev is Kyiv.", "Kiev"), _resolve("Kyiv is Kiev.", "Kyiv")
    assert old[0].geonameid == new[0].geonameid


def test_the_phrase_decides() -> None:
    assert _resolve("A fair in Paris, Texas, opened.", "Paris")[0].country == "USA"
    assert _resolve("A fair in Paris opened.", "Paris")[0].country == "FRA"


def test_a_town_follows_the_state_that_the_text_names() -> None:
    assert _resolve("A fire in Hyderabad was put out.", "Hyderabad")[0].country == "IND"
    found = _resolve("Pakistan said that a fire in Hyderabad was put out.", "Pakistan", "Hyderabad")
    assert [p.country for p in found] == ["PAK", "PAK"]


def test_a_capital_outweighs_its_namesakes_abroad() -> None:
    found = _resolve("Canada sent a minister to London.", "Canada", "London")
    assert [p.country for p in found] == ["CAN", "GBR"]


def test_words_in_small_letters_are_no_places() -> None:
    found = _resolve("The towns of the council near Windhoek fell.", "towns", "council", "Windhoek")
    assert [p.country for p in found] == [None, None, "NAM"]


def test_a_state_of_a_federation_is_not_the_whole() -> None:
    assert _resolve("A fair in Gainesville, Va., opened.", "Gainesville")[0].latitude == pytest.approx(
        38.8, abs=0.1
    )
    assert _resolve("A fair in Parkland, Florida, opened.", "Parkland")[0].latitude == pytest.approx(
        26.3, abs=0.1
    )


@pytest.mark.parametrize(
    "text",
    [
        "Buffalo, New York, froze.",
        "New Mexico, New York, Maine and Utica froze.",
        "New York Gov. Doe flew to Utica.",
    ],
)
def test_a_name_in_line_is_the_subdivision(text: str) -> None:
    names = [name for name in ("Buffalo", "New Mexico", "New York", "Maine", "Utica") if name in text]
    found = next(p for p in _resolve(text, *names) if p.extracted.startswith("New York"))
    assert found.feature == "A"


def test_washington_of_the_west_is_a_state() -> None:
    assert _resolve("CAMP DOE, Wash. - It rained.", "Wash.")[0].feature == "A"
    assert _resolve("A Washington state farm closed.", "Washington")[0].feature == "A"
    assert _resolve("Washington denied it.", "Washington")[0].resolution == "capital"


def test_initials_stand_for_a_state_of_the_text() -> None:
    found = _resolve("Trinidad and Tobago voted. T&T abstained.", "Trinidad and Tobago", "T&T")
    assert [p.country for p in found] == ["TTO", "TTO"]
    assert _resolve("T&T abstained.", "T&T")[0].country is None


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Java", -7.06, 110.1),
        ("the Gulf", 27.0, 51.0),
        ("Pacific", -5.0, -150.0),
        ("European Union", 48.7, 9.1),
    ],
)
def test_wide_places_have_a_point(name: str, latitude: float, longitude: float) -> None:
    (found,) = _resolve(f"A storm crossed {name} today.", name)
    assert (found.latitude, found.longitude) == (latitude, longitude)


def test_the_article_before_a_name_counts() -> None:
    text = "A storm crossed the Gulf."
    assert resolve_toponyms(text, [(20, 24)])[0].resolved == "Persian Gulf"


def test_adjectives_of_regions() -> None:
    found = _resolve("Sicilian and Kurdish cooks met.", "Sicilian", "Kurdish")
    assert (found[0].country, found[1].resolved) == ("ITA", "Kurdistan")


def test_an_arabic_name_without_its_article() -> None:
    assert _resolve("They fled to Qamishli.", "Qamishli")[0].country == "SYR"


def test_an_old_name_yields_to_the_town_of_today() -> None:
    found = _resolve("In the English city of Salisbury it rained.", "Salisbury")
    assert found[0].country == "GBR"


def test_common_words_place_no_building() -> None:
    text = "Police met at City Hall in Windhoek."
    assert _resolve(text, "City Hall", "Windhoek")[0].country == "NAM"


def test_an_unknown_name_is_not_invented() -> None:
    (found,) = _resolve("They met in Qqwxyz.", "Qqwxyz")
    assert (found.country, found.latitude, found.geonameid, found.resolution) == (None, None, None, "unknown")


def test_an_unknown_building_lies_where_its_name_says() -> None:
    (found,) = _resolve("They met at Windhoek Hall.", "Windhoek Hall")
    assert (found.country, found.resolution, found.geonameid) == ("NAM", "within Windhoek", None)


def test_names_in_capitals_are_the_same_names() -> None:
    assert _resolve("RUSSIA: the talks", "RUSSIA")[0].country == "RUS"


def test_our_own_tables_need_no_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr("dragoman.link.choosing.senses", refuse)
    found = choose([Toponym("Beijing"), Toponym("Russia"), Toponym("Crimea")])
    assert [s.country for s in found if s is not None] == ["CHN", "RUS", "UKR"]


def test_folding_forgives_spelling() -> None:
    assert fold("Khān Yūnis") == fold("Khan Yunis")
    assert cities("Khan Yunis")[0].country == "PSE"
    assert cities("Ludwigshafen")[0].country == "DEU"
    assert divisions("Texas")[0].code == "US-TX"


def test_the_step_takes_places_and_leaves_parties() -> None:
    one = sentence(
        "Putin/NNP/nsubj/1 met/VBD/ROOT/1 Choe/NNP/dobj/1 at/IN/prep/1 the/DT/det/5 Kremlin/NNP/pobj/3"
    )
    mentions = (
        Mention(0, 0, 1, 0, "name", "Putin", ("putin",), "PERSON", "surname"),
        Mention(0, 5, 6, 5, "name", "Kremlin", ("RUS",), "FAC", "seat"),
    )
    (found,) = places.function((one,), mentions, ())
    assert (found.extracted, found.country, found.feature, found.head) == ("Kremlin", "RUS", "S", 5)


def test_a_town_that_the_model_took_for_a_person() -> None:
    one = sentence("Police/NNS/nsubj/1 met/VBD/ROOT/1 in/IN/prep/1 Leposavic/NNP/pobj/2")
    tokens = (*one.tokens[:3], one.tokens[3]._replace(ent="PERSON"))
    (found,) = places.function((replace(one, tokens=tokens),), (), ())
    assert (found.extracted, found.country) == ("Leposavic", "XKX")


def test_a_seat_that_speaks_is_no_place() -> None:
    one = sentence("The/DT/det/1 Kremlin/NNP/nsubj/2 denied/VBD/ROOT/2 it/PRP/dobj/2")
    mentions = (Mention(0, 1, 2, 1, "name", "Kremlin", ("RUS",), "ORG", "seat"),)
    assert places.function((one,), mentions, ()) == ()
