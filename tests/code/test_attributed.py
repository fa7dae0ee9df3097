"""Who says an act: the attributions over its trigger, the innermost first."""

from dataclasses import replace

from dragoman.code.act import Path
from dragoman.code.attributed import Voices
from dragoman.model import Attribution, Party, Report, Resolution, Sentence, Source, Span
from tests.build import sentence, text_of
from tests.code.staged import an_act, codes, person, state

#: "Kenya said Iran reported Mali attacked Niger": Kenya's content holds Iran's, Iran's holds the attack.
TOLD = sentence(
    "Kenya/NNP/nsubj/1 said/VBD/ROOT/1 Iran/NNP/nsubj/3 reported/VBD/ccomp/1 "
    "Mali/NNP/nsubj/5 attacked/VBD/ccomp/3 Niger/NNP/dobj/5"
)
ATTACK = an_act("ASSAULT", "Mali", "Niger", trigger=5)


def content(first: int, one: Sentence = TOLD) -> Span:
    return Span(one.tokens[first].start, one.tokens[-1].end)


KENYA = Attribution(0, (0, 1), 0, (1, 2), (content(2),), "indirect", "affirms", "stated")
IRAN = Attribution(0, (2, 3), 2, (3, 4), (content(4),), "indirect", "affirms", "stated")


def voices(*found: Attribution, sentences: tuple[Sentence, ...] = (TOLD,)) -> Voices:
    parties = [
        Resolution(0, i, i + 1, i, (state(name),), 0.9, "name") for i, name in ((0, "Kenya"), (2, "Iran"))
    ]
    return Voices(Report("r", text_of(sentences)), {s.index: s for s in sentences}, found, parties)


def test_the_reporters_own_voice() -> None:
    assert voices().of(ATTACK, TOLD) == ()


def test_a_source_with_its_words() -> None:
    (one,) = voices(IRAN).of(ATTACK, TOLD)
    assert (one.source.code, one.source.raw, one.cue, one.kind, one.stance) == (
        "IRN",
        "Iran",
        "reported",
        "indirect",
        "affirms",
    )
    assert one.source_span == (11, 15)
    assert one.cue_span == (16, 24)
    assert one.content == (content(4),)


def test_the_innermost_source_comes_first() -> None:
    for order in ((KENYA, IRAN), (IRAN, KENYA)):
        assert [s.source.code for s in voices(*order).of(ATTACK, TOLD)] == ["IRN", "KEN"]


def test_only_what_covers_the_trigger_counts() -> None:
    saying = an_act("ACCUSE", "Iran", trigger=3)
    assert [s.source.code for s in voices(KENYA, IRAN).of(saying, TOLD)] == ["KEN"]
    assert voices(KENYA, IRAN).of(an_act("ACCUSE", "Kenya", trigger=1), TOLD) == ()


def test_a_cue_is_not_said_by_its_own_source() -> None:
    wide = replace(IRAN, content=(content(3),))
    assert voices(wide).of(an_act("ACCUSE", "Iran", trigger=3), TOLD) == ()


def test_who_passes_it_on_follows() -> None:
    outer = replace(KENYA, content=(Span(900, 910),))
    chain = voices(replace(IRAN, outer=1), outer).of(ATTACK, TOLD)
    assert [s.source.code for s in chain] == ["IRN", "KEN"]


def test_a_chain_that_turns_in_a_circle_ends() -> None:
    found = voices(replace(IRAN, outer=1), replace(KENYA, outer=0)).of(ATTACK, TOLD)
    assert [s.source.code for s in found] == ["IRN", "KEN"]


def test_a_cue_without_a_source_is_nobodys() -> None:
    alone = Attribution(0, None, None, (1, 2), (content(2),), "indirect", "affirms", "alleged")
    assert voices(alone).of(ATTACK, TOLD) == ()


def test_an_accused_act_is_alleged() -> None:
    act = replace(ATTACK, path=Path(alleged=True))
    assert [s.certainty for s in voices(IRAN).of(act, TOLD)] == ["alleged"]
    assert [s.certainty for s in voices(IRAN).of(ATTACK, TOLD)] == ["stated"]


def test_a_source_that_is_no_party_keeps_its_words() -> None:
    spec = "Local/JJ/amod/1 villagers/NNS/nsubj/2 said/VBD/ROOT/2 Mali/NNP/nsubj/4 left/VBD/ccomp/2"
    one = sentence(spec, index=3)
    said = Attribution(3, (0, 2), 1, (2, 3), (content(3, one),), "indirect", "affirms", "stated")
    made = Voices(Report("r", text_of([one])), {3: one}, [said], [])
    (source,) = made.of(an_act("RETREAT", "Mali", trigger=4), one)
    assert (source.source.name, source.source.code, source.source.kind) == ("Local villagers", None, "role")


def said_by(party: Party) -> Source:
    return Source(party, "said", "indirect", "affirms", "stated", None, None, ())


def test_a_speech_act_is_not_attributed_to_its_speaker() -> None:
    agency = Party("Wire", "Wire", Span(0, 0), "MLI", "JRN", None, None, "agency:wire", "agency")
    sources = (
        said_by(state("Mali")),
        said_by(person("Ann", "MLI")),
        said_by(state("Kenya")),
        said_by(agency),
    )
    left = voices().without_speaker(sources, (state("Mali"),))
    assert codes([s.source for s in left]) == ["KEN", "MLI"]
    assert left[1].source == agency
    assert voices().without_speaker(sources, ()) == sources
