"""What kind each paragraph is, told by its shape: body, title, dateline, caption and the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.model import Block, Span
from dragoman.read.dates import Stamp, choose, stamps_of
from dragoman.read.opening import dateline_alone, opening_of, sign_off
from dragoman.read.release import head_of_release, release_stamp, title_stamp
from dragoman.read.shapes import (
    is_byline,
    is_caption,
    is_credit_alone,
    is_furniture,
    is_kicker,
    is_source,
    source_named,
)
from dragoman.read.split import ends_sentence

__all__ = ["Layout", "lay_out"]

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_PARTS = re.compile(r"\s+[|•·]\s+")
_LIVE = re.compile(r"\d{1,2}[:.]\d\d\b.{0,12}? [-–—] .{1,100}")
_LONGEST_TITLE = 25
_SHAPES = (
    ("boilerplate", is_furniture),
    ("byline", is_byline),
    ("source", is_source),
    ("caption", is_caption),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and what its lines around the story say of title, day and publisher."""

    blocks: tuple[Block, ...]
    title: str | None
    published: date | None
    publisher: str | None


@dataclass(slots=True)
class _Found:
    """What is gathered on the way through the paragraphs."""

    blocks: list[Block]
    lines: list[Stamp]
    within: list[Stamp]
    agency: str | None = None
    source: str | None = None


def _bare(text: str) -> str:
    """The words without case, credit and punctuation, so that two copies of a caption are equal."""
    without = re.sub(r"\s*[(\[][^()\[\]]*[)\]]\.?$", "", text)
    return " ".join(_WORD.findall(without.lower()))


def _stamps(text: str) -> tuple[Stamp, ...]:
    """The stamps of a line of times, a line of town and day, or a line that joins one to a byline."""
    alone = dateline_alone(text)
    if alone and alone.stamp:
        return (alone.stamp,)
    parts = _PARTS.split(text) if len(text) <= 200 else []
    told = [stamps_of(part) for part in parts]
    if len(parts) > 1 and all(s or _kind(p, False) != "body" for p, s in zip(parts, told, strict=True)):
        return tuple(stamp for some in told for stamp in some)
    return stamps_of(text)


def _kind(text: str, capitals: bool) -> str:
    """The kind of one paragraph by its own shape; body where that is in doubt."""
    words = len(_WORD.findall(text[:2000]))
    if words == 0:
        return "boilerplate"
    if _stamps(text):
        return "dateline"
    for kind, fits in _SHAPES:
        if fits(text, words):
            return kind
    # The heading of an entry in a live report: the hour, a dash, some words.
    if _LIVE.fullmatch(text) and not ends_sentence(text):
        return "kicker"
    return "kicker" if is_kicker(text, words, capitals=capitals) else "body"


def _names(text: str) -> set[str]:
    return set(re.findall(r"[A-Z]\w{2,}", text))


def _captions_by_company(texts: Sequence[str], kinds: list[str]) -> None:
    """Mark as captions what repeats one, and what stands by a credit and names the story's names."""
    known = {_bare(t) for t, kind in zip(texts, kinds, strict=True) if kind == "caption"} - {""}
    body = " ".join(t for t, kind in zip(texts, kinds, strict=True) if kind == "body" and ends_sentence(t))
    story = _names(body)
    for i, text in enumerate(texts):
        if kinds[i] != "body" or ends_sentence(text) or len(text.split()) > 40:
            continue
        near = [k for k in (i - 1, i + 1) if 0 <= k < len(texts)]
        beside = [texts[k] for k in near if kinds[k] in ("caption", "source")]
        credited = any(map(is_credit_alone, beside))
        if _bare(text) in known or (i > 0 and credited and _names(text) & story):
            kinds[i] = "caption"


def _title_at(texts: Sequence[str], kinds: Sequence[str], title: str | None) -> int | None:
    """Which paragraph is the headline: what repeats the given title, or a first line without full stop."""
    if title:
        wanted = _bare(title)
        return next((i for i, t in enumerate(texts[:6]) if wanted and _bare(t) == wanted), None)
    for i, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
        if kind in ("dateline", "boilerplate") or (kind == "kicker" and len(text.split()) <= 3):
            continue
        if kind not in ("body", "kicker") or "body" not in kinds[i + 1 :]:
            return None
        short = len(text.split()) <= _LONGEST_TITLE and "\n\n" not in text
        short = short and not re.match(r"[^\w\"'“‘(<\[$£€]", text)
        return i if short and not re.search(r"[.!:;,][\"'”’)]*$", text) else None
    return None


def _add_body(found: _Found, text: str, span: Span, capitals: bool) -> None:
    """Add a paragraph of the story, its dateline and sign-off as blocks of their own."""
    paragraph = span.of(text)
    start, end = span
    opening = opening_of(paragraph, capitals=capitals)
    if opening:
        found.blocks.append(Block(Span(start, start + opening.length), "dateline"))
        found.agency = found.agency or opening.agency
        found.within.extend([opening.stamp] if opening.stamp else [])
        start += opening.length
        start += len(text[start:end]) - len(text[start:end].lstrip())
    closing = sign_off(text[start:end])
    close = start + closing[0] if closing else end
    stop = start + len(text[start:close].rstrip())
    if stop > start:
        found.blocks.append(Block(Span(start, stop), "body"))
    if closing:
        found.blocks.append(Block(Span(close, end), closing[1]))


def _release_head(texts: Sequence[str], kinds: list[str], headline: int | None, found: _Found) -> None:
    """Mark the head of a press release as boilerplate; its number gives a year to a day without one."""
    for i in head_of_release(texts):
        stamp = release_stamp(texts[i])
        found.lines.extend([stamp] if stamp else [])
        if i != headline and kinds[i] in ("body", "kicker"):
            kinds[i] = "boilerplate"


def _known_kinds(texts: Sequence[str], given: Mapping[str, str], capitals: bool) -> list[str]:
    return [given.get(" ".join(t.split())) or _kind(t, capitals) for t in texts]


def lay_out(
    text: str, spans: Sequence[Span], *, title: str | None = None, given: Mapping[str, str] | None = None
) -> Layout:
    """Give each paragraph its kind, and read title, day and publisher from the lines around the story.

    ``given`` are the kinds of paragraphs that the page itself marked, by their words.
    """
    texts = [span.of(text) for span in spans]
    capitals = sum(map(str.islower, text[:20000])) * 10 < sum(map(str.isupper, text[:20000]))
    kinds = _known_kinds(texts, given or {}, capitals)
    headline = _title_at(texts, kinds, title)
    _captions_by_company(texts, kinds)
    found = _Found([], [], [])
    _release_head(texts, kinds, headline, found)
    if headline is not None:
        kinds[headline] = "title"
    if "body" not in kinds and "title" not in kinds:  # a lone line is a story, whatever its shape
        kinds = ["body" if kind == "kicker" else kind for kind in kinds]
    for span, paragraph, kind in zip(spans, texts, kinds, strict=True):
        if kind == "body":
            _add_body(found, text, span, capitals)
            continue
        found.blocks.append(Block(span, kind))
        if kind == "dateline":
            found.lines.extend(_stamps(paragraph))
            alone = dateline_alone(paragraph)
            found.agency = found.agency or (alone.agency if alone else None)
        elif kind == "source":
            found.source = found.source or source_named(paragraph)
    own = None if headline is None else " ".join(texts[headline].split())
    published = choose(found.lines, found.within)
    if published is None and own is not None and (stamp := title_stamp(own)):
        published = choose([*found.lines, stamp], found.within)
    return Layout(tuple(found.blocks), title or own, published, found.agency or found.source)
