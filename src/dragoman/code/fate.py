"""What became of what a figure counts, by the verb or noun that governs it: killed, detained, sent, paid."""

from __future__ import annotations

from dragoman.code.numberwords import Casualty, NumberWords
from dragoman.model import Sentence, Token

__all__ = ["BEFORE_NOUN", "after_of", "casualty_at", "fate", "governed", "is_person"]

#: How a word hangs on the noun that it stands before.
BEFORE_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "npadvmod", "poss", "predet"}
)
_UP = frozenset({"conj", "appos"})


def after_of(sentence: Sentence, i: int) -> int | None:
    """What stands after "of" behind a token."""
    for prep in sentence.kids(i, "prep"):
        if prep.lower == "of":
            for inner in sentence.kids(prep.i, "pobj"):
                return inner.i
    return None


def is_person(token: Token, words: NumberWords) -> bool:
    return (
        token.lemma in words.lists["persons"]
        or token.ent == "NORP"
        or token.tag in {"NNPS", "JJ"}
        or token.lemma.endswith(("man", "woman", "ist", "ian"))
    )


def fate(
    sentence: Sentence, head: int, noun: int | None, words: NumberWords
) -> tuple[str | None, str | None, bool]:
    """The casualty, the role, and whether it is a running toll, of what is counted at ``head``."""
    beside = _beside(sentence, head, words)
    if beside:
        return beside, beside, False
    toll = _toll(sentence, head, noun, words)
    if toll:
        return toll, toll, True
    casualty, role = governed(sentence, head, words)
    return casualty, role, False


def _beside(sentence: Sentence, head: int, words: NumberWords) -> str | None:
    """ "3 dead", "20 wounded", "12 people killed in the blast": a word of harm behind, without object."""
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
        if one.lemma in words.lists["tolls"] and (noun is None or is_person(token, words)):
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
            if (one.lemma in kind.nouns and (noun is None or number)) or (
                number and _counts(sentence, one, kind)
            ):
                return kind.item
        if noun is None and one.lemma in words.lists["harmed"]:
            return words.plurals.get(one.lemma, one.lemma)
        if one.lemma == "loss" and noun is not None and is_person(token, words):
            return "killed"
    return None


def _counts(sentence: Sentence, figure: Token, kind: Casualty) -> bool:
    """ "The number of dead": a noun of counting with the counted after "of"."""
    inner = after_of(sentence, figure.i)
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


def governed(sentence: Sentence, head: int, words: NumberWords) -> tuple[str | None, str | None]:
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
    if dep in BEFORE_NOUN:
        return None, words.nominal_roles.get(above.lemma)
    return None, None


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
        if verb.lemma in words.lists["losing"] and is_person(token, words):
            return "killed", "killed"
        if (
            verb.lemma in {"hold", "take"}
            and is_person(token, words)
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
    """Whether the verb is done to what stands in this relation; participles taken for active verbs count."""
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
    """The harm that a verb tells of, done to its object or undergone by its subject; None of any other."""
    verb = sentence.tokens[i]
    names = {verb.lemma} if undergone else {verb.lemma, _phrasal(sentence, verb)}
    for kind in words.casualties:
        if names & (kind.undergone if undergone else kind.verbs):
            return kind.item
    return None
