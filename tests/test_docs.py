"""The documentation tells the truth: commands, options, fields, rooms, links and samples."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dragoman.show.cli import build_parser, main

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md"), *ROOT.glob("tests/**/*.md")]
)
LOCKS = sorted(ROOT.glob("requirements*.lock"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.S | re.M)
#: A folder of one person's or one build's machine has no place in a file that others read.
MACHINE = re.compile(r"(?<![\w.:/{}$-])/(?:home|root|work|tmp|mnt|Users|opt)/\w")
HOST = re.compile(r"https?://|file:|index-url|find-links")


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def commands(program: str) -> list[str]:
    """The lines of all code blocks that call a program, each once."""
    call = re.compile(rf"^(?:\$ )?(?:\.venv/bin/)?({program} .*?)(?:  .*)?$", re.M)
    blocks = (block for page in PAGES for block in FENCED.findall(text_of(page)))
    return sorted({found for block in blocks for found in call.findall(block)})


def test_there_is_something_to_check() -> None:
    assert len(PAGES) >= 10
    assert len(commands("dragoman")) >= 6
    assert len(LOCKS) == 2


@pytest.mark.parametrize("command", commands("dragoman"))
def test_documented_commands_exist(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = shlex.split(command)[1:]
    if words == ["--version"]:
        return
    options = build_parser().parse_args(words)  # leaves with 2 where a command or an option is not there
    assert callable(options.run)


def test_light_commands_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == [
        "dragoman",
        "coder",
        "ontology",
        "catalogue",
        "model",
        "classifier",
    ]
    for command in ("read", "score"):
        assert main([command, "--help"]) == 0
        assert command in capsys.readouterr().out


def test_each_command_stands_in_the_readme() -> None:
    readme = text_of(ROOT / "README.md")
    for action in build_parser()._subparsers._group_actions:  # type: ignore[union-attr]
        for name, parser in action.choices.items():  # type: ignore[union-attr]
            assert f"dragoman {name} " in readme
            for option in parser._option_string_actions:
                if option not in ("-h", "--help", "--predictions"):
                    assert option in readme, f"{name} {option}"


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.M))
    named = {target for page in PAGES for target in re.findall(r"`make ([a-z]+)", text_of(page))}
    assert named
    assert named <= targets
    phony = re.search(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.M)
    assert phony
    assert set(phony[1].split()) == targets


def test_the_fields_of_a_record_stand_in_the_readme() -> None:
    from dragoman.code.records import record_of
    from dragoman.model import Dating, EventMention, Report, Span

    here = Span(0, 3)
    event = EventMention(
        "id",
        "r",
        "CONSULT",
        (),
        (),
        (),
        (),
        Dating(None, None, "open", "text"),
        "occurred",
        False,
        0,
        here,
        here,
    )
    fields = record_of(event, Report("r", "met"), {"coder": "c"}).keys()
    table = text_of(ROOT / "README.md").split("## A record")[1].split("## ")[0]
    first_column = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", first_column)) == set(fields)


def test_every_room_stands_on_the_map() -> None:
    rooms = {
        path.stem
        for path in (ROOT / "src" / "dragoman").iterdir()
        if not path.name.startswith(("_", ".")) and path.name not in ("samples", "py.typed")
    }
    told = re.findall(r"^\| `(\w+)` \|", text_of(ROOT / "docs" / "map.md"), re.M)
    assert set(told) == rooms


def test_the_map_and_the_check_agree_on_who_may_import_what() -> None:
    contracts = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    # Rooms in brackets may come later: the map names only those that stand.
    standing = [[room for room in layer.split(" | ") if not room.startswith("(")] for layer in layers]
    section = text_of(ROOT / "docs" / "map.md").split("## Who may import what")[1]
    block = FENCED.findall(section)[0]
    assert [line.split(" | ") for line in block.splitlines()] == [layer for layer in standing if layer]


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / target.split("#")[0]).exists(), target


def test_no_file_names_a_folder_of_one_machine() -> None:
    files = [*PAGES, *LOCKS, ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
    for folder in ("src", "tests", "bench", "docs"):
        files += [
            f for f in ROOT.glob(f"{folder}/**/*") if f.suffix in (".py", ".yaml", ".csv", ".json", ".txt")
        ]
    for file in files:
        found = MACHINE.search(text_of(file))
        assert not found, f"{file}: {found}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_pin_everything_by_hash_and_name_no_host(lock: Path) -> None:
    text = text_of(lock)
    assert not HOST.search(text)
    pins = re.split(r"\n(?=\S)", text.strip())
    for pin in pins:
        assert re.match(r"[a-z0-9.-]+==\S+", pin), pin.splitlines()[0]
        assert "--hash=sha256:" in pin, pin.splitlines()[0]
    names = {pin.split("==")[0] for pin in pins}
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    extras = project["project"]["optional-dependencies"]
    wanted = [
        *project["project"]["dependencies"],
        *extras["build"],
        *(extras["dev"] if "dev" in lock.name else ()),
    ]
    for one in wanted:
        name = re.split(r"[=<>~!;\s\[]", one)[0].lower().replace("_", "-")
        assert name in names, name


def test_what_both_locks_pin_is_the_same() -> None:
    pins = [set(re.findall(r"^(\S+==\S+)", text_of(lock), re.M)) for lock in LOCKS]
    core, dev = sorted(pins, key=len)
    assert core <= dev


@pytest.mark.model
def test_the_sample_in_the_readme_is_what_the_command_prints() -> None:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec
    assert spec.loader
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)
    readme = text_of(ROOT / "README.md")
    assert refresh.SAMPLE.search(readme)
    assert refresh.refreshed(readme) == readme, "run `make docs`"


@pytest.mark.model
def test_the_python_of_the_readme_runs() -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```", text_of(ROOT / "README.md"), re.S | re.M)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("['ASSAULT'] ['RUS'] 2025-10-27")
