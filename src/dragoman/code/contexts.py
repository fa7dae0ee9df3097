"""What an act is about: PLOVER's contexts, shown by cue words in its sentence."""

from __future__ import annotations

from functools import cache

from dragoman.model import Sentence
from dragoman.ontology import load as load_ontology

__all__ = ["contexts_of"]


@cache
def _cues() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """For the first lemma of every cue: the cues that it starts and the context that each shows."""
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for context in load_ontology().contexts.values():
        for cue in context.cues:
            words = tuple(cue.split())
            starts.setdefault(words[0], []).append((words, context.name))
    return {first: tuple(found) for first, found in starts.items()}


def contexts_of(sentence: Sentence) -> tuple[str, ...]:
    """The contexts whose cue words stand in a sentence, in order of their names."""
    lemmas = [t.lemma.lower() for t in sentence.tokens]
    starts, found = _cues(), set()
    for i, lemma in enumerate(lemmas):
        for words, name in starts.get(lemma, ()):
            if tuple(lemmas[i : i + len(words)]) == words:
                found.add(name)
    return tuple(sorted(found))
