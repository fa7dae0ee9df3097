"""How one name is written: apostrophes, diacritics, hyphens, articles, and which part is the family's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["family_names", "person_spellings", "plain", "slug", "spellings", "words"]

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "Þ": "Th"}
)  # fmt: skip
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"[A-Z]{2,3}")
_ARTICLE = re.compile(r"\b[AaEe]l-(?=\w)")
_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")

KOREAN = frozenset({"PRK", "KOR"})
HYPHENED = KOREAN | {"TWN", "HKG"}
FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR"})
FAMILY_EITHER = frozenset(
    {"TWN", "HKG", "MAC", "SGP", "VNM", "RVN", "VDR", "KHM", "ETH", "ERI", "MYS", "THA", "LAO", "ISL"}
)
IBERIAN = frozenset(
    {"ESP", "MEX", "GTM", "SLV", "HND", "NIC", "CRI", "PAN", "CUB", "DOM", "COL", "VEN", "ECU", "PER"}
    | {"BOL", "CHL", "ARG", "PRY", "URY", "GNQ"}
)
_PARTICLES = frozenset(
    {"de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "van", "von", "der", "den"}
    | {"ten", "ter", "zu", "bin", "ben", "ibn", "abu", "bint", "al", "el", "y", "e", "o"}
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"})


def plain(text: str) -> str:
    """A text without diacritics.

    >>> plain("Erdoğan"), plain("Łódź")
    ('Erdogan', 'Lodz')
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in apart if not unicodedata.combining(c))


def words(text: str) -> str:
    """A text with single spaces, straight apostrophes and composed letters: the form of a key."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    return " ".join(text.split())


def slug(text: str) -> str:
    """A key made of a name.

    >>> slug("Xinhua News Agency")
    'xinhua-news-agency'
    """
    lower = plain(text).lower()
    if lower.replace(" ", "").isalpha():
        return lower.replace(" ", "-")
    return _NOT_SLUG.sub("-", lower).strip("-")


def spellings(text: str, form: str = "name") -> Iterator[str]:
    """The ways in which one name is met in print, the given one first, none twice.

    >>> list(spellings("UN", "abbreviation"))
    ['UN', 'U.N.']
    """
    return iter(_spell(words(text), form))


def _spell(base: str, form: str = "name") -> Iterable[str]:
    if form != "abbreviation" and base.isascii() and "l-" not in base and "'" not in base:
        return (base,)
    seen: dict[str, None] = {base: None}
    if form == "abbreviation" and _DOTTED.fullmatch(base):
        seen[".".join(base) + "."] = None
    for one in list(seen):
        seen[plain(one)] = None
    if "l-" in base:
        for one in list(seen):
            if _ARTICLE.search(one):
                for article in ("al-", "Al-", "al ", "Al ", "el-", "El-"):
                    seen[_ARTICLE.sub(article, one)] = None
    if "'" in base:
        for one in list(seen):
            seen[one.replace("'", "’")] = None
    return seen


def person_spellings(name: str, state: str) -> Iterator[str]:
    """The ways in which a person's name is met: hyphens in given names come and go in Korea and China.

    >>> sorted(person_spellings("Choe Son Hui", "PRK"))
    ['Choe Son Hui', 'Choe Son-hui', 'Choe Sonhui']
    >>> sorted(person_spellings("Tsai Ing-wen", "TWN"))
    ['Tsai Ing Wen', 'Tsai Ing-wen']
    """
    base = words(name)
    if "-" not in base and state not in KOREAN:
        return iter(_spell(base))
    ways = [base]
    parts = re.split(r"[ -]", base)
    if len(parts) == 3 and state in HYPHENED and not _ARTICLE.search(base):
        family, first, second = parts
        if state in KOREAN or (base.count("-") == 1 and base.index("-") > len(family)):
            ways += [f"{family} {first}-{second.lower()}", f"{family} {first} {second.capitalize()}"]
            if state in KOREAN:
                ways.append(f"{family} {first}{second.lower()}")
    elif "-" in base and not _ARTICLE.search(base):
        ways.append(_HYPHENED.sub(" ", base))
    seen: dict[str, None] = {}
    for way in ways:
        seen.update(dict.fromkeys(_spell(way)))
    return iter(seen)


def family_names(name: str, state: str) -> tuple[str, ...]:
    """What a report calls a person on second mention, derived from the name and the state's custom.

    >>> family_names("Kim Jong Un", "PRK"), family_names("Ursula von der Leyen", "DEU")
    (('Kim',), ('Leyen', 'von der Leyen', 'Von der Leyen'))
    """
    parts = [p for p in words(name).split(" ") if p not in _SUFFIXES]
    if len(parts) < 2:
        return tuple(_spell(parts[0])) if parts else ()
    if len(parts) == 2 and state not in FAMILY_FIRST and state not in FAMILY_EITHER:
        last = parts[1]
        if last.isascii() and last.isalpha():
            return (last,)
    found: list[str] = []
    if state in FAMILY_FIRST or state in FAMILY_EITHER:
        found.append(parts[0])
    western = len(parts) == 2 and "-" not in parts[1]
    if state not in FAMILY_FIRST or (western and state == "KOR"):
        found += _last_names(parts, state)
    out: dict[str, None] = {}
    for one in found:
        out.update(dict.fromkeys(_spell(one)))
        if one[1:3] == "l-" and one[0] in "AaEe":
            out.update(dict.fromkeys(_spell(one[3:])))
    return tuple(out)


def _last_names(parts: list[str], state: str) -> list[str]:
    found = [parts[-1]]
    if parts[0].lower() in _PARTICLES:
        return [*found, " ".join(parts)]
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _PARTICLES:
        start -= 1
    if start < len(parts) - 1:
        long = " ".join(parts[start:])
        found += [long, long[0].upper() + long[1:]]
    if state in IBERIAN and len(parts) > 2 and start == len(parts) - 1:
        found.append(" ".join(parts[-2:]))
        if len(parts) > 3:
            found.append(parts[-2])
    return found
