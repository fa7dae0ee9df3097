"""Place names resolved to where they are: by phrase, by text, by number of people, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dragoman.catalogue import catalogue
from dragoman.languages import read_yaml
from dragoman.link.atlas import CONTAINERS, Sense, full_name, known
from dragoman.link.choosing import Toponym, choose
from dragoman.model import Mention, Place, Resolution, Sentence, Span, Token
from dragoman.step import step

__all__ = ["places", "resolve_toponyms"]

_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: Labels that the model gives to towns that it does not know, and prepositions that tell them.
_MISTAKEN = frozenset({"PERSON", "PRODUCT", "WORK_OF_ART"})
_IN = frozenset({"in", "near", "outside"})
_FORMS = frozenset({"name", "abbreviation", "alias", "capital"})
_AT = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "on",
        "to",
        "from",
        "into",
        "towards",
        "across",
        "over",
    }
)


@cache
def _governed() -> frozenset[str]:
    """Words of a state's own government: "New York Gov.", "the Washington legislature"."""
    return frozenset(read_yaml("en", "places.yaml")["governed"])


_KINDS = frozenset({"state", "territory", "region"})
_AFTER = re.compile(
    r"^\s*,\s*((?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w.'’-]*){0,3})|^\s*\(([A-Z][\w.' ]+)\)"
)
_OWNER = re.compile(
    r"([A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)??)(?:['’]s)?\s+(?:\w+\s+)?"
    r"(city|town|village|province|region|port|capital|district|state)\s+of\s+$"
)


@step(reads=("sentences", "mentions", "resolutions"), writes="places")
def places(
    sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], resolutions: tuple[Resolution, ...]
) -> tuple[Place, ...]:
    """Resolve the mentions that name places, with what the report names elsewhere as context."""
    by_index = {s.index: s for s in sentences}
    parties = {(r.sentence, r.head): r for r in resolutions}
    named = [m for m in mentions if m.kind == "name" and _is_place(m, by_index[m.sentence], parties)]
    taken: dict[int, dict[int, Mention]] = {}
    for m in mentions:
        if m.kind == "name":
            taken.setdefault(m.sentence, {}).update(dict.fromkeys(range(m.first, m.last), m))
    named += [m for s in sentences for m in _by_syntax(s, taken.get(s.index, {}), parties)]
    named.sort(key=lambda m: (m.sentence, m.first))
    toponyms = [_toponym(m, by_index[m.sentence]) for m in named]
    chosen = choose(toponyms)
    return tuple(_place(m, by_index[m.sentence], sense) for m, sense in zip(named, chosen, strict=True))


def _by_syntax(
    sentence: Sentence, taken: Mapping[int, Mention], parties: Mapping[tuple[int, int], Resolution]
) -> Iterator[Mention]:
    """Names after "in" or "near" that the model took for a person or a thing: "arrested in Leposavic"."""
    tokens = sentence.tokens
    for token in tokens:
        if token.tag != "NNP" or token.dep != "pobj" or token.ent not in _MISTAKEN:
            continue
        known, prep = taken.get(token.i), tokens[token.head]
        if prep.lower not in _IN or (known is not None and (known.keys or known.label in _LABELS)):
            continue
        found = parties.get((sentence.index, token.i))
        if found is not None and any(p.key for p in found.parties):
            continue
        first = token.i
        while first > prep.i + 1 and tokens[first - 1].ent == token.ent and tokens[first - 1].head == token.i:
            first -= 1
        text = " ".join(t.text for t in tokens[first : token.i + 1])
        yield Mention(sentence.index, first, token.i + 1, token.i, "name", text, (), "GPE")


def _is_place(mention: Mention, sentence: Sentence, parties: Mapping[tuple[int, int], Resolution]) -> bool:
    """Whether a mention names a place: a state, capital, region, place by the model, or a seat after "at"."""
    if not mention.keys:
        return mention.label in _LABELS and mention.text[:1].isupper()
    if mention.form == "seat":
        return _preposition(sentence, mention.head) in _AT
    if mention.form not in _FORMS:
        return False
    found = parties.get((mention.sentence, mention.head))
    if found is not None and any(p.kind not in _KINDS for p in found.parties):
        return False
    entries = catalogue().entries
    return any(entries[key].kind in _KINDS for key in mention.keys)


def _preposition(sentence: Sentence, head: int) -> str:
    token = sentence.tokens[head]
    return sentence.tokens[token.head].lower if token.dep == "pobj" else ""


def _toponym(mention: Mention, sentence: Sentence) -> Toponym:
    """A mention with the names that its phrase puts around it: "Kharkiv, Ukraine"."""
    tokens = sentence.tokens
    inside = [*_behind(tokens, mention.last), *_above(sentence, mention)]
    kind = ""
    for i in (mention.last, mention.first - 2):
        if (
            0 <= i < len(tokens)
            and tokens[i].lemma in CONTAINERS
            and (i >= mention.last or tokens[i + 1].lower == "of")
        ):
            kind = CONTAINERS[tokens[i].lemma]
    return Toponym(_name(mention), tuple(inside), kind)


def _name(mention: Mention) -> str:
    """A mention's words without the spaces that the tokeniser put around signs."""
    return mention.text.replace(" - ", "-").replace(" 's", "'s")


def _behind(tokens: Sequence[Token], i: int) -> Iterator[str]:
    """The capitalised words after a comma right behind a name: ", Ukraine", ", N.C."."""
    if i + 1 < len(tokens) and tokens[i].text in {",", "("}:
        words = []
        for token in tokens[i + 1 : i + 5]:
            if not token.text[:1].isupper():
                break
            words.append(token.text)
        for length in range(len(words), 0, -1):
            yield full_name(" ".join(words[:length]))


def _above(sentence: Sentence, mention: Mention) -> Iterator[str]:
    """Owners and adjectives of the name or of the noun before "of": "the Ukrainian city of Kharkiv"."""
    tokens = sentence.tokens
    heads = [mention.head]
    token = tokens[mention.head]
    if token.dep in {"compound", "nmod", "appos"}:
        heads.append(token.head)
    above = tokens[token.head]
    if token.dep == "pobj" and above.lower == "of" and tokens[above.head].pos == "NOUN":
        heads.append(above.head)
    for head in heads:
        for kid in sentence.kids(head, "poss", "amod", "compound", "nmod"):
            if not mention.first <= kid.i < mention.last and kid.text[:1].isupper():
                yield kid.text
        for prep in sentence.kids(head, "prep"):
            if prep.lower in {"in", "of"}:
                for inner in sentence.kids(prep.i, "pobj"):
                    if inner.text[:1].isupper() and not mention.first <= inner.i < mention.last:
                        yield " ".join(t.text for t in tokens[_start(sentence, inner.i) : inner.i + 1])


def _start(sentence: Sentence, i: int) -> int:
    """Where the compound name that ends at a token begins."""
    return min([i, *(k.i for k in sentence.kids(i, "compound") if k.text[:1].isupper())])


def _place(mention: Mention, sentence: Sentence, sense: Sense | None) -> Place:
    first, last = sentence.tokens[mention.first], sentence.tokens[mention.last - 1]
    at = (mention.sentence, mention.first, mention.last, mention.head)
    return _made(_name(mention), Span(first.start, last.end), sense, at)


def _made(text: str, span: Span, sense: Sense | None, at: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Place:
    if sense is None:
        return Place(text, None, span, None, None, None, None, None, "unknown", *at)
    name = None if sense.rung == "ambiguous" else sense.name
    return Place(
        text, name, span, sense.lat, sense.lon, sense.country, sense.geonameid, sense.feature, sense.rung, *at
    )


def resolve_toponyms(text: str, spans: Sequence[tuple[int, int]]) -> list[Place]:
    """Resolve place names that are marked in a text, one Place for each span, in the same order."""
    toponyms = []
    for start, end in spans:
        name = " ".join(text[start:end].split())
        if text[:start].endswith(" the ") and not known(name) and known(f"the {name}"):
            name = f"the {name}"
        inside = [
            full_name(w)
            for m in [_AFTER.match(text[end : end + 80])]
            if m
            for w in _shorter((m[1] or m[2]).removeprefix("the "))
        ]
        owner = _OWNER.search(text[max(0, start - 60) : start])
        kind = ""
        if owner:
            inside.append(owner[1])
            kind = CONTAINERS.get(owner[2], "P" if owner[2] == "capital" else "")
        after = re.match(r"\s+([A-Za-z]+)", text[end : end + 20])
        if after and after[1].lower() in CONTAINERS and after[1] != "State":
            kind = CONTAINERS[after[1].lower()]
        elif after and after[1] in _governed():
            kind = "A"
        toponyms.append(Toponym(full_name(name), tuple(inside), kind))
    chosen = choose(toponyms)
    return [_made(text[s:e], Span(s, e), sense) for (s, e), sense in zip(spans, chosen, strict=True)]


def _shorter(words: str) -> list[str]:
    """A run of words and its beginnings, the longest first."""
    parts = words.split()
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]
