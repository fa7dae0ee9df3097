"""Days as datelines and headers write them: one ladder from precise to rough, one validator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["DATE", "Stamp", "choose", "day_of", "first_date", "stamps_of"]

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH = {name: i for i, names in enumerate(_MONTHS, 1) for name in names}
_MON = r"(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[89]|20|21)\d\d\b"

# From precise to rough: the first that matches at a place is taken.
_FORMS = (
    rf"(?P<d1>{_DAY})(?:[ ]of)?[ -](?P<m1>{_MON}),?[ -](?P<y1>{_YEAR}|['’]?\d\d\b(?![:.]\d))",
    rf"(?P<m2>{_MON})[ ](?P<d2>{_DAY}),?[ ](?:Juche[ ]\d{{1,3}}[ ]\()?(?P<y2>{_YEAR})\)?",
    r"(?P<y3>(?:19|20)\d\d)(?P<s3>[-/.])(?P<m3>[01]?\d)(?P=s3)(?P<d3>[0-3]?\d)(?!\d)",
    r"(?P<a4>\d{1,2})(?P<s4>[-/.])(?P<b4>\d{1,2})(?P=s4)(?P<y4>(?:19|20)\d\d)\b",
    rf"(?P<d5>{_DAY})(?:[ ]of)?[ -](?P<m5>{_MON})",
    rf"(?P<m6>{_MON})[ ](?P<d6>{_DAY})",
    rf"(?P<m7>{_MON}),?[ ](?P<y7>{_YEAR})",
)
_DATE = re.compile("|".join(_FORMS), re.IGNORECASE)
# A date in any form that names its day, without named groups: to be built into larger patterns.
_NUMERIC = r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d"
DATE = "(?:" + re.sub(r"\(\?P<\w+>", "(?:", "|".join(_FORMS[i] for i in (0, 1, 4, 5))) + f"|{_NUMERIC})"

_LABEL = re.compile(
    r"(?:(?:first|last|originally)[ ])?"
    r"(?P<word>published|posted|updated|modified|released|issued|created|date|dated|filed)\b"
    r"(?:[ ](?:on|at))?[ ]?:?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\d{1,2}(?::\d\d){1,2}(?:\.\d+)?(?:[ ]?[ap]\.?m\b\.?)?(?:Z\b|[+-]\d\d:?\d\d\b)?"
    r"|\d{1,2}\.\d\d(?!\d|[./]\d)(?:[ ]?[ap]\.?m\b\.?)?"
    r"|\d{1,2}[ ]?[ap]\.?m\b\.?|\d{4}[ ](?=gmt|utc|bst|est|edt|cet|local)"
    r"|(?:\d{1,3}|an?)[ ](?:second|minute|min|hour|hr|day|week|month)s?[ ]ago\b"
    r"|(?:gmt|utc|bst|est|edt|pst|pdt|cet|cest|eet|msk|kst|jst|ist|et|pt|ct|local[ ]time|hrs|hours)\b"
    r"(?:[+-]\d{1,2}(?::?\d\d)?)?"
    r"|(?:at|on|in|the|of|as)\b|T(?=\d\d:)|[\s,;|·•()\[\]–—/-]+|\.",
    re.IGNORECASE,
)
# A town before the day, as ministries and the United Nations head their statements.
_TOWN = re.compile(r"(?:[A-Z][\w.’'-]*(?:[ ]|,[ ]|/)){1,5}(?<=,[ ])")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a dateline or header, as far as it is written; ``label`` is published, updated or empty."""

    year: int | None
    month: int | None
    day: int | None
    label: str = ""

    @property
    def date(self) -> date | None:
        """The calendar day, if it is fully written and can be the day of a report."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return _valid(self.year, self.month, self.day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2100 else None


def day_of(given: str) -> date | None:
    """The day that an ISO day or an ISO moment names; ``None`` where it names no day of 1900 to 2100.

    >>> day_of("2025-10-28T11:20:00Z")
    datetime.date(2025, 10, 28)
    >>> day_of("28/10/2025") is None
    True
    """
    try:
        found = datetime.fromisoformat(given.strip())
    except ValueError:
        return None
    return _valid(found.year, found.month, found.day)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _stamp(match: re.Match[str], label: str) -> Stamp:
    got = {k: v for k, v in match.groupdict().items() if v is not None}
    part = {k[0]: v for k, v in got.items()}
    year = _number(part["y"]) if "y" in part else None
    if year is not None and year < 100:  # the usual reading of two figures: 69 is 2069, 70 is 1970
        year += 1900 if year >= 70 else 2000
    if "a" in part:  # 28/10/2025 says which is the day; 03/04/2025 does not
        first, second = int(part["a"]), int(part["b"])
        if first != second and first <= 12 and second <= 12:
            return Stamp(year, None, None, label)
        day, month = (first, second) if first > 12 or first == second else (second, first)
        return Stamp(year, month, day, label)
    named = part.get("m", "").rstrip(".").lower()
    known = _MONTH.get(named) or (int(named) if named.isdigit() else None)
    return Stamp(year, known, _number(part["d"]) if "d" in part else None, label)


def _pieces(line: str, at: int) -> Iterator[Stamp | None]:
    """The stamps of a line that holds nothing but times; a last ``None`` where it holds more."""
    label = ""
    while at < len(line):
        if word := _LABEL.match(line, at):
            label = "updated" if word["word"].lower() in ("updated", "modified") else "published"
            at = word.end()
        elif found := _DATE.match(line, at):
            yield _stamp(found, label)
            at = found.end()
        elif filler := _FILLER.match(line, at):
            if re.search("ago$", filler[0], re.IGNORECASE):
                yield Stamp(None, None, None, label)
            at = filler.end()
        else:
            yield None
            return


def stamps_of(line: str) -> tuple[Stamp, ...]:
    """The stamps of a line that is a dateline and nothing else; empty for any other line.

    >>> [s.date.isoformat() for s in stamps_of("11:20, Tue, Oct 28, 2025 Updated: 11:24, Wed, Oct 29, 2025")]
    ['2025-10-28', '2025-10-29']
    >>> stamps_of("On 3 September Putin met Kim.")
    ()
    """
    if len(line) > 200:
        return ()
    found = list(_pieces(line, 0))
    if None in found and (town := _TOWN.match(line)):
        found = list(_pieces(line, town.end()))
        if not any(s and s.day and s.year for s in found):
            return ()
    whole = tuple(s for s in found if s is not None)
    return whole if len(whole) == len(found) else ()


def first_date(text: str) -> Stamp | None:
    """The first date that stands in the text, as far as it is written."""
    match = _DATE.search(text)
    return _stamp(match, "") if match else None


def choose(lines: Sequence[Stamp], within: Sequence[Stamp]) -> date | None:
    """The publication day that stamps give.

    ``lines`` are those of dateline lines, ``within`` those before the first words of a paragraph.  The
    ladder: a stamp of publication, a full date before the first words, a day and month there with the
    year that another stamp writes, a stamp of the last update.
    """
    for stamp in lines:
        if stamp.label != "updated" and stamp.date:
            return stamp.date
    for stamp in within:
        if stamp.date:
            return stamp.date
    years = [s.year for s in (*lines, *within) if s.year]
    latest = max((s.date for s in lines if s.date), default=None)
    for stamp in (*lines, *within):
        if years and stamp.year is None and stamp.month and stamp.day:
            found = _valid(years[0], stamp.month, stamp.day)
            if found and latest and found > latest:  # written in December, updated in January
                found = _valid(years[0] - 1, stamp.month, stamp.day)
            if found:
                return found
    return latest
