"""A text in hand becomes a Report; the checks that every way of reading shares."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dragoman.errors import BadInput
from dragoman.model import Report, Span
from dragoman.read.dates import day_of
from dragoman.read.english import looks_english, mostly_latin
from dragoman.read.kinds import lay_out
from dragoman.read.split import paragraphs

__all__ = ["LONGEST_LINE", "LONGEST_TEXT", "as_day", "build", "hash_of", "read_text"]

#: A report longer than this is no report but a dump; the parser's memory grows with it.
LONGEST_TEXT = 1_000_000
#: A line longer than this is no paragraph.
LONGEST_LINE = 200_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"[^\n\r]+")


def hash_of(content: bytes) -> str:
    """The id of what has no name: a hash of its bytes."""
    return hashlib.sha256(content).hexdigest()[:16]


def as_day(given: str | date | None, where: str) -> date | None:
    """The publication day that a caller states; BadInput ``bad_published`` where it is none."""
    if given is None:
        return None
    found = day_of(given.isoformat() if isinstance(given, date | datetime) else given)
    if found is None:
        told = f"{given!r} is not an ISO day such as 2025-10-28 between 1900 and 2100"
        raise BadInput(where, "bad_published", told)
    return found


def _check(text: str, where: str) -> None:
    """Refuse what is no text of a report."""
    if not text.strip():
        raise BadInput(where, "empty", "nothing but white space")
    if "\0" in text:
        raise BadInput(where, "binary", f"a NUL character at {text.index(chr(0))}: not a text")
    if not any(map(str.isalpha, text)):
        raise BadInput(where, "no_text", "no letter in it")
    longest = max((m.end() - m.start() for m in _LINE.finditer(text)), default=0)
    if longest > LONGEST_LINE:
        told = f"a line of {longest:,} characters (a paragraph has at most {LONGEST_LINE:,})"
        raise BadInput(where, "one_line", told)
    if len(text) > LONGEST_TEXT:
        told = f"{len(text):,} characters (a report has at most {LONGEST_TEXT:,})"
        raise BadInput(where, "too_large", told)


def _language(text: str, stated: str | None, where: str) -> str | None:
    """The language as stated or as found; BadInput ``not_english`` where it is another one."""
    if stated:
        code = re.split(r"[-_]", stated.strip().lower())[0]
        if code not in ("en", "eng", "english"):
            told = f"its language is stated as {stated!r}, and only English is read"
            raise BadInput(where, "not_english", told)
        if mostly_latin(text):
            return stated
    found = looks_english(text)
    if found is False:
        raise BadInput(where, "not_english", "the text does not look like English, the only language read")
    return "en" if found else None


def build(
    text: str,
    *,
    known: Mapping[str, str | None],
    published: date | None = None,
    spans: Sequence[Span] | None = None,
    given: Mapping[str, str] | None = None,
) -> Report:
    """Make the Report of a text: check it, lay out its blocks, fill in what its own lines say.

    ``known`` are the report's other keys (id, title, publisher, url, language); what it states wins.
    """
    name = known.get("id") or hash_of(text.encode("utf-8", "surrogatepass"))
    _check(text, name)
    text = _SURROGATE.sub("�", text)  # one for one: half a character has no bytes to be kept as
    language = _language(text, known.get("language"), name)
    found = paragraphs(text) if spans is None else spans
    layout = lay_out(text, found, title=known.get("title"), given=given)
    return Report(
        id=name,
        text=text,
        blocks=layout.blocks,
        title=layout.title,
        published=published or layout.published,
        publisher=known.get("publisher") or layout.publisher,
        url=known.get("url"),
        language=language,
    )


def read_text(
    text: str,
    *,
    id: str | None = None,
    published: str | date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Report:
    """Make a Report of a text in hand; the text is kept as it is, so that offsets into it agree.

    ``published`` is an ISO day or moment, or a date; without it, a dateline in the text gives the day.
    The id is a hash of the text where none is given.  Raises BadInput, whose reason is one of
    ``empty``, ``no_text``, ``binary``, ``one_line``, ``too_large``, ``not_english`` and ``bad_published``.
    """
    name = id or hash_of(text.encode("utf-8", "surrogatepass"))
    known = {"id": name, "title": title, "publisher": publisher, "url": url, "language": language}
    return build(text, known=known, published=as_day(published, name))
