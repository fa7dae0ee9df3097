"""Small repairs of trees that the parser gets wrong in the same way again and again."""

from __future__ import annotations

from dragoman.model import Token

__all__ = ["repair"]


_CHARGES = frozenset({"charge", "claim", "allegation", "accusation", "assertion", "suggestion"})
_CHARGING = frozenset({"accuse", "convict", "suspect", "acquit"})


def repair(tokens: list[Token]) -> list[Token]:
    """Mend a sentence's tokens before their children are listed.

    "X acknowledged it and, for the first time, admitted to more": the second verb after "and" is a
    conjunct in the past tense, not a participle clause.  "X denied that it had done it and accused Y":
    the past tense goes on with the main verb, not with the perfect inside.
    """
    joined = {t.head for t in tokens if t.dep == "conj"}
    for t in tokens:
        if t.dep != "cc" or t.head in joined or tokens[t.head].pos != "VERB":
            continue
        for later in tokens[t.i + 1 :]:
            if (
                later.dep == "advcl"
                and later.head == t.head
                and later.tag == "VBN"
                and not _has_auxiliary(tokens, later)
            ):
                tokens[later.i] = later._replace(dep="conj", tag="VBD")
                break
    for t in tokens[:-1]:
        # "fired warning shots": the shots are what is fired, and the warning says which.
        shots = tokens[t.i + 1]
        if t.lower == "warning" and t.dep == "xcomp" and shots.head == t.i and shots.dep == "dobj":
            tokens[shots.i] = shots._replace(head=t.head)
            tokens[t.i] = t._replace(head=shots.i, dep="compound", tag="NN", pos="NOUN", lemma="warning")
            for below in tokens[shots.i + 1 :]:
                if below.head == t.i:
                    tokens[below.i] = below._replace(head=t.head)
    _days_before_names(tokens)
    _charges_denied(tokens)
    for t in tokens:
        if t.lower == "of" and tokens[t.head].ent == "DATE":
            # "accused India on Sunday of shelling it": the charge hangs on the verb, not on the day.
            verb = tokens[tokens[tokens[t.head].head].head]
            if verb.lemma in _CHARGING:
                tokens[t.i] = t._replace(head=verb.i)
    for t in tokens:
        if t.dep == "conj" and t.tag == "VBD" and not _has_subject(tokens, t):
            above = tokens[t.head]
            told = tokens[above.head]
            if (
                above.tag in {"VBN", "VB", "VBZ", "VBP"}
                and above.dep == "ccomp"
                and told.tag == "VBD"
                and _has_auxiliary(tokens, above)
            ):
                tokens[t.i] = t._replace(head=told.i)
    return tokens


def _has_subject(tokens: list[Token], verb: Token) -> bool:
    return any(t.head == verb.i and t.dep in {"nsubj", "nsubjpass"} for t in tokens)


def _has_auxiliary(tokens: list[Token], verb: Token) -> bool:
    return any(t.head == verb.i and t.dep in {"aux", "auxpass"} for t in tokens)


def _days_before_names(tokens: list[Token]) -> None:
    """ "On 9 September Foreign Minister X agreed": the month belongs to the "on", not to the name after it."""
    governing = {t.head for t in tokens}
    for t in tokens[:-1]:
        if t.dep != "prep" or t.i in governing or tokens[t.i + 1].ent != "DATE":
            continue
        end = t.i + 1
        while end < len(tokens) and tokens[end].ent == "DATE":
            end += 1
        for inside in tokens[t.i + 1 : end]:
            if inside.head >= end and inside.dep in {"compound", "nmod", "npadvmod", "amod"}:
                tokens[inside.i] = inside._replace(head=t.i, dep="pobj")
                break


def _charges_denied(tokens: list[Token]) -> None:
    """ "X expelled them, accusing Y of plots, a charge Y denied": the charge is denied, the rest is the sentence."""
    for t in tokens:
        name = tokens[t.head]
        verb = tokens[name.head]
        if t.lemma not in _CHARGES or t.dep != "compound" or name.dep != "nsubj" or verb.i < name.i:
            continue
        main = next((c for c in tokens if c.head == verb.i and c.dep == "ccomp" and c.i < t.i), None)
        if main is None:
            continue
        tokens[main.i] = main._replace(head=main.i if verb.head == verb.i else verb.head, dep=verb.dep)
        tokens[verb.i] = verb._replace(head=t.i, dep="relcl")
        tokens[t.i] = t._replace(head=main.i, dep="dobj")
        for left in tokens[: t.i]:
            if left.head == name.i and left.dep == "det":
                tokens[left.i] = left._replace(head=t.i)
