"""Talk: what goes to standard error, and how standard output is set up."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from dragoman.model import Problem

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Progress", "console", "say", "say_problem", "use_utf8"]


def say(words: str) -> None:
    """Say something to the person at the command line."""
    print(f"dragoman: {words}", file=sys.stderr)


def say_problem(problem: Problem) -> None:
    """Name an input that failed, with the reason."""
    reason = problem.reason.replace("_", " ")
    say(f"{problem.report}: {reason}: {problem.detail}")


def use_utf8() -> None:
    """Print UTF-8 whatever the terminal's language is: the records are UTF-8 JSON."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def console() -> Console:
    """A console as wide as the terminal, with colour only on a terminal that may have it."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    plain = plain or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR"))
    return Console(color_system=None if plain else "auto", highlight=False, markup=False, emoji=False)


class Progress:
    """A line on standard error that counts reports; silent where that is no terminal."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self.reports = self.records = 0

    def add(self, records: int) -> None:
        """Count one more report."""
        self.reports += 1
        self.records += records
        if self.shown:
            counted = f"{self.reports:,} reports, {self.records:,} records"
            print(f"\r{counted}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, so that what is printed stands alone."""
        if self.shown and self.reports:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
