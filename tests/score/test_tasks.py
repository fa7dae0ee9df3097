"""How a task's file is read, and the figures of times, attributions and places."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import GoldError, WrongUse
from dragoman.score import Item, find_task, tasks
from dragoman.score.task import _TASKS, Figures, lines_of, register


@pytest.fixture
def made_up_task() -> Iterator[str]:
    """A task that lives for one test: what it takes to add one."""

    @register("words", "how many words", given=("text",), may=("title",), gold=("count",))
    def words(pairs: Any) -> Figures:
        right = sum(item.gold["count"] == line[0]["count"] for item, line in pairs)
        return Figures((f"right {right}",), {"right": right})

    yield "words"
    del _TASKS["words"]


def test_adding_a_task_is_one_function(made_up_task: str, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl.gz"
    rows = [{"id": 7, "text": "a b", "count": 2, "secret": 1}, {"text": "c", "title": None, "count": None}]
    path.write_bytes(gzip.compress("\n\n".join(map(json.dumps, rows)).encode()))
    first, second = find_task(made_up_task).read(path)
    assert (first.id, dict(first.given), first.gold) == ("7", {"text": "a b"}, {"count": 2})
    assert (dict(second.given), second.gold) == ({"text": "c"}, None)
    assert find_task(made_up_task).measure([(first, [{"count": 2}])]).values == {"right": 1}


def test_an_unknown_task_names_those_that_there_are() -> None:
    with pytest.raises(WrongUse, match=r"no task 'recrod'; there are .*record.*Did you mean record\?"):
        find_task("recrod")
    assert [task.name for task in tasks()] == sorted(task.name for task in tasks())


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("set.jsonl", b'{"text": "a"}\n{"text": \n', "set.jsonl:2: not JSON"),
        ("set.jsonl", b'{"text": "a"}\n[1]\n', "set.jsonl:2: not a JSON object"),
        ("set.jsonl", b'{"title": "a"}\n', "set.jsonl:1: no 'text'"),
        ("set.jsonl.gz", b"no gzip", "cannot be read"),
        ("set.jsonl", b"\xff\xfe", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError, match=told):
        list(find_task("times").read(tmp_path / name))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="No such file"):
        list(lines_of(tmp_path / "none.jsonl"))


def test_json_is_read_as_one_object_or_a_list(tmp_path: Path) -> None:
    for content in ('{"text": "a"}', '[{"text": "a"}]'):
        (tmp_path / "set.json").write_text(content)
        assert list(lines_of(tmp_path / "set.json")) == [{"text": "a"}]


def values(task: str, item: dict[str, Any], gold: Any, line: dict[str, Any]) -> dict[str, float]:
    return dict(find_task(task).measure([(Item("x", item, gold, "x"), [line])]).values)


def test_times_strict_relaxed_and_value() -> None:
    gold = {
        "timexes": [{"start": 3, "end": 9, "value": "2025-10-27"}, {"start": 20, "end": 24, "value": "2024"}]
    }
    times = [
        {"span": [3, 9], "value": "2025-10-27", "end": None},
        {"span": [18, 24], "value": "2023", "end": None},
    ]
    got = values("times", {"text": ""}, gold, {"id": "x", "times": times})
    assert got == {"strict": 0.5, "relaxed": 1.0, "value": 0.5}


def test_where_dates_alone_are_marked_durations_do_not_count() -> None:
    gold = {"dates": [{"char": [0, 9], "from": "1900-01-01", "to": "1909-12-31"}]}
    times = [
        {"span": [0, 9], "value": "190", "end": None},
        {"span": [20, 30], "value": "P3D", "end": None},
        {"span": [40, 43], "value": "PRESENT_REF", "end": None},
    ]
    got = values("times", {"text": ""}, gold, {"id": "x", "times": times})
    assert got == {"strict": 1.0, "relaxed": 1.0, "value": 1.0}


def test_attributions_exact_and_by_words() -> None:
    gold = {"attributions": [{"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 22]]}]}
    line = {"id": "x", "attributions": [{"source": [[0, 5]], "cue": [], "content": [[11, 16]]}]}
    got = values("attribution", {"text": "Seoul said rains will come"}, gold, line)
    assert (got["source exact"], got["cue exact"], got["content exact"]) == (1.0, 0.0, 0.0)
    assert got["content words"] == pytest.approx(2 / 3)


def test_places_by_distance_and_country(tmp_path: Path) -> None:
    toponyms = [
        {"start": 0, "end": 4, "lat": 50.45, "lon": 30.52, "country": "Ukraine"},
        {"start": 9, "end": 14, "lat": 37.57, "lon": 126.98, "country": "South Korea"},
        {"start": 20, "end": 25, "lat": None, "lon": None},
    ]
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({"id": "x", "text": "Kyiv and Seoul and there", "toponyms": toponyms}))
    (item,) = find_task("places").read(path)
    assert item.given["spans"] == ((0, 4), (9, 14), (20, 25))
    assert "toponyms" not in item.given
    line = {"id": "x", "places": [{"span": [0, 4], "lat": 50.4, "lon": 30.5, "country": "UKR"}]}
    got = dict(find_task("places").measure([(item, [line])]).values)
    assert (got["within 161 km"], got["country"]) == (0.5, 0.5)
    assert got["median km"] > 10_000


def test_figures_are_exact_or_off_by_so_many() -> None:
    gold = {
        "gold": {"start_date": "2010-05-02", "province": ["north"], "min_killed": 3, "min_captured": 0},
    }
    line = {"id": "x", "start_date": "2010-05-02", "province": ["North", "south"], "killed": 1, "captured": 0}
    found = values("figures", {}, gold, line)
    assert found == {
        "killed exact": 0.0,
        "captured exact": 1.0,
        "start date exact": 1.0,
        "province exact": 0.0,
        "killed error": 2.0,
        "captured error": 0.0,
    }
    assert values("figures", {}, gold, line | {"province": ["north"]})["province exact"] == 1.0
