"""Figures and what they count (codebook, Quantities)."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.code.counted import Counted, count, item_of
from dragoman.code.fate import casualty_at
from dragoman.code.numberwords import NumberWords, number_words
from dragoman.code.numerals import Figure, find_figures
from dragoman.code.owned import quantities_of
from dragoman.model import Quantity, Sentence, Span, Token
from dragoman.step import step

__all__ = ["find_quantities", "quantities", "quantities_of", "sent_goods"]

_NAMES = frozenset(
    {"ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"}
)
_CLOSERS = frozenset({",", ";", ")", "]", ".", ":"})
#: How many sentences back an earlier figure can say what a bare number counts.
_REACH = 3


@step(reads=("sentences",), writes="quantities")
def quantities(sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """Find the quantities of all sentences, in reading order."""
    found: list[Quantity] = []
    for sentence in sentences:
        found += find_quantities(sentence, found[-1:])
    return tuple(found)


def find_quantities(sentence: Sentence, before: Sequence[Quantity] = ()) -> list[Quantity]:
    """The quantities of one sentence; those told ``before`` say what a bare number counts."""
    words, tokens = number_words(), sentence.tokens
    found: list[Quantity] = []
    taken: set[int] = set()
    for figure in find_figures(tokens, words):
        if _names(tokens, figure, words):
            continue
        counted = count(sentence, figure, words)
        if counted is None or (counted.head in taken and not counted.unit):
            continue
        quantity = _quantity(sentence, figure, counted, [*before, *found])
        if quantity is not None:
            found.append(quantity)
            taken.add(counted.head)
    found += _singles(sentence, taken, words)
    return sorted(found, key=lambda q: (q.first, q.last))


def _quantity(
    sentence: Sentence, figure: Figure, counted: Counted, before: Sequence[Quantity]
) -> Quantity | None:
    """A figure with what it counts; a bare number counts what the figure before it did."""
    item, role = counted.item, counted.role
    if not item:
        last = next(
            (q for q in reversed(before) if sentence.index - q.sentence <= _REACH and q.unit is None), None
        )
        if last is None and role is None:
            return None
        item = last.item if last is not None else "people"
        if last is not None and item == last.role and role is not None and role != item:
            item = "people"
        role = role or (last.role if last is not None else None)
    first, last_token = figure.first, figure.last
    tokens = sentence.tokens
    while last_token < len(tokens) and _closes(tokens[last_token], counted):
        last_token += 1
    if first <= counted.head < last_token + 6:
        last_token = max(last_token, counted.head + 1)
    span = Span(tokens[first].start, tokens[last_token - 1].end)
    cumulative = counted.toll or _sums(sentence, figure, counted.head)
    return Quantity(
        sentence.index, first, last_token, counted.head, span, item, figure.low, figure.high, counted.unit,
        figure.approximate, cumulative, role,
    )  # fmt: skip


def _closes(token: Token, counted: Counted) -> bool:
    """Whether a token still belongs to a figure: its sign of percent, its measure or its currency."""
    words = number_words()
    if counted.unit == "percent":
        return token.lower in {"%", "percent", "per", "cent", "pc"}
    return counted.unit is not None and (
        token.lemma in words.currencies
        or token.lemma == counted.unit
        or (token.ent == "MONEY" and token.pos in {"ADJ", "PROPN"})
    )


def _names(tokens: tuple[Token, ...], figure: Figure, words: NumberWords) -> bool:
    """Whether a number names or dates and does not count: a year, "Resolution 2231", "Group of Seven"."""
    first, last = figure.core
    token = tokens[first]
    before = tokens[figure.first - 1] if figure.first else None
    after = tokens[last] if last < len(tokens) else None
    if figure.sign:
        return False
    if figure.low == 0 == figure.high:
        return True
    counts = token.dep == "nummod" and token.head > token.i and tokens[token.head].tag == "NNS"
    beside = [t.ent for t in (before, after) if t is not None]
    if (token.ent in _NAMES and not counts and token.ent in beside) or (
        token.tag in {"NNP", "NNPS"} and figure.high is not None and figure.low != figure.high
    ):
        return True
    if before is not None and _named_by(tokens, figure, before):
        return True
    if _dates(tokens, token, before, after, figure):
        return True
    if token.lower == "one" and last == first + 1:
        return not (
            token.dep == "nummod"
            and after is not None
            and tokens[token.head].pos == "NOUN"
            and tokens[token.head].ent not in {"DATE", "TIME"}
        )
    return _aged(tokens, figure) or _score(tokens, last)


def _named_by(tokens: tuple[Token, ...], figure: Figure, before: Token) -> bool:
    """A number right behind the noun that it names, behind a hyphen, or in "the Group of Seven"."""
    words = number_words()
    if before.lemma in words.lists["labels"] or before.lower in words.lists["labels"]:
        return before.i + 1 == figure.core[0]
    if (
        before.text in {"-", "/"}
        and before.i
        and tokens[before.i - 1].end == before.start
        and tokens[before.i - 1].text.isalpha()
    ):
        return True
    if before.lower == "of" and before.i and tokens[before.i - 1].text == "Group":
        return True
    return (
        before.tag in {"NNP", "NNPS"}
        and tokens[figure.core[0]].head == before.i
        and figure.high == figure.low
    )


def _dates(
    tokens: tuple[Token, ...], token: Token, before: Token | None, after: Token | None, figure: Figure
) -> bool:
    words = number_words()
    if after is not None and (
        after.lemma in words.lists["time_units"]
        or (after.lower in words.lists["days"] and after.text[:1].isupper())
    ):
        return True
    if after is not None and after.text == "-" and after.end == after.start + 1 and token.end == after.start:
        return False
    if before is not None and before.lower in words.lists["days"] and before.text[:1].isupper():
        return before.i + 1 == token.i and (figure.low or 0) <= 31
    if figure.plain and figure.low is not None and 1500 <= figure.low <= 2100:
        counted = tokens[token.head]
        return (
            token.ent in {"DATE", "TIME"}
            or token.dep not in {"nummod", "quantmod"}
            or counted.i < token.i
            or counted.tag not in {"NNS", "NNPS"}
        )
    return (
        token.ent in {"DATE", "TIME", "ORDINAL"}
        and token.dep != "nummod"
        and not figure.scaled
        and (figure.high or 0) <= 2100
    )


def _aged(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "Ann Roe, 47, said"; "a 12-member panel", "two-thirds", "a 47-year-old woman"."""
    first, last = figure.core
    if (
        last + 1 < len(tokens)
        and tokens[last].text in {"-", "–"}
        and tokens[last].start == tokens[last - 1].end
    ):
        return tokens[last + 1].lower != "strong" and tokens[last + 1].start == tokens[last].end
    if last < len(tokens) and tokens[last].text.startswith("-") and len(tokens[last].text) > 1:
        return True
    if first and figure.first == first and tokens[first - 1].lower == "aged":
        return True
    return (
        first > 1 and figure.first == first and tokens[first - 1].text in {",", "("}
        and tokens[first - 2].ent == "PERSON"
        and (figure.low or 0) < 120 and (last >= len(tokens) or tokens[last].text in _CLOSERS)
    )  # fmt: skip


def _score(tokens: tuple[Token, ...], last: int) -> bool:
    """The first part of a result or vote: "13-1", "120 to 5 against"."""
    return last + 1 < len(tokens) and tokens[last].text in {"-", "–"} and tokens[last + 1].text.isdigit()


def _sums(sentence: Sentence, figure: Figure, head: int) -> bool:
    """Whether words around the figure say that it sums a period: "since 2022", "so far", "in total"."""
    words, tokens = number_words(), sentence.tokens
    if any(k.lower in words.lists["total_words"] for k in sentence.kids(head, "amod", "nmod")):
        return True
    top = head
    while tokens[top].pos not in {"VERB", "AUX"} and tokens[top].head != top:
        top = tokens[top].head
    near = (
        {k.i for k in sentence.kids(top)}
        | {k.i for k in sentence.kids(head)}
        | set(range(max(0, figure.first - 3), figure.first))
    )
    for i in near:
        for phrase, at in words.cumulative.get(tokens[i].lower, ()):
            if [t.lower for t in tokens[max(0, i - at) : i - at + len(phrase)]] == list(phrase):
                return True
    return False


def _singles(sentence: Sentence, taken: set[int], words: NumberWords) -> list[Quantity]:
    """One person without a number: "a soldier was killed", "wounding a child"."""
    found: list[Quantity] = []
    for token in sentence.tokens:
        if token.lower not in {"a", "an"} or token.dep != "det" or token.head in taken:
            continue
        noun = sentence.tokens[token.head]
        if noun.tag != "NN" or (
            noun.lemma not in words.lists["persons"] and not noun.lemma.endswith(("man", "ist"))
        ):
            continue
        verb = sentence.tokens[noun.head]
        done = noun.dep == "nsubjpass" or noun.dep == "dobj"
        if verb.pos != "VERB" or not (done or noun.dep == "nsubj"):
            continue
        fate = casualty_at(sentence, verb.i, words, undergone=not done)
        if fate:
            span = Span(token.start, noun.end)
            found.append(
                Quantity(
                    sentence.index,
                    token.i,
                    noun.i + 1,
                    noun.i,
                    span,
                    fate,
                    1.0,
                    1.0,
                    None,
                    False,
                    False,
                    fate,
                )
            )
    return found


# -- goods -----------------------------------------------------------------------------------


def sent_goods(sentence: Sentence, head: int) -> tuple[Quantity, ...]:
    """Goods or troops sent without a number: one quantity without bounds for each noun that is coordinated.

    "Soldiers and artillery" are two; "military technology" keeps the words that say which technology.
    """
    found: list[Quantity] = []
    heads = [head]
    for i in heads:
        heads += [k.i for k in sentence.kids(i, "conj") if k.pos in {"NOUN", "PROPN"}]
        inner = _inside(sentence, i)
        first, last, item = _goods(sentence, i if inner is None else inner)
        if item:
            span = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
            found.append(Quantity(sentence.index, first, last, last - 1, span, item, None, None, role="sent"))
    return tuple(found)


def _inside(sentence: Sentence, i: int) -> int | None:
    """What a shipment or a load holds: "a shipment of rice"."""
    words = number_words()
    lemma = sentence.tokens[i].lemma
    if lemma not in words.lists["givings"] | words.lists["measures"] | words.lists["containers"]:
        return None
    for prep in sentence.kids(i, "prep"):
        if prep.lower == "of":
            for inner in sentence.kids(prep.i, "pobj"):
                return inner.i if inner.pos == "NOUN" else None
    return None


def _goods(sentence: Sentence, i: int) -> tuple[int, int, str]:
    """The stretch and name of goods: the noun with the words that say which, not whose or how many."""
    words, tokens = number_words(), sentence.tokens
    first = i
    while first and tokens[first - 1].head in range(first, i + 1) and _says_which(tokens[first - 1], words):
        first -= 1
    nouns = [t for t in tokens[first:i] if t.pos == "NOUN"]
    if tokens[i].lemma in words.lists["givings"] and nouns:
        i = nouns[-1].i
    before = [t.lower for t in tokens[first:i]]
    return first, i + 1, " ".join([*before, item_of(tokens[i], words)])


def _says_which(token: Token, words: NumberWords) -> bool:
    return (
        token.dep in {"amod", "compound", "nmod"} and token.pos in {"ADJ", "NOUN"} and not token.ent
        and token.lower not in words.lists["plain_modifiers"] and token.tag not in {"JJR", "JJS"}
    )  # fmt: skip
