"""What an act is about, by cue words in its sentence."""

from dragoman.code.contexts import contexts_of
from dragoman.ontology import load as load_ontology
from tests.build import words


def test_every_cue_shows_its_context() -> None:
    missed = [
        (context.name, cue)
        for context in load_ontology().contexts.values()
        for cue in context.cues
        if context.name
        not in contexts_of(words("They/PRP met/VBD over/IN " + " ".join(f"{w}/NN" for w in cue.split())))
    ]
    assert missed == []


def test_no_cue_no_context() -> None:
    assert contexts_of(words("They/PRP met/VBD on/IN Monday/NNP")) == ()


def test_half_a_cue_shows_nothing() -> None:
    cues = {cue for context in load_ontology().contexts.values() for cue in context.cues}
    halves = {cue.rsplit(" ", 1)[0] for cue in cues if " " in cue} - cues
    alone = {half for half in halves if not set(half.split()) & cues}
    assert alone
    assert [
        h
        for h in sorted(alone)
        if contexts_of(words("They/PRP met/VBD " + " ".join(f"{w}/NN" for w in h.split())))
    ] == []


def test_contexts_stand_in_order_and_once() -> None:
    contexts = load_ontology().contexts
    cues = [cue for name in sorted(contexts, reverse=True) for cue in contexts[name].cues[:1]]
    found = contexts_of(
        words("They/PRP met/VBD " + " ".join(f"{w}/NN" for cue in cues + cues for w in cue.split()))
    )
    assert list(found) == sorted(set(found))
    assert set(found) >= {name for name in contexts if contexts[name].cues}
