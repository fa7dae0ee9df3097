"""What stands before and after the words of a paragraph: town, day and agency; who wrote; the sign-off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.read.dates import DATE, Stamp, first_date

__all__ = ["AGENCY", "Opening", "dateline_alone", "opening_of", "sign_off"]

# Agencies and channels that sign texts and pictures, as they write themselves.
_AGENCIES = (
    "Reuters Reuter REUTERS REUTER AP AFP UPI dpa DPA TASS Tass Itar-Tass ITAR-TASS Interfax "
    "Interfax-Ukraine RIA Sputnik Xinhua Kyodo Yonhap KCNA ANSA EFE APA BelTA BTA PAP CTK MTI Anadolu AA "
    "SANA IRNA ISNA MNA WAFA MENA PTI ANI IANS APP VNA Bernama Antara CNA CNN BBC VOA RFE/RL Ukrinform "
    "Bloomberg EPA EPA-EFE Getty"
)
_LONGER_NAMES = (
    "The Associated Press",
    "Associated Press",
    "Agence France-Presse",
    "RIA Novosti",
    "Kyodo News",
    "Anadolu Agency",
    "Getty Images",
)
AGENCY = "(?:" + "|".join((*_LONGER_NAMES, *sorted(_AGENCIES.split(), key=len, reverse=True))) + ")"
# A dash that ends a dateline; a plain hyphen only between spaces, so that "SEOUL-based" stays whole.
_DASH = r"(?: *(?:--+|—|–|_) *| +- +| +-(?=\w))"
_CAPITALS = r"[A-Z][A-Z.’'-]+(?:(?:/| )[A-Z.’'-]*[A-Z][A-Z.’'-]*){0,5}"
_REGION = r"(?:, (?!(?:(?i:" + DATE + r")))[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}){0,2}"
_MIXED = r"[A-Z][\w’'-]+(?:[ /](?:de |of |al-)?[A-Z][\w.’'-]+){0,3}"
_DAY = r"(?:,? (?i:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?" + DATE + r"))"
_BRACKETED = r"\((?i:" + DATE + r")\)"
_SIGN = r"\((?P<{0}>[A-Za-z][\w .,&/’'-]{{1,40}})\)"
_TEXT = r"(?: *\[[A-Z][A-Z ]+\]){0,3}"

_OPENINGS = tuple(
    re.compile(rf"(?:{form}){_TEXT}\s*")
    for form in (
        # KABUL, Afghanistan (Sept. 8, 2010) -
        rf"(?:{_CAPITALS}|{_MIXED}){_REGION},? +{_BRACKETED}(?:{_DASH}|: )",
        rf"{_CAPITALS}{_REGION},? +{_BRACKETED}",
        # SEOUL, Dec. 23 (Agency) --   KYIV, Ukraine (AP) —   MOSCOW, 3 March 2024 -
        rf"{_CAPITALS}{_REGION}{_DAY}?,? +{_SIGN.format('agency')}(?:{_DASH}|: )",
        rf"{_CAPITALS}{_REGION}{_DAY}(?:, (?P<agency>{AGENCY}))?(?:{_DASH}|: )",
        rf"{_MIXED}{_REGION}{_DAY}?,? +{_SIGN.format('agency')}{_DASH}",
        rf"{_MIXED}{_REGION}{_DAY}(?:, (?P<agency>{AGENCY}))?{_DASH}",
        rf"(?:{_CAPITALS}|{_MIXED}), (?P<agency>{AGENCY}){_DASH}",
        # YEREVAN, September 21. /TASS/. The   YEREVAN, September 21. The
        rf"{_CAPITALS}{_REGION}{_DAY}\. +(?:/(?P<agency>[A-Za-z][\w .-]{{1,30}})/\.? +)?",
        # 15:10 GMT - The
        r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?"
        rf"(?:GMT|UTC|BST|EST|EDT|ET|CET|local time)?{_DASH}",
        # (Reuters) -   Oct 28 (Reuters) -   (CNN)President
        rf"(?:(?i:{DATE}) +)?{_SIGN.format('agency')}(?:{_DASH}|: )",
        rf"\((?P<agency>{AGENCY})\) *",
    )
)
# A line of its own: BELFAST, 10 April 1998 (Agency)
_LINE = re.compile(
    rf"(?:{_CAPITALS}|{_MIXED}){_REGION}"
    rf"(?:,? +{_BRACKETED}(?:{_DASH})?|{_DAY},? *(?:{_SIGN.format('agency')})?[.:]?)"
)
# MOSCOW — The   NEW DELHI: The.  Only where the text is not all in capitals, which would hide the town.
_TOWN_ONLY = re.compile(rf"{_CAPITALS}{_REGION}(?: *(?:--+|—|–) *| +- +|: )(?=[A-Z\"“‘'][\w’']*[a-z ])")

_SIGN_OFF = re.compile(
    r"(?<=[.!?\"”’)\]])\s+(?P<all>"
    r"(?P<byline>[(\[]?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by .{3,300})"
    rf"|(?P<source>\(?{AGENCY}\.?\)?|[-–—]{{2,}} ?(?i:ends?) ?[-–—]{{2,}}|[Ee]nds? items?|ENDS|\#\#\#))$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The dateline before the first words of a paragraph: its length, its agency, its date."""

    length: int
    agency: str | None
    stamp: Stamp | None


def opening_of(paragraph: str, *, capitals: bool) -> Opening | None:
    """The dateline with which a paragraph opens; ``capitals`` says that the whole text is in capitals.

    >>> opening_of("SEOUL, Dec. 23 (Agency) -- The two sides met.", capitals=False).agency
    'Agency'
    """
    head = paragraph[:200]
    for pattern in _OPENINGS:
        match = pattern.match(head)
        if match and match.end() < len(paragraph):
            stamp = first_date(match[0])
            return Opening(len(match[0].rstrip()), match.groupdict().get("agency"), stamp)
    if not capitals and (match := _TOWN_ONLY.match(head)):
        return Opening(len(match[0].rstrip()), None, None)
    return None


def dateline_alone(line: str) -> Opening | None:
    """The town, day and agency of a line that holds nothing else.

    >>> dateline_alone("BELFAST, 10 April 1998 (Agency)").stamp.date
    datetime.date(1998, 4, 10)
    """
    match = _LINE.fullmatch(line) if len(line) <= 120 else None
    return Opening(len(line), match["agency"], first_date(line)) if match else None


def sign_off(paragraph: str) -> tuple[int, str] | None:
    """Where the names of reporters or the agency's sign-off begin at a paragraph's end, and which it is."""
    tail = max(0, len(paragraph) - 400)
    match = _SIGN_OFF.search(paragraph, tail)
    if match is None:
        return None
    return match.start("all"), "byline" if match["byline"] else "source"
