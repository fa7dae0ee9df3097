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
