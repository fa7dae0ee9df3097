"""Bring the sample output in README.md up to date: `make docs` runs this."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = re.compile(r"(<!-- sample: (.+?) -->\n)```\n.*?```\n(<!-- end of sample -->)", re.S)


def output_of(command: str) -> str:
    """What the command prints on a screen of 100 columns, without colour."""
    words = shlex.split(command)
    if not words[0].endswith("dragoman"):
        raise ValueError(f"a sample must be a dragoman command, not {command!r}")
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *words[1:]],
        cwd=ROOT,
        env=plain | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def refreshed(text: str) -> str:
    """The text with the output of each sample as it is now."""
    return SAMPLE.sub(lambda m: f"{m[1]}```\n$ {m[2]}\n{output_of(m[2]).rstrip()}\n```\n{m[3]}", text)


def main() -> None:
    readme = ROOT / "README.md"
    readme.write_text(refreshed(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
