"""Sentences built by hand, so that a test needs no parser model.

A sentence is written as words with their tag, relation and head, for instance
``"He/PRP/nsubj/1 met/VBD/ROOT/1 them/PRP/dobj/1 ././punct/1"``.  The head is the position of the
governing word; a lemma may follow as a fifth part.  A word that itself holds a slash is written
with ``\\u2044`` in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model import Sentence, Span, Token

_POS = {
    "NN": "NOUN",
    "VB": "VERB",
    "JJ": "ADJ",
    "RB": "ADV",
    "CD": "NUM",
    "IN": "ADP",
    "DT": "DET",
    "PR": "PRON",
}
_LEMMAS = {
    "met": "meet", "held": "hold", "said": "say", "sent": "send", "was": "be", "were": "be", "is": "be",
    "are": "be", "been": "be", "has": "have", "had": "have", "told": "tell", "led": "lead", "began": "begin",
}  # fmt: skip
_GLUED = frozenset({",", ".", ";", ":", "'s", "n't", "?", "!", "'", "th", "%"})


def sentence(
    spec: str, *, index: int = 0, paragraph: int = 0, offset: int = 0, quoted: Sequence[tuple[int, int]] = ()
) -> Sentence:
    """The sentence that the words with their tags, relations and heads describe."""
    parts = [[piece.replace("\u2044", "/") for piece in word.split("/")] for word in spec.split()]
    tokens: list[Token] = []
    children: list[list[int]] = [[] for _ in parts]
    at = offset
    for i, part in enumerate(parts):
        text, tag, dep, head = part[0], part[1], part[2], int(part[3])
        lower = text.lower()
        lemma = part[4] if len(part) > 4 else _lemma(lower, tag)
        pos = (
            "PROPN"
            if tag.startswith("NNP")
            else "AUX"
            if dep in {"aux", "auxpass"}
            else _POS.get(tag[:2], "X")
        )
        if i and lower not in _GLUED:
            at += 1
        tokens.append(Token(i, text, lower, lemma, tag, pos, dep, head, at, at + len(text), ""))
        at += len(text)
        if head != i:
            children[head].append(i)
    span = Span(tokens[0].start, tokens[-1].end)
    return Sentence(index, paragraph, span, tuple(tokens), tuple(map(tuple, children)), tuple(quoted))


def words(text: str, *, index: int = 0, offset: int = 0) -> Sentence:
    """Words with tags only (``"In/IN 2024/CD they/PRP met/VBD"``), all hanging on the first verb."""
    pairs = [word.rsplit("/", 1) for word in text.split()]
    root = next((i for i, (_, tag) in enumerate(pairs) if tag.startswith("VB")), 0)
    spec = " ".join(
        f"{word.replace('/', chr(0x2044))}/{tag}/{'ROOT' if i == root else 'dep'}/{root}"
        for i, (word, tag) in enumerate(pairs)
    )
    return sentence(spec, index=index, offset=offset)


def text_of(sentences: Sequence[Sentence]) -> str:
    """A text in which the given sentences' offsets hold."""
    out: list[str] = []
    at = 0
    for one in sentences:
        for token in one.tokens:
            out.append(" " * (token.start - at))
            out.append(token.text)
            at = token.end
    return "".join(out)


def _lemma(lower: str, tag: str) -> str:
    if lower in _LEMMAS:
        return _LEMMAS[lower]
    if tag == "NNS" and lower.endswith("s"):
        return lower[:-1]
    if tag in {"VBD", "VBN"} and lower.endswith("ed"):
        return lower[:-1] if lower[:-1].endswith("e") and lower[-4:-2] in {"nc", "at", "in"} else lower[:-2]
    return lower
