"""What a page says of its story outside the story: headline, day, publisher, language, captions."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from dragoman.read.dates import day_of

__all__ = ["PageFacts", "facts_of", "marked_paragraphs", "rough_day"]

_DAY_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "date",
)
_SITE_TAIL = re.compile(r"\s+(?:\||»|::|—|–|-)\s+[^|»]{2,40}$")
_MARKS = (
    ("caption", ".//figcaption | .//*[contains(@class,'caption') or contains(@class,'photo-credit')]"),
    ("byline", ".//*[@rel='author' or @itemprop='author' or contains(@class,'byline')]"),
)

_LONGEST_MARKED, _MOST_PARTS = 600, 100


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of a page states of its story."""

    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    language: str | None


@dataclass(slots=True)
class _Stated:
    """The values of meta tags by lower-case name, and the JSON-LD objects, in the page's order."""

    meta: dict[str, str] = field(default_factory=dict)
    linked: list[dict[str, Any]] = field(default_factory=list)


def _words(text: object) -> str | None:
    return (" ".join(text.split()) or None) if isinstance(text, str) else None


def _objects(held: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, outermost first."""
    if depth > 6:
        return
    if isinstance(held, list):
        for one in held[:200]:
            yield from _objects(one, depth + 1)
    elif isinstance(held, dict):
        yield held
        yield from _objects(held.get("@graph"), depth + 1)
        yield from _objects(held.get("mainEntity"), depth + 1)


def _stated(tree: Any) -> _Stated:
    found = _Stated()
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        value = _words(tag.get("content"))
        if name and value:
            found.meta.setdefault(name.lower(), value)
    for tag in tree.iter("script"):
        if "ld+json" in (tag.get("type") or ""):
            try:
                held = json.loads(tag.text or "", strict=False)
            except (ValueError, RecursionError):
                continue  # a page's broken JSON-LD says nothing; the other rungs stand
            found.linked.extend(_objects(held))
    return found


def _linked(stated: _Stated, key: str) -> Any:
    """The value of a key in the first JSON-LD object that is of an article, else none."""
    for one in stated.linked:
        kinds = one.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(
            isinstance(k, str) and re.search(r"article|report|posting", k, re.I) for k in named
        ) and one.get(key):
            return one[key]
    return None


def _title(tree: Any, stated: _Stated) -> str | None:
    told = (
        _words(_linked(stated, "headline")) or stated.meta.get("og:title") or stated.meta.get("twitter:title")
    )
    if told:
        return told
    headings = [_words(h.text_content()) for h in islice(tree.iter("h1"), 2)]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    titles = [_words(t.text_content()) for t in islice(tree.iter("title"), 1)]
    return (_SITE_TAIL.sub("", titles[0]) or None) if titles and titles[0] else None


def _published(tree: Any, stated: _Stated) -> date | None:
    """The day that the page states for its publication: JSON-LD, meta tags, a marked time element."""
    rungs = [_linked(stated, "datePublished"), *(stated.meta.get(name) for name in _DAY_NAMES)]
    for tag in tree.iter("time"):
        if tag.get("pubdate") is not None or tag.get("itemprop") == "datePublished":
            rungs.append(tag.get("datetime"))
    return next((day for told in rungs if isinstance(told, str) and (day := day_of(told))), None)


def _publisher(stated: _Stated) -> str | None:
    told = _linked(stated, "publisher")
    named = told.get("name") if isinstance(told, dict) else told
    return _words(named) or stated.meta.get("og:site_name") or stated.meta.get("dc.publisher")


def _url(tree: Any, stated: _Stated) -> str | None:
    canonical = [tag.get("href") for tag in tree.iter("link") if tag.get("rel") == "canonical"]
    for told in (*canonical, stated.meta.get("og:url"), _linked(stated, "url")):
        # Anything but http(s) could run in the reader's browser where the record is shown.
        if isinstance(told, str) and re.match(r"https?://[^\s<>\"']+$", told.strip()):
            return told.strip()
    return None


def facts_of(tree: Any) -> PageFacts:
    """What the parsed page states; each fact by the most trustworthy rung that has it."""
    stated = _stated(tree)
    told = tree.get("lang") or stated.meta.get("content-language") or _linked(stated, "inLanguage")
    return PageFacts(
        title=_title(tree, stated),
        published=_published(tree, stated),
        publisher=_publisher(stated),
        url=_url(tree, stated),
        language=_words(told),
    )


def _short_text(tag: Any) -> str | None:
    """The words of an element that is no longer than a caption can be."""
    # Bounded on both counts, since marked elements may stand in one another a thousand deep.
    if len(list(islice(tag.iter(), _MOST_PARTS + 1))) > _MOST_PARTS:
        return None
    pieces, size = [], 0
    for piece in tag.itertext():
        pieces.append(piece)
        size += len(piece)
        if size > _LONGEST_MARKED:
            return None
    return _words("".join(pieces))


def marked_paragraphs(tree: Any) -> dict[str, str]:
    """The words that the page itself marks as a caption or a byline, and which it is."""
    found: dict[str, str] = {}
    for kind, path in _MARKS:
        for tag in tree.xpath(path)[:_MOST_PARTS]:
            for part in islice(tag.iter(tag.tag, "p", "span", "div"), _MOST_PARTS):
                words = _short_text(part)
                if words and (kind == "caption" or len(words) <= 150):
                    found.setdefault(words, kind)
    return found


def rough_day(tree: Any) -> date | None:
    """The day of a page that states none and has no dateline: a lone time element, else htmldate's guess."""
    days = {tag.get("datetime") for tag in tree.iter("time")} - {None}
    if len(days) == 1 and (day := day_of(days.pop())):
        return day
    import htmldate  # heavy, and few pages come this far

    logging.getLogger("htmldate").addHandler(logging.NullHandler())

    told = htmldate.find_date(
        tree, original_date=True, extensive_search=False, min_date="1900-01-01", max_date="2100-12-31"
    )
    return day_of(told) if told else None
