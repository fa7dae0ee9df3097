"""An HTML page becomes a Report: the story by trafilatura, what is known of it by the page's own marks."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.errors import BadInput
from dragoman.model import Report, Span
from dragoman.read.decode import decode_page
from dragoman.read.markup import check_markup
from dragoman.read.pagefacts import facts_of, marked_paragraphs, rough_day
from dragoman.read.split import ends_sentence, paragraphs
from dragoman.read.text import build, hash_of

__all__ = ["read_page"]

_BLOCKS = frozenset(["p", "head", "item", "quote", "list", "table", "row", "body", "div", "code"])
_FEWEST_WORDS = 5
# What XML has no place for, written out or as a number: an extractor that builds XML fails on it.
_CONTROL = re.compile(
    "[\x01-\x08\x0b\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:x0*(?:1?[0-8bef]|1[0-9acd]|fff[ef])|0*(?:[0-8]|11|1[4-9]|2\d|3[01]|6553[45]))(?![\da-f])",
    re.IGNORECASE,
)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")


def _flow(body: Any) -> Iterator[str]:
    """The words of the story's tree; a blank line where a block begins or ends, a newline for a break."""
    from lxml import etree

    # A walk and not a recursion: a page may nest deeper than Python's stack.
    for event, element in etree.iterwalk(body, events=("start", "end")):
        edge = "\n\n" if element.tag in _BLOCKS else ""
        if event == "start":
            yield "\n" if element.tag == "lb" else edge
            if element.tag == "cell" and element.getprevious() is not None:
                yield " | "
            yield re.sub(r"\s+", " ", element.text or "")
        else:
            yield edge
            yield re.sub(r"\s+", " ", element.tail or "") if element is not body else ""


def _story(tree: Any, where: str) -> list[str]:
    """The paragraphs of the story on the page; empty where none is found."""
    import trafilatura  # it takes half a second to load

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it misses is told here

    # The structured tree and not the plain text: that joins breaks and puts signs before list items.
    try:
        found = trafilatura.bare_extraction(deepcopy(tree), with_metadata=False, include_comments=False)
        body = getattr(found, "body", None)
        if body is None:
            body = trafilatura.baseline(deepcopy(tree))[0]
    except Exception as error:  # what breaks the extractor is a page's doing: it harms this page only
        raise BadInput(where, "no_text", f"the extractor fails on it: {error!r}") from None
    flow = "".join(_flow(body))
    return [" ".join(span.of(flow).split()) for span in paragraphs(flow)]


def _table_rows(told: list[str]) -> dict[str, str]:
    """The rows of tables, which are no sentences of the story."""
    return {one: "boilerplate" for one in told if " | " in one and not ends_sentence(one)}


def _parsed(content: bytes, where: str) -> Any:
    from lxml import etree, html

    text = _CONTROL.sub(" ", _PROLOG.sub("", decode_page(content, where), count=1))
    check_markup(text, where)
    # Without huge_tree, what stands more than 255 tags deep would be lost without a word.
    parser = html.HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInput(where, "no_text", f"an HTML parser makes no page of it: {error}") from None


def read_page(content: bytes, stem: str | None, published: date | None) -> Report:
    """Make a Report of a page; its text is the extracted story, its paragraphs parted by blank lines.

    The day is the caller's, else what the page states, else a dateline's, else htmldate's.  Raises
    BadInput, ``no_text`` where no story is found.
    """
    name = stem or hash_of(content)
    tree = _parsed(content, name)
    told = _story(tree, name)
    if sum(len(one.split()) for one in told) < _FEWEST_WORDS:
        size = len(" ".join(tree.text_content().split()))
        raise BadInput(name, "no_text", f"no story found in the {size:,} characters of the page")
    spans, at = [], 0
    for one in told:
        spans.append(Span(at, at + len(one)))
        at += len(one) + 2
    facts = facts_of(tree)
    # Templates name the wrong language often; it counts only where it is the one that is read.
    stated = facts.language if facts.language and facts.language.lower().startswith("en") else None
    report = build(
        "\n\n".join(told),
        known={"id": name, "title": facts.title, "publisher": facts.publisher, "url": facts.url},
        published=published or facts.published,
        spans=spans,
        given=_table_rows(told) | marked_paragraphs(tree),
    )
    if report.published is None:
        report = replace(report, published=rough_day(tree))
    return replace(report, language=stated) if stated else report
