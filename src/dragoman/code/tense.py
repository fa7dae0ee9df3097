"""The tense of a verb, read from its own form and from the auxiliaries that hang on it."""

from __future__ import annotations

from dragoman.model import Sentence, Token

__all__ = ["auxiliaries", "tense_of"]

_BE = frozenset({"be", "is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m", "get", "got"})
_PAST_BE = frozenset({"was", "were", "got"})
_HAVE = frozenset({"have", "has", "having", "'ve"})
_HAD = frozenset({"had", "'d"})
_WILL = frozenset({"will", "'ll", "shall", "wo", "sha"})
#: "is going to meet", "is set to sign": the verb that is told lies ahead.
_AHEAD = frozenset({"going", "set", "due", "about", "poised", "slated", "scheduled"})


def tense_of(sentence: Sentence, i: int) -> str:
    """The tense of the verb at position ``i``; empty for a word that is no verb.

    One of past, present, perfect, past_perfect, future, progressive, conditional, infinitive and
    participle.  Progressive is said of the present alone: "was supplying" is past, "has been
    supplying" is perfect, "will be supplying" is future.  A verb joined to another by "and"
    takes over the auxiliaries of the first ("has met and praised").

    >>> from dragoman.model import Span
    >>> token = Token(0, "met", "met", "meet", "VBD", "VERB", "ROOT", 0, 0, 3, "")
    >>> tense_of(Sentence(0, 0, Span(0, 3), (token,), ((),)), 0)
    'past'
    """
    token = sentence.tokens[i]
    if token.tag[:2] not in {"VB", "MD"}:
        return ""
    helpers = [a.lower for a in auxiliaries(sentence, i)]
    if token.tag == "MD":
        helpers.append(token.lower)
    if "to" in helpers:
        return _infinitive(sentence, token, helpers)
    for modal in _modals(sentence, i, token):
        return "future" if modal in _WILL else "conditional"
    return _finite(sentence, token, helpers)


def auxiliaries(sentence: Sentence, i: int) -> list[Token]:
    """The auxiliaries of the verb at ``i``, in order: its own, else those of the verb it is joined to."""
    found = sentence.kids(i, "aux", "auxpass")
    token, seen = sentence.tokens[i], 0
    while not found and token.dep == "conj" and token.head != token.i and seen < 8:
        # A past form that stands alone is its own clause; a participle or a bare form is not.
        if token.tag in {"VBD", "VBZ", "VBP"} or sentence.kids(token.i, "nsubj", "nsubjpass"):
            break
        token, seen = sentence.tokens[token.head], seen + 1
        if token.tag[:2] != "VB":
            break
        found = sentence.kids(token.i, "aux", "auxpass")
    return found


def _modals(sentence: Sentence, i: int, token: Token) -> list[str]:
    found = [a.lower for a in auxiliaries(sentence, i) if a.tag == "MD"]
    return [*found, token.lower] if token.tag == "MD" else found


def _infinitive(sentence: Sentence, token: Token, helpers: list[str]) -> str:
    """An infinitive lies ahead after "is going", "is set" or plain "is" ("is to meet")."""
    above = sentence.tokens[token.head]
    if token.dep not in {"xcomp", "ccomp", "acomp", "advcl"} or above.i == token.i:
        return "infinitive"
    if above.lower in {"is", "are"}:
        return "future"
    if above.lower in _AHEAD:
        stands = {a.lower for a in sentence.kids(above.i, "aux", "auxpass")}
        stands |= {sentence.tokens[above.head].lower}
        if stands & {"is", "are", "'s", "'re", "am", "'m"}:
            return "future"
    return "infinitive"


def _finite(sentence: Sentence, token: Token, helpers: list[str]) -> str:
    """The tense by the first auxiliary that has one, else by the verb's own form."""
    if any(h in _HAD for h in helpers):
        return "past_perfect"
    # "having met" is no statement of its own, it leans on another verb.
    if "having" in helpers:
        return "participle"
    if any(h in _HAVE for h in helpers) or ("'s" in helpers and "been" in helpers):
        return "perfect"
    if "did" in helpers:
        return "past"
    if any(h in {"do", "does"} for h in helpers):
        return "present"
    if any(h in _PAST_BE for h in helpers):
        return "past"
    if any(h in _BE - {"being", "been", "be"} for h in helpers):
        return "progressive" if token.tag == "VBG" or "being" in helpers else "present"
    if token.tag == "VBN" and token.dep not in {"acl", "amod", "advcl"} and sentence.kids(token.i, "nsubj"):
        # A tagger's slip between "met" and "met": a subject of its own makes it a past.
        return "past"
    own = {"VBD": "past", "VBZ": "present", "VBP": "present", "VB": "infinitive"}
    return own.get(token.tag, "participle")
