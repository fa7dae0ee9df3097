"""The head of a press release: who issues it, under which number, and for when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.read.dates import DATE, Stamp, first_date

__all__ = ["head_of_release", "release_stamp", "title_stamp"]

#: How many paragraphs a head can have, and how many words its lines.
_HEAD, _LINE = 8, 14
_MARK = re.compile(
    r"(?:for immediate release|(?:news|press|media) release|embargoed until|not for release before"
    r"|download (?:pdf|the release))",
    re.IGNORECASE,
)
# 2019-04-PR-031: the year, the month, the office, the number.
_NUMBER = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])[-–][A-Z]{1,4}[-–]\w{1,5}\b")
_OPENS = re.compile(rf"(?:{DATE}):", re.IGNORECASE)
_ENDS = re.compile(rf"[^.!?]*\b(?:{DATE})$", re.IGNORECASE)


def head_of_release(texts: Sequence[str]) -> frozenset[int]:
    """Which of the first paragraphs are a press release's head: marks, numbers, and short lines above them.

    >>> sorted(head_of_release(["Ministry of Defence", "For Immediate Release", "Two ships left the port."]))
    [0, 1]
    """
    marks = [
        i
        for i, text in enumerate(texts[:_HEAD])
        if _short(text) and (_MARK.search(text) or _NUMBER.search(text))
    ]
    if not marks:
        return frozenset()
    above = range(marks[0]) if marks else range(0)
    between = range(marks[0], marks[-1] + 1)
    return frozenset(i for i in (*above, *between) if _short(texts[i]) and not _tells(texts[i]))


def _short(text: str) -> bool:
    return len(text.split()) <= _LINE + 6 and not re.search(r"[a-z][.!?]$", text)


def _tells(text: str) -> bool:
    """Whether a line of the head is no line of an office but more words than one has."""
    return len(text.split()) > _LINE and not (_MARK.search(text) or _NUMBER.search(text))


def release_stamp(text: str) -> Stamp | None:
    """The year and month that the number of a release names.

    >>> release_stamp("2019-04-PR-031")
    Stamp(year=2019, month=4, day=None, label='')
    """
    match = _NUMBER.search(text)
    return Stamp(int(match["year"]), int(match["month"]), None) if match else None


def title_stamp(title: str) -> Stamp | None:
    """The day with which a title opens or ends: "May 2: Operations in the north", "Morning update, 3 June 2019"."""
    match = _OPENS.match(title) or _ENDS.fullmatch(title)
    if match is None:
        return None
    told = title if match.re is _ENDS else match[0]
    return first_date(told)
