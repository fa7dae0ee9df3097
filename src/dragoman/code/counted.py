"""What a figure counts, and what became of it: the killed, the wounded, the troops sent, the dollars paid."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.code.numberwords import Casualty, NumberWords
from dragoman.code.numerals import Figure
from dragoman.model import Sentence, Token

__all__ = ["Counted", "casualty_at", "count", "governor", "item_of"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "npadvmod", "poss", "predet"}
)
_UP = frozenset({"conj", "appos"})
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
    if figure.sign or noun is not None and tokens[noun].lemma in words.currencies:
        return _money(sentence, figure, noun, words)
    if noun is not None and tokens[noun].lemma in words.lists["measures"]:
        inner = _of(sentence, noun)
        return (
            None
            if inner is None
            else Counted(
                inner, item_of(tokens[inner], words), _role(sentence, noun, words)[1], tokens[noun].lemma
            )
        )
    if noun is not None and tokens[noun].lemma in words.lists["containers"]:
        noun = _of(sentence, noun) or noun
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
    casualty, role, toll = _fate(sentence, head, noun, words)
    if casualty and (noun is None or _person(token, words) or casualty in {"killed", "wounded", "missing"}):
        return Counted(head, casualty, casualty, toll=toll)
    if lemma.lower() in words.lists["not_counted"]:
        return None
    if noun is None:
        return None if _part_of_them(sentence, head) else Counted(head, "", role, toll=toll)
    item = "" if lemma in {"other", "more"} else item_of(token, words)
    return Counted(head, item, role, toll=toll)


def _part_of_them(sentence: Sentence, head: int) -> bool:
    """Whether a number only singles out some of those told of, without a verb of its own: "three of them children"."""
    inner, token = _of(sentence, head), sentence.tokens[head]
    governed = token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"} and sentence.tokens[
        token.head
    ].pos in {"VERB", "AUX", "ADP"}
    return inner is not None and sentence.tokens[inner].lower in _RELATIVES and not governed


def item_of(token: Token, words: NumberWords) -> str:
    """The noun of what is counted in its usual form: lemma, some in the plural, peoples with a capital."""
    if token.tag in {"NNP", "NNPS"} or token.ent == "NORP":
        return (
            token.text.removesuffix("s") if token.tag == "NNPS" or token.text.endswith("ns") else token.text
        )
    return words.plurals.get(token.lemma, token.lemma)


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
    if token.head >= after and token.dep in _BEFORE_NOUN and tokens[token.head].pos in _NOMINAL:
        return token.head
    inner = _of(sentence, top)
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
        elif (
            found is not None or tokens[k].pos not in {"ADJ"} and tokens[k].tag not in {"VBN", "VBG", "HYPH"}
        ):
            break
    return found if found is not None and tokens[found].tag in {"NNS", "NNPS"} else None


def _of(sentence: Sentence, i: int) -> int | None:
    """What stands after "of" behind a token."""
    for prep in sentence.kids(i, "prep"):
        if prep.lower == "of":
            for inner in sentence.kids(prep.i, "pobj"):
                return inner.i
    return None


def _person(token: Token, words: NumberWords) -> bool:
    return (
        token.lemma in words.lists["persons"]
        or token.ent == "NORP"
        or token.tag in {"NNPS", "JJ"}
        or token.lemma.endswith(("man", "woman", "ist", "ian"))
    )


def _percent(tokens: tuple[Token, ...], figure: Figure) -> bool:
    after = [t.lower for t in tokens[figure.last : figure.last + 2]]
    return after[:1] in (["%"], ["percent"], ["pc"]) or after == ["per", "cent"]


def _share(sentence: Sentence, figure: Figure) -> Counted | None:
    """A share: what it is a share of, or what is set at it."""
    tokens = sentence.tokens
    sign = figure.last if tokens[figure.last].lower != "per" else figure.last + 1
    for i in (sign, figure.last, _top(tokens, figure)):
        inner = _of(sentence, i)
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
    role = _governed(sentence, base, words)[1] or (
        None if goods is None else _governed(sentence, goods, words)[1]
    )
    item = words.plurals.get(name, name) if goods is None else item_of(tokens[goods], words)
    return Counted(head, item, "paid" if role == "sent" else role, unit)


def _paid_for(sentence: Sentence, i: int, words: NumberWords) -> int | None:
    """What a sum is for: "$500 million in military aid", "a loan of $3 billion", "30 million dollars' worth of goods"."""
    tokens = sentence.tokens
    here = tokens[i]
    if here.dep == "poss" and tokens[here.head].lower == "worth":
        return _of(sentence, here.head)
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
            return _of(sentence, prep.i)
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


# -- the fate --------------------------------------------------------------------------------


def _fate(
    sentence: Sentence, head: int, noun: int | None, words: NumberWords
) -> tuple[str | None, str | None, bool]:
    """The casualty, the role, and whether it is a running toll, of what is counted at ``head``."""
    beside = _beside(sentence, head, words)
    if beside:
        return beside, beside, False
    toll = _toll(sentence, head, noun, words)
    if toll:
        return toll, toll, True
    casualty, role = _governed(sentence, head, words)
    return casualty, role, False


def _beside(sentence: Sentence, head: int, words: NumberWords) -> str | None:
    """ "3 dead", "20 wounded", "12 people killed in the blast": a word of harm right behind, no object of its own."""
    tokens = sentence.tokens
    if head + 1 >= len(tokens):
        return None
    after = tokens[head + 1]
    if after.tag not in {"VBN", "VBD", "JJ", "NN", "RB", "NNS"}:
        return None
    for kind in words.casualties:
        if after.lower in kind.words and not sentence.kids(after.i, "dobj"):
            if (
                after.tag == "VBD"
                and after.dep == "ROOT"
                and tokens[head].dep == "nsubj"
                and after.i + 1 < len(tokens)
                and tokens[after.i + 1].pos in {"NUM", "DET"}
            ):
                return None
            return kind.item
    return None


def _toll(sentence: Sentence, head: int, noun: int | None, words: NumberWords) -> str | None:
    """A figure that a toll stands at, rises to or is put at; losses of soldiers count as killed."""
    tokens = sentence.tokens
    token = tokens[head]
    if token.dep == "pobj" and tokens[token.head].dep in {"prep", "prt", "advmod"}:
        above = tokens[tokens[token.head].head]
        while above.dep in {"prep", "pobj"}:
            above = tokens[above.head]
        named = [above, *sentence.kids(above.i, "nsubj", "nsubjpass", "dobj")]
    elif token.dep in {"dobj", "attr", "nsubj", "npadvmod"}:
        named = sentence.kids(token.head, "nsubj", "dobj")
    elif token.dep == "conj" and token.pos == "NUM":
        return None
    else:
        return None
    for one in named:
        if one.i == head:
            continue
        if one.lemma in words.lists["tolls"] and (noun is None or _person(token, words)):
            kinds = [
                k
                for k in words.casualties
                for m in sentence.kids(one.i, "compound", "amod")
                if m.lemma in k.nouns or m.lower in k.words
            ]
            if kinds or one.lemma == "toll":
                return kinds[0].item if kinds else "killed"
        for kind in words.casualties:
            number = any(k.lemma in words.lists["figures"] for k in named)
            if (
                one.lemma in kind.nouns
                and (noun is None or number)
                or number
                and _counts(sentence, one, kind)
            ):
                return kind.item
        if noun is None and one.lemma in words.lists["harmed"]:
            return item_of(one, words)
        if one.lemma == "loss" and noun is not None and _person(token, words):
            return "killed"
    return None


def _counts(sentence: Sentence, figure: Token, kind: Casualty) -> bool:
    """ "The number of dead": a noun of counting with the counted after "of"."""
    inner = _of(sentence, figure.i)
    return inner is not None and (
        sentence.tokens[inner].lemma in kind.nouns or sentence.tokens[inner].lower in kind.words
    )


def governor(sentence: Sentence, i: int, words: NumberWords) -> tuple[Token, str]:
    """The verb or noun that a noun phrase hangs on, and by which relation.

    Coordination, apposition and words that only count ("dozens of", "48 of", "a group of") are passed by.
    """
    tokens = sentence.tokens
    token = tokens[i]
    for _ in range(8):
        above = tokens[token.head]
        if token.dep in _UP and above.pos not in {"VERB", "AUX"} and above.i != token.i:
            token = above
            continue
        if token.dep != "pobj":
            return above, token.dep
        over = tokens[above.head]
        if above.lower == "of" and (
            over.pos == "NUM"
            or over.lower in words.vague
            or over.lemma in words.lists["containers"]
            or over.lemma in words.lists["measures"]
            or over.lemma in words.currencies
        ):
            token = over
            continue
        return over, above.lower
    return token, token.dep


def _governed(sentence: Sentence, head: int, words: NumberWords) -> tuple[str | None, str | None]:
    """Casualty and role from a participle on the noun, from its verb, or from a noun of action above it."""
    for kid in sentence.kids(head, "acl", "relcl"):
        passive = kid.tag == "VBN" and (kid.dep == "acl" or bool(sentence.kids(kid.i, "auxpass")))
        if any(k.tag in {"WP", "WDT"} for k in sentence.kids(kid.i, "dobj")):
            return None, words.roles.get(kid.lemma)
        if passive or kid.dep == "relcl":
            found = casualty_at(sentence, kid.i, words, undergone=not passive)
            if found:
                return found, found
    above, dep = governor(sentence, head, words)
    if above.i == head:
        return None, None
    if above.pos in {"VERB", "AUX"}:
        return _of_verb(sentence, above, dep, head, words)
    if dep in {"of", "for"}:
        for kind in words.casualties:
            if above.lemma in kind.nouns and above.lemma not in words.lists["tolls"]:
                return kind.item, kind.item
        return None, words.nominal_roles.get(above.lemma)
    if dep in _BEFORE_NOUN:
        return None, words.nominal_roles.get(above.lemma)
    return None, None


def _role(sentence: Sentence, head: int, words: NumberWords) -> tuple[str | None, str | None]:
    return _governed(sentence, head, words)


def _of_verb(
    sentence: Sentence, verb: Token, dep: str, head: int, words: NumberWords
) -> tuple[str | None, str | None]:
    undergoes = _undergoes(sentence, verb, dep)
    active = dep == "nsubj" and not undergoes
    if undergoes or active:
        found = casualty_at(sentence, verb.i, words, undergone=active)
        if found:
            return found, found
    if dep in {"nsubj", "nsubjpass"}:
        if verb.lower == "missing":
            return "missing", "missing"
        for kid in sentence.kids(verb.i, "acomp", "attr", "oprd"):
            for kind in words.casualties:
                if kid.lower in kind.words:
                    return kind.item, kind.item
    if undergoes:
        token = sentence.tokens[head]
        if verb.lemma in words.lists["life_verbs"] and token.lemma == "life":
            return "killed", "killed"
        if verb.lemma in words.lists["losing"] and _person(token, words):
            return "killed", "killed"
        if (
            verb.lemma in {"hold", "take"}
            and _person(token, words)
            and verb.lemma == "hold"
            and sentence.kids(verb.i, "nsubj", "nsubjpass")
        ):
            subject = sentence.kids(verb.i, "nsubj")
            if not subject or any(
                s.lemma in {"police", "authority", "force", "officer", "agent"} for s in subject
            ):
                return "detained", "detained"
        return None, words.roles.get(_phrasal(sentence, verb)) or words.roles.get(verb.lemma)
    if dep in {"with", "by", "of"} and verb.lemma in {"supply", "provide", "equip"}:
        return None, "sent"
    return None, words.roles.get(verb.lemma) if verb.lemma in {
        "march",
        "rally",
        "protest",
        "demonstrate",
        "gather",
        "flee",
    } else None


def _undergoes(sentence: Sentence, verb: Token, dep: str) -> bool:
    """Whether what stands in this relation has the verb done to it; a participle that the parser took for active counts."""
    if dep in {"dobj", "nsubjpass", "attr"}:
        return True
    if dep == "nsubj" and verb.tag == "VBN":
        return not sentence.kids(verb.i, "dobj", "aux", "ccomp", "xcomp")
    return False


def _phrasal(sentence: Sentence, verb: Token) -> str:
    """A verb with its particle or complement: "shoot_down", "take_hostage"."""
    tokens = sentence.tokens
    for kid in sentence.kids(verb.i, "prt", "oprd", "acomp", "advmod", "attr", "dobj"):
        if kid.dep == "prt" or kid.lower in {"dead", "hostage", "captive", "prisoner", "down"}:
            return f"{verb.lemma}_{kid.lower}"
    after = tokens[verb.i + 1].lower if verb.i + 1 < len(tokens) else ""
    return f"{verb.lemma}_{after}"


def casualty_at(sentence: Sentence, i: int, words: NumberWords, *, undergone: bool = False) -> str | None:
    """The harm that a verb tells of: done to its object, or undergone by its subject; None of any other verb."""
    verb = sentence.tokens[i]
    names = {verb.lemma} if undergone else {verb.lemma, _phrasal(sentence, verb)}
    for kind in words.casualties:
        if names & (kind.undergone if undergone else kind.verbs):
            return kind.item
    return None
