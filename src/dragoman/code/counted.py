"""What a figure counts, and what became of it: the killed, the wounded, the troops sent, the dollars paid."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.code.fate import BEFORE_NOUN, after_of, fate, governed, is_person
from dragoman.code.numberwords import NumberWords
from dragoman.code.numerals import Figure
from dragoman.model import Sentence, Token

__all__ = ["Counted", "count", "item_of"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVES = frozenset({"whom", "which", "them", "us", "those", "these", "that", "it", "you", "who"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The token that is counted, the noun for it, its role, and the token of the word that gave the role.

    ``item`` is empty where only an earlier figure can say what is counted.
    """

    head: int
    item: str
    role: str | None = None
    unit: str | None = None
    toll: bool = False


def count(sentence: Sentence, figure: Figure, words: NumberWords) -> Counted | None:
    """What a figure of a sentence counts; None where it counts nothing that a record would hold."""
    tokens = sentence.tokens
    top = _top(tokens, figure)
    if _percent(tokens, figure):
        return _share(sentence, figure)
    noun = _noun(sentence, figure, top, words)
    if figure.sign or (noun is not None and tokens[noun].lemma in words.currencies):
        return _money(sentence, figure, noun, words)
    if noun is not None and tokens[noun].lemma in words.lists["measures"]:
        inner = after_of(sentence, noun)
        return (
            None
            if inner is None
            else Counted(
                inner, item_of(tokens[inner], words), governed(sentence, noun, words)[1], tokens[noun].lemma
            )
        )
    if noun is not None and tokens[noun].lemma in words.lists["containers"]:
        noun = after_of(sentence, noun) or noun
    if noun is not None and tokens[noun].lemma in words.lists["time_units"]:
        return None
    return _persons(sentence, top if noun is None else noun, noun, words)


def _persons(sentence: Sentence, head: int, noun: int | None, words: NumberWords) -> Counted | None:
    """A figure of persons or things, by the noun and the word that governs it."""
    token = sentence.tokens[head]
    lemma = token.lemma if noun is not None else ""
    if lemma in words.lists["harmed"]:
        return Counted(head, item_of(token, words), "harmed")
    for kind in words.casualties:
        if lemma in kind.nouns:
            return Counted(head, kind.item, kind.item)
    casualty, role, toll = fate(sentence, head, noun, words)
    if casualty and (noun is None or is_person(token, words) or casualty in {"killed", "wounded", "missing"}):
        return Counted(head, casualty, casualty, toll=toll)
    if lemma.lower() in words.lists["not_counted"]:
        return None
    if noun is None:
        return None if _part_of_them(sentence, head) else Counted(head, "", role, toll=toll)
    item = "" if lemma in {"other", "more"} else item_of(token, words)
    return Counted(head, item, role, toll=toll)


def _part_of_them(sentence: Sentence, head: int) -> bool:
    """Whether a number singles out some of those told of, without a verb: "three of them children"."""
    inner, token = after_of(sentence, head), sentence.tokens[head]
    governed = token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"} and sentence.tokens[
        token.head
    ].pos in {"VERB", "AUX", "ADP"}
    return inner is not None and sentence.tokens[inner].lower in _RELATIVES and not governed


def item_of(token: Token, words: NumberWords) -> str:
    """The noun of what is counted as it stands in the text, some always in the plural, peoples with a capital."""
    if token.tag in {"NNP", "NNPS"} or token.ent == "NORP":
        return (
            token.text.removesuffix("s") if token.tag == "NNPS" or token.text.endswith("ns") else token.text
        )
    return words.plurals.get(token.lemma, token.lower if token.tag == "NNS" else token.lemma)


# -- the noun --------------------------------------------------------------------------------


def _top(tokens: tuple[Token, ...], figure: Figure) -> int:
    """The token of a figure on which the rest of it hangs."""
    first, last = figure.core
    for i in range(first, last):
        if not figure.first <= tokens[i].head < figure.last or tokens[i].head == i:
            return i
    return last - 1


def _noun(sentence: Sentence, figure: Figure, top: int, words: NumberWords) -> int | None:
    """The noun that a figure counts: the one that it stands before, or the one after "of"."""
    tokens = sentence.tokens
    token = tokens[top]
    after = figure.last
    if after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after + 1].lower == "strong":
        return tokens[after + 1].head if tokens[tokens[after + 1].head].pos in _NOMINAL else None
    if after < len(tokens) and tokens[after].text.startswith("-"):
        return None
    if token.head >= after and token.dep in BEFORE_NOUN and tokens[token.head].pos in _NOMINAL:
        return token.head
    inner = after_of(sentence, top)
    if inner is not None and tokens[inner].lower not in _RELATIVES:
        return inner if tokens[inner].pos in _NOMINAL else None
    if inner is not None:
        return None
    return _next_noun(tokens, after)


def _next_noun(tokens: tuple[Token, ...], i: int) -> int | None:
    """The plural noun that ends the noun phrase right behind a figure, where the parser missed the tie."""
    found = None
    if i < len(tokens) and tokens[i].lower == "of" and i + 1 < len(tokens):
        i += 1
    for k in range(i, min(i + 5, len(tokens))):
        if tokens[k].pos in {"NOUN", "PROPN"}:
            found = k
        elif found is not None or (
            tokens[k].pos not in {"ADJ"} and tokens[k].tag not in {"VBN", "VBG", "HYPH"}
        ):
            break
    return found if found is not None and tokens[found].tag in {"NNS", "NNPS"} else None


def _percent(tokens: tuple[Token, ...], figure: Figure) -> bool:
    after = [t.lower for t in tokens[figure.last : figure.last + 2]]
    return after[:1] in (["%"], ["percent"], ["pc"]) or after == ["per", "cent"]


def _share(sentence: Sentence, figure: Figure) -> Counted | None:
    """A share: what it is a share of, or what is set at it."""
    tokens = sentence.tokens
    sign = figure.last if tokens[figure.last].lower != "per" else figure.last + 1
    for i in (sign, figure.last, _top(tokens, figure)):
        inner = after_of(sentence, i)
        if inner is not None and tokens[inner].pos in {"NOUN", "PROPN"}:
            return Counted(inner, tokens[inner].lemma, None, "percent")
    above = tokens[tokens[sign].head]
    if tokens[sign].dep in {"compound", "nmod", "amod", "nummod"} and above.pos == "NOUN" and above.i > sign:
        return Counted(above.i, above.lemma, None, "percent")
    if tokens[sign].dep == "pobj" and above.lower == "of" and tokens[above.head].pos == "NOUN":
        return Counted(above.head, tokens[above.head].lemma, None, "percent")
    return None


def _money(sentence: Sentence, figure: Figure, noun: int | None, words: NumberWords) -> Counted:
    """A sum of money: its currency, and what it is given for where a noun says so."""
    tokens = sentence.tokens
    top = _top(tokens, figure)
    coin = noun if noun is not None and tokens[noun].lemma in words.currencies else None
    unit = figure.sign
    name = (
        next((w for w, code in words.currencies.items() if code == figure.sign), "dollar")
        if figure.sign
        else ""
    )
    if coin is not None:
        name = tokens[coin].lemma
        pair = f"{tokens[coin - 1].lower} {name}"
        unit = words.national.get(pair) or words.currencies[name] or None
    base = top if coin is None else coin
    goods = _paid_for(sentence, base, words)
    if goods is None and noun is not None and coin is None:
        goods = noun
    head = base if goods is None else goods
    role = governed(sentence, base, words)[1] or (
        None if goods is None else governed(sentence, goods, words)[1]
    )
    item = words.plurals.get(name, name) if goods is None else item_of(tokens[goods], words)
    return Counted(head, item, "paid" if role == "sent" else role, unit)


def _paid_for(sentence: Sentence, i: int, words: NumberWords) -> int | None:
    """What a sum is for: "$500 million in military aid", "a loan of $3 billion", "$30 worth of goods"."""
    tokens = sentence.tokens
    here = tokens[i]
    if here.dep == "poss" and tokens[here.head].lower == "worth":
        return after_of(sentence, here.head)
    for prep in sentence.kids(i, "prep"):
        if prep.lower in {"in", "of", "for"}:
            for inner in sentence.kids(prep.i, "pobj"):
                if (
                    inner.tag in {"NN", "NNS"}
                    and inner.ent not in {"DATE", "TIME", "GPE"}
                    and not inner.lower.isdigit()
                ):
                    if prep.lower == "for" and inner.lemma not in words.lists["givings"]:
                        continue
                    return inner.i
        elif prep.lower == "worth":
            return after_of(sentence, prep.i)
    above = tokens[here.head]
    if above.lower in {"of", "worth"} and tokens[above.head].tag in {"NN", "NNS"}:
        return above.head
    if (
        here.dep in {"compound", "nmod", "amod", "nummod"}
        and above.tag in {"NN", "NNS"}
        and above.i > i
        and above.lemma not in words.currencies
    ):
        return above.i
    return None
