"""The record task: which record answers which, each slot right or wrong, and the line that is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import GoldError
from dragoman.score import Item, find_task
from dragoman.score.record import score_report

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("*.json"))


def gold(**other: Any) -> dict[str, Any]:
    """A gold record: Russia meets North Korea on a day."""
    made: dict[str, Any] = {
        "id": "G1", "trigger": "met", "span": [10, 13], "event": ["CONSULT"], "mode": [],
        "actor": ["RUS"], "recipient": ["PRK"], "symmetric": False, "date": ["2025-10-27", "2025-10-27"],
        "status": "occurred", "background": False, "attribution": [], "quantity": [], "place": None,
        "link": None, "note": None,
    }  # fmt: skip
    return made | other


def coded(**other: Any) -> dict[str, Any]:
    """A record that says just what the gold record says."""
    made: dict[str, Any] = {
        "id": "r1", "event": ["CONSULT"], "actor": [{"code": "RUS"}], "recipient": [{"code": "PRK"}],
        "date": "2025-10-27", "enddate": "2025-10-27", "status": "occurred", "attribution": [],
        "quantity": [], "event_loc": None, "link": [],
        "evidence": {"text": "He met her.", "sentence": [0, 40], "trigger": [10, 13]},
    }  # fmt: skip
    return made | other


def line(golds: list[dict[str, Any]], records: list[dict[str, Any]]) -> str:
    return score_report(golds, records)[1].line()


def test_all_right() -> None:
    assert line([gold()], [coded()]) == "core=1/1 full=1/1 slots=6/6 spurious=0"


def test_nothing_coded() -> None:
    table, tally = score_report([gold()], [])
    assert tally.line() == "core=0/1 full=0/1 slots=0/6 spurious=0"
    assert table[0].endswith("wrong: event actors date status attribution quantity")


@pytest.mark.parametrize(
    ("other", "wrong"),
    [
        ({"actor": [{"code": "USA"}]}, "actors"),
        ({"recipient": [{"code": None}]}, "actors"),
        ({"date": "2025-10-26"}, "date"),
        ({"enddate": "2025-10-28"}, "date"),
        ({"date": None}, "date"),
        ({"status": "planned"}, "status"),
    ],
)
def test_a_wrong_slot_is_named(other: dict[str, Any], wrong: str) -> None:
    table, tally = score_report([gold()], [coded(**other)])
    assert table[0].endswith(f"wrong: {wrong}")
    assert (tally.right, tally.slots, tally.full) == (5, 6, 0)


def test_another_type_or_another_sentence_answers_nothing() -> None:
    elsewhere = {"text": "", "sentence": [50, 90], "trigger": [60, 63]}
    for other in ({"event": ["AID"]}, {"evidence": elsewhere}):
        assert line([gold()], [coded(**other)]) == "core=0/1 full=0/1 slots=0/6 spurious=1"


def test_each_record_answers_once_and_the_better_one_wins() -> None:
    beside = coded(id="r2", evidence={"text": "", "sentence": [0, 40], "trigger": [20, 24]})
    assert line([gold()], [beside, coded()]) == "core=1/1 full=1/1 slots=6/6 spurious=1"


def test_symmetric_sides_may_stand_in_either_slot() -> None:
    both = coded(actor=[{"code": "PRK"}, {"code": "RUS"}], recipient=[])
    assert line([gold(symmetric=True)], [both]).startswith("core=1/1")
    more = coded(actor=[{"code": "PRK"}, {"code": "RUS"}, {"code": "CHN"}], recipient=[])
    assert line([gold(symmetric=True)], [more]).startswith("core=0/1")


def test_other_readings_count() -> None:
    assert line([gold(recipient_alt=[["CHN"]])], [coded(recipient=[{"code": "CHN"}])]).startswith("core=1/1")
    assert line([gold(status_alt=["planned"])], [coded(status="planned")]).startswith("core=1/1 full=1/1")


def test_a_doer_not_named_and_any_group_of_states() -> None:
    victims = coded(actor=[], recipient=[{"code": "PRK"}])
    assert line([gold(actor=["UNK"])], [victims]).startswith("core=1/1")
    assert line([gold(actor=["UNK"])], [coded(recipient=[])]).startswith("core=0/1")
    assert line([gold(actor=["WEST"])], [coded(actor=[{"code": None}])]).startswith("core=1/1")
    assert line([gold(actor=["WEST"])], [victims]).startswith("core=0/1")


def test_several_recipients_must_all_be_there() -> None:
    want = gold(recipient=["PRK", "CHN"])
    assert line([want], [coded()]).startswith("core=0/1")
    assert line([want], [coded(recipient=[{"code": c} for c in ("PRK", "CHN", "IRN")])]).startswith(
        "core=1/1"
    )


def test_an_open_past_is_no_matter_how_far_back() -> None:
    want = gold(date=[None, "2025-10-28"])
    assert line([want], [coded(date=None, enddate="2025-10-28")]).startswith("core=1/1")
    assert line([want], [coded(date="2022-10-28")]).startswith("core=1/1")
    assert line([want], [coded(date="2022-10-27")]).startswith("core=0/1")


def test_sources_by_whole_words() -> None:
    want = gold(attribution=[{"text": "US", "aliases": ["Washington"]}])
    for name, right in (("Russia", 0), ("US officials", 1), ("washington", 1)):
        said = [{"source": {"entity_text": None, "raw_text": name}}]
        assert score_report([want], [coded(attribution=said)])[1].full == right, name


def test_figures_by_their_bounds_or_by_what_they_count() -> None:
    want = gold(quantity=[{"item": "killed", "low": 600, "high": None}, {"item": "artillery shells"}])
    figures = [{"item": "dead", "low": 600, "high": None}, {"item": "shell", "low": None, "high": None}]
    assert score_report([want], [coded(quantity=figures)])[1].full == 1
    assert score_report([want], [coded(quantity=figures[:1])])[1].full == 0


def test_place_and_link_count_only_where_the_gold_has_them() -> None:
    other = gold(
        id="G2",
        span=[60, 65],
        link={"type": "denies", "to": "G1"},
        place={"name": "Kremlin", "country": "RUS"},
    )
    denial = coded(
        id="r2",
        evidence={"text": "", "sentence": [50, 90], "trigger": [60, 65]},
        event_loc={"resolved_place": "The Kremlin", "country_code": None},
        link=[{"type": "denies", "to": "r1"}],
    )
    assert line([gold(), other], [coded(), denial]) == "core=2/2 full=2/2 slots=14/14 spurious=0"
    astray = denial | {"link": [{"type": "denies", "to": "r9"}]}
    assert line([gold(), other], [coded(), astray]) == "core=2/2 full=1/2 slots=13/14 spurious=0"


def test_optional_records_are_neither_asked_for_nor_spurious() -> None:
    assert line([gold(optional=True)], [coded()]) == "core=0/0 full=0/0 slots=0/0 spurious=0"
    assert line([gold(note="optional: an aside")], []) == "core=0/0 full=0/0 slots=0/0 spurious=0"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_records_made_of_the_gold_are_all_right(path: Path) -> None:
    golds = json.loads(path.read_text(encoding="utf-8"))["records"]
    table, tally = score_report(golds, [_perfect(one) for one in golds])
    assert tally.full == tally.core == tally.gold, table
    assert tally.spurious == 0


def _perfect(want: dict[str, Any]) -> dict[str, Any]:
    """A record that answers a gold record in every slot."""
    place, link = want["place"], want["link"]
    return {
        "id": want["id"],
        "event": want["event"][:1],
        "actor": [{"code": code} for code in want["actor"] if code != "UNK"],
        "recipient": [{"code": code} for code in want["recipient"]],
        "date": want["date"][0],
        "enddate": want["date"][1],
        "status": want["status"],
        "attribution": [{"source": {"entity_text": one["text"]}} for one in want["attribution"]],
        "quantity": [{"low": None, "high": None} | one for one in want["quantity"]],
        "event_loc": {"resolved_place": place["name"], "country_code": place["country"]} if place else None,
        "link": [link] if link else [],
        "evidence": {"text": want["trigger"], "sentence": want["span"], "trigger": want["span"]},
    }


def test_the_text_is_looked_for_beside_the_gold(tmp_path: Path) -> None:
    told = {"report": "story.txt", "published": "2025-10-28", "records": [gold()]}
    (tmp_path / "story.json").write_text(json.dumps(told))
    with pytest.raises(GoldError, match=r"story\.txt"):
        list(find_task("record").read(tmp_path / "story.json"))
    (tmp_path / "story.txt").write_text("He met her.")
    (item,) = find_task("record").read(tmp_path / "story.json")
    assert item.given == {"report": str(tmp_path / "story.txt"), "published": "2025-10-28"}
    (tmp_path / "story.json").write_text(json.dumps({"report": "story.txt"}))
    assert next(find_task("record").read(tmp_path / "story.json")).gold is None


def test_several_reports_are_summed() -> None:
    items = [Item(name, {}, [gold()], name) for name in ("one", "two")]
    figures = find_task("record").measure([(items[0], [coded()]), (items[1], [])])
    assert figures.lines[-1] == "core=1/2 full=1/2 slots=6/12 spurious=0"
    assert figures.values["core"] == 0.5
