"""A first look at a page's tags, in one pass, before any parser sees it."""

from __future__ import annotations

import re

from dragoman.errors import BadInput

__all__ = ["check_markup"]

# Parsers take time in the square of these; a page of news has some thousand tags, thirty deep.
_MOST_ATTRIBUTES, _DEEPEST, _MOST_TAGS = 10_000, 2_000, 200_000
_TAG = re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9:-]{0,40})|(!--))")
_STOP = re.compile(r"[\"'>]")
# Elements without content, and those whose end tag pages leave out.
_SHALLOW = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"),
    ]
)
_RAW = frozenset(["script", "style", "textarea", "title"])


def _tag_end(text: str, at: int, where: str) -> int:
    """Where the tag that is open at ``at`` ends; BadInput where it has too many attributes."""
    attributes = 0
    while True:
        stop = _STOP.search(text, at)
        end = stop.start() if stop else len(text)
        attributes += len(text[at:end].split())
        if attributes > _MOST_ATTRIBUTES:
            raise BadInput(where, "too_large", f"a tag with more than {_MOST_ATTRIBUTES:,} attributes")
        if stop is None:
            return end
        if stop[0] == ">":
            return end + 1
        close = text.find(stop[0], end + 1)
        # A quotation mark without its pair: the parser will read on to the end, and so do we.
        at = len(text) if close < 0 else close + 1


def check_markup(text: str, where: str) -> None:
    """Refuse a page with more attributes, depth or tags than a page of news can have.

    Raises BadInput ``too_large``.  Takes time in proportion to the length of the page.
    """
    at = depth = tags = 0
    while tag := _TAG.search(text, at):
        if tag[3]:
            close = text.find("-->", tag.end())
            at = len(text) if close < 0 else close + 3
            continue
        name = tag[2].lower()
        tags += 1
        if tags > _MOST_TAGS:
            raise BadInput(where, "too_large", f"more than {_MOST_TAGS:,} tags")
        at = _tag_end(text, tag.end(), where)
        if name in _SHALLOW:
            continue
        if tag[1]:
            depth = max(0, depth - 1)
        elif text[at - 2 : at] != "/>":
            depth += 1
            if depth > _DEEPEST:
                raise BadInput(where, "too_large", f"tags nested more than {_DEEPEST:,} deep")
        if name in _RAW and not tag[1]:
            at = _raw_end(text, at, name)


def _raw_end(text: str, at: int, name: str) -> int:
    """Where the end tag of an element begins whose content is not markup."""
    close = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
    return close.start() if close else len(text)
