"""How an act was done: PLOVER's modes, from the frame and from the words of the act's own clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.code.act import Act
from dragoman.errors import LexiconError
from dragoman.languages import read_yaml
from dragoman.model import Sentence, Token
from dragoman.ontology import load as load_ontology

__all__ = ["ModeCues", "mode_cues", "modes_of"]

#: Where a clause embedded in another begins; its words belong to another act.
_EMBEDDED = frozenset({"ccomp", "relcl", "advcl", "parataxis", "csubj"})
#: What these govern is struck, it does not strike.
_STRUCK = frozenset(
    {"on", "against", "at", "into", "near", "outside", "around", "toward", "towards", "upon", "over"}
)
_OBJECTS = frozenset({"dobj", "nsubjpass"})
#: With what it was done, wherever the parser hung it: "attacked a convoy with mines".
_WITH = frozenset({"with", "by", "using"})


@dataclass(frozen=True, slots=True)
class ModeCues:
    """The words that show a mode: type -> mode -> lemmas or pairs of words."""

    modes: Mapping[str, Mapping[str, frozenset[str]]]
    contents: Mapping[str, Mapping[str, frozenset[str]]]
    sure: Mapping[str, frozenset[str]]
    several: frozenset[str]
    means: frozenset[str]


@cache
def mode_cues(language: str = "en") -> ModeCues:
    """The cues of a language.

    Raises LexiconError where a type or a mode is none of the ontology's.
    """
    raw, types = read_yaml(language, "modes.yaml"), load_ontology().types
    for part in ("modes", "contents", "sure"):
        for type_, modes in raw[part].items():
            if type_ not in types:
                raise LexiconError("modes.yaml", f"no event type {type_!r}")
            for mode in modes:
                if mode not in types[type_].modes:
                    raise LexiconError("modes.yaml", f"{type_} has no mode {mode!r}")
    sure = {type_: frozenset(modes) for type_, modes in raw["sure"].items()}
    return ModeCues(
        _table(raw["modes"]),
        _table(raw["contents"]),
        sure,
        frozenset(raw["several"]),
        frozenset(raw["verbs"]),
    )


def _table(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, dict[str, frozenset[str]]]:
    return {
        type_: {mode: frozenset(map(str, words)) for mode, words in modes.items()}
        for type_, modes in raw.items()
    }


def modes_of(act: Act, sentence: Sentence) -> tuple[str, ...]:
    """The modes of an act: the frame's own first, then what the words of its clause show.

    Types of which one act has one mode keep the frame's, else the first that is cued, in the file's order.
    """
    cues = mode_cues()
    if act.type in cues.contents:
        return _content_modes(act, sentence, cues)
    if act.type not in cues.modes or (act.modes and act.type not in cues.several):
        return act.modes
    words = _words(act, sentence, cues.means)
    found = [mode for mode, known in cues.modes[act.type].items() if words & known]
    if act.type not in cues.several:
        return tuple(found[:1])
    return tuple(dict.fromkeys((*act.modes, *found)))


def _content_modes(act: Act, sentence: Sentence, cues: ModeCues) -> tuple[str, ...]:
    """The mode of an act in words by what it is about: "threatened new tariffs" is restrict."""
    sure = act.content is not None and (set(act.modes) & cues.sure[act.type] or act.content.type == "ASSAULT")
    if sure and act.modes:
        return act.modes
    head = act.trigger if act.content_head is None else act.content_head
    words = _spoken(sentence, sentence.subtree(head))
    found = [mode for mode, known in cues.contents[act.type].items() if words & known]
    return tuple(found[:1]) or act.modes


def _spoken(sentence: Sentence, inside: Iterable[int]) -> set[str]:
    """The lemmas of some words, their pairs with the next word, and verbs with their particles."""
    tokens, inside = sentence.tokens, set(inside)
    words = {tokens[i].lemma for i in inside} | {tokens[i].lower for i in inside}
    words |= {f"{tokens[i].lower} {tokens[i + 1].lemma}" for i in inside if i + 1 in inside}
    for i in inside:
        words |= {
            f"{tokens[i].lemma}_{k.lower}" for k in sentence.kids(i, "prt", "prep", "advmod") if k.i == i + 1
        }
    return words


def _words(act: Act, sentence: Sentence, means: frozenset[str]) -> set[str]:
    """What is said in the act's own clause; what is struck is left out, since it shows no means."""
    return _spoken(
        sentence, [i for head in (act.trigger, act.verb) for i in _own(act, sentence, head, means)]
    )


def _own(act: Act, sentence: Sentence, head: int, means: frozenset[str]) -> list[int]:
    tokens, found, todo = sentence.tokens, [], [head]
    narrow = act.type == "ASSAULT"
    while todo:
        i = todo.pop()
        found.append(i)
        for kid in sentence.kids(i):
            if (kid.dep in _EMBEDDED and not _same_clause(sentence, kid.i)) or (
                kid.dep == "conj" and kid.pos in {"VERB", "AUX"}
            ):
                continue
            if narrow and i == head and _is_target(tokens[i].lemma, kid, means):
                todo += [
                    k for k in sentence.subtree(kid.i) if tokens[k].dep == "prep" and tokens[k].lower in _WITH
                ]
                continue
            todo.append(kid.i)
    return found


def _same_clause(sentence: Sentence, i: int) -> bool:
    """A clause of time or purpose tells how the act was done: "when their car hit a mine", "to disperse"."""
    return any(k.lower in {"when", "to"} for k in sentence.kids(i, "advmod", "mark", "aux"))


def _is_target(lemma: str, kid: Token, means: frozenset[str]) -> bool:
    return (kid.dep == "prep" and kid.lower in _STRUCK) or (kid.dep in _OBJECTS and lemma not in means)
