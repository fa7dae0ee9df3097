"""The command line: what goes where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import made
import pytest

from dragoman import flow
from dragoman.show.cli import main
from dragoman.show.predictors import PREDICTORS

STORY = "Seoul said that Pyongyang sent 3,000 troops to Russia on Monday, and Moscow thanked it for them.\n"


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "", **environment},
    )


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flow that codes every report as the one made by hand, without a model."""

    def coded(reports: Iterator[object], size: int = 16, **_: object) -> Iterator[flow.Coded]:
        for _ in reports:
            yield made.coded()

    monkeypatch.setattr(flow, "coded", coded)
    monkeypatch.setattr(flow, "versions", lambda: {"program": "1", "coder": "rules@1"})


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys, dragoman\n"
        "from dragoman.show.cli import main\n"
        "code = main(['--help'])\n"
        "heavy = {'spacy', 'numpy', 'rich', 'yaml', 'lxml', 'trafilatura', 'dragoman.flow'}\n"
        "sys.exit(code or ' '.join(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "read" in done.stdout
    assert "score" in done.stdout


def test_wrong_use_is_two_and_prints_no_data() -> None:
    for arguments in ([], ["raed", "x"], ["read"], ["read", "x", "--jsn"], ["score", "record"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert "usage" in done.stderr


def test_a_wrong_day_is_wrong_use(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(story), "--published", "28 Oct"]) == 2
    assert "--published" in capsys.readouterr().err


def test_a_page_on_standard_output(by_hand: None, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(story)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Troops for Russia\n")
    assert err == ""


def test_json_is_one_record_a_line(by_hand: None, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(story), str(story), "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert [json.loads(line)["id"] for line in lines] == ["abcdef0123456789"] * 2
    assert json.loads(lines[0])["actor"][0]["code"] == "PRK"


def test_an_input_that_failed_is_named_and_the_others_are_read(
    by_hand: None, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(story.parent / "none.txt"), str(story), "--json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "none.txt" in err
    assert "missing" in err


def test_explain(by_hand: None, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(story), "--explain", "abc"]) == 0
    assert "frames/aid.yaml (send)" in capsys.readouterr().out
    assert main(["read", str(story), "--explain", "abc", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fields"][0]["value"] == "AID"
    assert main(["read", str(story), "--explain", "abd"]) == 2
    out, err = capsys.readouterr()
    assert (out, "Did you mean abc?" in err) == ("", True)


def test_versions(by_hand: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "dragoman 1\ncoder rules@1\n"


def test_score_names_the_tasks_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "recrod", "x.json"]) == 2
    assert "record" in capsys.readouterr().err


def test_score_writes_predictions_and_prints_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"id": "a", "times": [{"span": [0, 4], "value": "2024", "end": None}]}
    monkeypatch.setitem(PREDICTORS, "times", lambda items: [[line] for _ in items])
    gold = {"id": "a", "text": "2024", "timexes": [{"start": 0, "end": 4, "value": "2024"}]}
    (tmp_path / "set.jsonl").write_text(f"{json.dumps(gold)}\n{json.dumps({'id': 'b', 'text': 'no gold'})}\n")
    out = tmp_path / "out.jsonl"
    assert main(["score", "times", str(tmp_path / "set.jsonl"), "--predictions", str(out)]) == 0
    assert [json.loads(row) for row in out.read_text().splitlines()] == [line, line]
    told = capsys.readouterr()
    assert told.out.splitlines()[0].startswith("strict             F1 1.000")
    assert "1 of 2 items have no gold" in told.err


def test_without_any_gold_no_figure_is_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(PREDICTORS, "times", lambda items: [[{"id": i.id, "times": []}] for i in items])
    (tmp_path / "set.jsonl").write_text('{"text": "no gold"}\n')
    assert main(["score", "times", str(tmp_path / "set.jsonl")]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.model
def test_a_text_on_standard_input_in_plain_and_in_json() -> None:
    plain = run("read", "-", "--published", "2025-10-28", stdin=STORY, COLUMNS="60")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert "North Korea (PRK) → Russia (RUS)" in " ".join(plain.stdout.split())
    assert "\x1b" not in plain.stdout
    assert max(map(len, plain.stdout.splitlines())) <= 60
    records = run("read", "-", "--published", "2025-10-28", "--json", stdin=STORY)
    assert records.returncode == 0
    assert all(json.loads(line)["version"] for line in records.stdout.splitlines())


@pytest.mark.model
def test_the_package_reads_a_text() -> None:
    import dragoman

    record = dragoman.read(STORY, published="2025-10-28")
    assert len(record) == len(record.records) > 0
    assert [one["id"] for one in record] == [event.id for event in record.events]
    assert "dragoman.read" in repr(sys.modules["dragoman.read"])  # the room of the same name is still there
