"""The task ``events``: its figures, and that it cannot do without dictionaries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.score import Item, find_task
from dragoman.show.cli import main

FOLDER = {
    "own.actors.txt": "RURITANIA [RUR]\nSTRELSAU [RURCAP <19000101]\n+RUPERT\n\t[RURREB >19000101]\nZENDA [ZEN]\n",
    "own.verbs.txt": "--- ACCUSE [112] ---\nACCUSE\n- * nonsense\n",
    "own.discards.txt": "FENCING\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dictionaries"
    made.mkdir()
    for name, text in FOLDER.items():
        (made / name).write_text(text)
    return made


def figures(gold: list[dict[str, str]], events: list[list[str]]) -> dict[str, float]:
    item = Item("x", {}, {"gold_events": gold}, "x")
    return dict(find_task("events").measure([(item, [{"events": events}])]).values)


def test_a_sentence_is_right_as_a_whole() -> None:
    gold = [
        {"sourcecode": "RUR", "targetcode": "ZEN", "eventcode": "112"},
        {"sourcecode": "ZEN", "eventcode": "023"},
    ]
    right = [["ZEN", "---", "023"], ["RUR", "ZEN", "112"]]
    assert figures(gold, right) == {"sentences": 1.0, "events": 1.0}
    assert figures(gold, right[:1]) == {"sentences": 0.0, "events": pytest.approx(2 / 3)}
    assert figures(gold, [*right, ["RUR", "ZEN", "023"]]) == {"sentences": 0.0, "events": 0.8}


def test_no_events_are_right_where_none_are_asked_for() -> None:
    for gold in ([{"noevents": "True"}], [{"error": "storydiscard"}], []):
        assert figures(gold, [])["sentences"] == 1.0
        assert figures(gold, [["RUR", "---", "023"]])["sentences"] == 0.0


def test_the_task_needs_dictionaries_and_others_take_none(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "set.jsonl"
    gold.write_text('{"text": "a", "date": "19950101"}\n')
    assert main(["score", "events", str(gold)]) == 2
    assert "needs --petrarch-dictionaries" in capsys.readouterr().err
    assert main(["score", "times", str(gold), "--petrarch-dictionaries", str(folder)]) == 2
    assert "takes no dictionaries" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["read", "score events"])
def test_a_folder_that_is_none_is_wrong_use(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text('{"text": "a", "date": "19950101"}\n')
    for folder, told in ((tmp_path / "none", "is no folder"), (tmp_path, "holds no dictionary")):
        words = [*command.split(), str(tmp_path / "a.txt"), "--petrarch-dictionaries", str(folder)]
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert (out, told in err) == ("", True)


@pytest.mark.model
def test_predictions_from_text_and_date(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "Rupert accused Zenda on Monday."
    rows = [
        {"id": "a", "text": told, "date": "18990101"},
        {"id": "b", "text": told, "date": "19010101"},
        {"id": "c", "text": "Rupert accused Zenda of bad fencing.", "date": "19010101"},
    ]
    (tmp_path / "set.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    out = tmp_path / "out.jsonl"
    words = ["score", "events", str(tmp_path / "set.jsonl"), "--petrarch-dictionaries", str(folder)]
    assert main([*words, "--predictions", str(out)]) == 0
    assert [json.loads(line) for line in out.read_text().splitlines()] == [
        {"id": "a", "events": [["RURCAP", "ZEN", "112"]]},
        {"id": "b", "events": [["RURREB", "ZEN", "112"]]},
        {"id": "c", "events": []},
    ]
    told_of = capsys.readouterr().err
    assert "own.verbs.txt:3: no pattern" in told_of
    assert "1 lines of the dictionaries" in told_of


@pytest.mark.model
def test_records_of_a_report_name_the_dictionary(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Zenda accused Rupert on Monday. France met Germany on Monday.")
    words = ["read", str(tmp_path / "a.txt"), "--published", "1950-05-05", "--json"]
    assert main(words) == 0
    before = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main([*words, "--petrarch-dictionaries", str(folder)]) == 0
    after = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = [one for one in after if "own.verbs.txt" in one["coder"]]
    assert (told["event"], told["cameo"]) == (["ACCUSE"], "112")
    assert [(p["code"], p["sector"]) for p in told["actor"] + told["recipient"]] == [
        ("ZEN", None),
        ("RUR", "REB"),
    ]
    assert [one for one in after if one is not told] == [
        one for one in before if one["evidence"]["sentence"][0] > 0
    ]
