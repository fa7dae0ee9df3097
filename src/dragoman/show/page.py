"""The page that a person reads: a report's head, its records one by one, and what was left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.model import EventMention, Report, Resolution, Span
from dragoman.show.words import basis, days, marks, parties, when

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dragoman.flow import Coded

__all__ = ["PARTS", "Page", "parts_of"]

#: Parts of a sentence with their colours (of the 256-colour table), the first winning where two overlap.
#: The colours stand out on white and on black alike; a test measures the contrast.
PARTS = {
    "act": "bold color(160)",
    "actor": "color(32)",
    "recipient": "color(133)",
    "time": "color(28)",
    "figure": "color(166)",
    "source": "italic color(30)",
    "place": "color(94)",
}
_WHITE = re.compile(r"\s")
#: How much of an id is shown: enough to tell the records of a report apart, and ``--explain`` takes it.
ID_SHOWN = 8
_INDENT = 2


def parts_of(event: EventMention) -> list[tuple[str, Span]]:
    """The spans of a record that lie in its sentence, each with the name of its part."""
    found: list[tuple[str, Span | None]] = [("act", event.trigger)]
    found += [("actor", one.span) for one in event.actors]
    found += [("recipient", one.span) for one in event.recipients]
    found.append(("time", event.dating.time))
    found += [("figure", one.span) for one in event.quantities]
    found += [("source", one.source_span) for one in event.sources]
    if event.place is not None:
        found.append(("place", event.place.span))
    inside = event.evidence
    return [(name, s) for name, s in found if s is not None and inside.start <= s.start < s.end <= inside.end]


def _runs(event: EventMention, report: Report) -> Iterator[tuple[str, str]]:
    """The sentence in pieces, each with the part that it is (empty for none)."""
    start, end = event.evidence
    owner = [""] * (end - start)
    for name in reversed(PARTS):
        for part, span in parts_of(event):
            if part == name:
                owner[span.start - start : span.end - start] = [name] * (span.end - span.start)
    sentence, begin = event.evidence.of(report.text), 0
    _trim(owner, sentence)
    for i in range(1, len(owner) + 1):
        if i == len(owner) or owner[i] != owner[begin]:
            yield owner[begin], _WHITE.sub(" ", sentence[begin:i])
            begin = i


def _trim(owner: list[str], sentence: str) -> None:
    """Take the white space at the ends of a part out of it, where another part begins or none."""
    for order in (range(len(owner)), range(len(owner) - 1, -1, -1)):
        before = ""
        for i in order:
            if sentence[i].isspace() and owner[i] != before:
                owner[i] = ""
            before = owner[i]


class Page:
    """Writes coded reports to a console; without colour each part is named between brackets."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.colour = console.color_system is not None

    def show(self, coded: Coded) -> None:
        """Write one report."""
        self._head(coded.report)
        for event in coded.events:
            self._record(event, coded.report)
        if not coded.events:
            self._line("No records.", _INDENT)
        for line in left_open(coded):
            self._line(line, _INDENT, "dim")
        self.console.print()

    def legend(self) -> None:
        """Say which colour is which part; without colour there is nothing to say."""
        if self.colour:
            from rich.text import Text

            self._put(Text(" ").join(Text(name, style) for name, style in PARTS.items()), 0)
            self.console.print()

    def _head(self, report: Report) -> None:
        told = [report.id] if report.title else []
        day = report.published
        told.append(f"published {days(day)}" if day else "publication day not known")
        told += [report.publisher] if report.publisher else []
        self._line(report.title or report.id, 0, "bold")
        self._line(" · ".join(told), 0, "dim")
        self.console.print()

    def _record(self, event: EventMention, report: Report) -> None:
        from rich.text import Text

        day = when(event.dating)
        why = basis(event.dating)
        sides = parties(event.actors)
        if event.recipients:
            sides = f"{sides} → {parties(event.recipients)}"
        line = Text()
        line.append(f"{day} ({why})" if why else day)
        line.append("  ")
        line.append(sides, "bold" if self.colour else "")
        line.append("  ")
        line.append(" ".join((event.type, *event.modes)), PARTS["act"] if self.colour else "")
        for mark in marks(event):
            line.append(f"; {mark}")
        line.append(f"  {event.id[:ID_SHOWN]}", "dim" if self.colour else "")
        self._put(line, 0, hanging=4)
        self._put(self._sentence(event, report), 4)
        self.console.print()

    def _sentence(self, event: EventMention, report: Report) -> Text:
        from rich.text import Text

        made = Text()
        for name, words in _runs(event, report):
            if name and not self.colour:
                made.append(f"[{name}: {words}]")
            else:
                made.append(words, PARTS.get(name, ""))
        return made

    def _line(self, words: str, indent: int, style: str = "") -> None:
        from rich.text import Text

        self._put(Text(words, style if self.colour else ""), indent)

    def _put(self, text: Text, indent: int, hanging: int = 0) -> None:
        """Write wrapped to the console's width, every line but the first indented by ``hanging`` more."""
        width = max(self.console.width - indent - hanging, 20)
        for number, line in enumerate(text.wrap(self.console, width)):
            line.rstrip()
            margin = " " * (indent + (hanging if number else 0))
            self.console.print(margin, line, sep="", soft_wrap=True)


def left_open(coded: Coded) -> list[str]:
    """What the coder looked at and abstained from, counted by reason."""
    lines = []
    if coded.abstained:
        reasons = "; ".join(f"{count} × {why}" for why, count in coded.abstentions)
        lines.append(f"Abstained from {coded.abstained} possible records: {reasons}.")
    reading = coded.reading
    nobody = Counter(_unresolved(r) for r in reading.resolutions if not r.parties)
    nowhere = Counter(p.resolution for p in reading.places if p.resolved is None)
    for what, why in (("Parties", nobody), ("Places", nowhere)):
        if why:
            lines.append(f"{what} left open: {_counts(why.most_common())}.")
    return lines


def _unresolved(one: Resolution) -> str:
    """What kind of words they are, and why nobody was found where that is noted."""
    return f"{one.kind} ({one.reason})" if one.reason else one.kind


def _counts(some: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {reason}" for reason, number in some)
