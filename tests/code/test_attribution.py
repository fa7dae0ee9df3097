"""Who says what: sentences built by hand for the rules, parsed ones for how they play together."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.code.attribution import as_spans, find_attributions
from dragoman.code.cues import cues
from dragoman.code.quotes import quotations
from dragoman.model import Attribution, Sentence
from tests.build import sentence, text_of

MARK = '"'
SAID_THAT = (
    "Oslo/NNP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/5 rebels/NNS/nsubj/5 had/VBD/aux/5"
    " fled/VBN/ccomp/1 ././punct/1"
)
INVERTED = (
    "\"/``/punct/3 We/PRP/nsubj/2 lost/VBD/ccomp/6 it/PRP/dobj/2 ,/,/punct/6 \"/''/punct/6 said/VBD/ROOT/6"
    " Marta/NNP/nsubj/6 ././punct/6"
)
THROWN_IN = (
    "Rebels/NNS/nsubj/5 ,/,/punct/3 he/PRP/nsubj/3 said/VBD/parataxis/5 ,/,/punct/5"
    " fled/VBD/ROOT/5 ././punct/5"
)
ACCORDING = (
    "Rebels/NNS/nsubj/1 fled/VBD/ROOT/1 ,/,/punct/1 according/VBG/prep/1 to/IN/prep/3"
    " estimates/NNS/pobj/4/estimate from/IN/prep/5 Oslo/NNP/pobj/6 and/CC/cc/7 Kyiv/NNP/conj/7 ././punct/1"
)
DENIED = (
    "Oslo/NNP/nsubj/1 denied/VBD/ROOT/1/deny that/IN/mark/4 troops/NNS/nsubj/4 fled/VBD/ccomp/1 ././punct/1"
)
BELIEVED = (
    "Oslo/NNP/nsubjpass/2 is/VBZ/auxpass/2 believed/VBN/ROOT/2/believe to/TO/aux/5 have/VB/aux/5"
    " won/VBN/xcomp/2 ././punct/2"
)
CITING = (
    "Rebels/NNS/nsubj/1 fled/VBD/ccomp/4 ,/,/punct/4 Yonhap/NNP/nsubj/4 reported/VBD/ROOT/4/report"
    " ,/,/punct/4 citing/VBG/advcl/4/cite an/DT/det/8 official/NN/dobj/6 ././punct/4"
)
ACCUSED = (
    "Oslo/NNP/nsubj/1 accused/VBD/ROOT/1/accuse Kyiv/NNP/dobj/1 of/IN/prep/1 shelling/VBG/pcomp/3"
    " it/PRP/dobj/4 ././punct/1"
)
URGED = "Oslo/NNP/nsubj/1 urged/VBD/ROOT/1/urge Kyiv/NNP/dobj/1 to/TO/aux/4 leave/VB/xcomp/1 ././punct/1"
REPORTEDLY = "Rebels/NNS/nsubj/2 reportedly/RB/advmod/2 fled/VBD/ROOT/2 ././punct/2"
MIGHT_SAY = "Oslo/NNP/nsubj/2 might/MD/aux/2 say/VB/ROOT/2 rebels/NNS/nsubj/4 fled/VBD/ccomp/2 ././punct/2"


def seen(spec: str, **wanted: Any) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and content, in words, of the attributions of one built sentence."""
    one = sentence(spec)
    return told((one,), text_of([one]), **wanted)


def told(
    sentences: tuple[Sentence, ...], text: str, **wanted: Any
) -> list[tuple[str | None, str | None, list[str]]]:
    found = find_attributions(sentences, text, **wanted)
    return [shown(one, sentences, text) for one in found]


def shown(
    one: Attribution, sentences: tuple[Sentence, ...], text: str
) -> tuple[str | None, str | None, list[str]]:
    tokens = sentences[one.sentence].tokens

    def words(place: tuple[int, int] | None) -> str | None:
        return text[tokens[place[0]].start : tokens[place[1] - 1].end] if place else None

    return words(one.source), words(one.cue), [span.of(text) for span in one.content]


def only(spec: str) -> Attribution:
    one = sentence(spec)
    (found,) = find_attributions((one,), text_of([one]))
    return found


def test_indirect_speech_keeps_that_and_leaves_the_stop() -> None:
    assert seen(SAID_THAT) == [("Oslo", "said", ["that rebels had fled"])]


def test_the_marks_of_direct_speech_belong_to_the_content() -> None:
    (found,) = seen(INVERTED)
    assert found[:2] == ("Marta", "said")
    assert found[2][0].startswith(MARK)
    assert found[2][0].endswith(MARK)
    assert only(INVERTED).kind == "direct"


def test_words_of_saying_thrown_in_leave_two_pieces() -> None:
    assert seen(THROWN_IN) == [("he", "said", ["Rebels", "fled"])]


def test_estimates_from_two_make_two_attributions() -> None:
    assert [s for s, _, _ in seen(ACCORDING)] == ["Oslo", "Kyiv"]
    one = sentence(ACCORDING)
    found = find_attributions((one,), text_of([one]))
    assert {a.certainty for a in found} == {"estimated"}
    assert [a.source_head for a in found] == [7, 9]


def test_sources_of_one_cue_are_one_attribution_as_the_corpora_write_it() -> None:
    one = sentence(ACCORDING)
    text = text_of([one])
    (spans,) = as_spans(find_attributions((one,), text), (one,))
    assert [text[s:e] for s, e in spans["source"]] == ["Oslo and Kyiv"]


def test_a_denial_denies() -> None:
    assert only(DENIED).stance == "denies"
    assert only(SAID_THAT).stance == "affirms"


def test_what_is_believed_has_no_source_and_is_alleged() -> None:
    found = only(BELIEVED)
    assert (found.source, found.certainty, len(found.content)) == (None, "alleged", 2)


def test_the_one_who_cites_passes_the_cited_one_on() -> None:
    one = sentence(CITING)
    found = find_attributions((one,), text_of([one]))
    assert [a.outer for a in found] == [None, 0]
    assert seen(CITING) == [
        ("Yonhap", "reported", ["Rebels fled"]),
        ("an official", "citing", ["Rebels fled"]),
    ]


def test_an_accusation_alleges_its_act() -> None:
    assert seen(ACCUSED) == [("Oslo", "accused", ["shelling it"])]
    assert only(ACCUSED).certainty == "alleged"


def test_demands_count_only_as_attitudes() -> None:
    assert seen(URGED) == []
    assert seen(URGED, attitudes=True) == [("Oslo", "urged", ["Kyiv to leave"])]


def test_reportedly_names_nobody() -> None:
    found = only(REPORTEDLY)
    assert (found.source, found.source_head, found.certainty) == (None, None, "alleged")


def test_what_somebody_might_say_nobody_said() -> None:
    assert seen(MIGHT_SAY) == []


def test_a_sentence_without_cue_or_mark_has_none() -> None:
    assert seen("Rebels/NNS/nsubj/1 fled/VBD/ROOT/1 ././punct/1") == []


def test_a_quotation_runs_over_sentences_and_a_forgotten_close_ends_with_its_paragraph() -> None:
    first = sentence('"/``/punct/2 We/PRP/nsubj/2 lost/VBD/ROOT/2 ././punct/2')
    second = sentence(
        "We/PRP/nsubj/1 fled/VBD/ROOT/1 ././punct/1 \"/''/punct/1", index=1, offset=first.span.end + 1
    )
    text = text_of([first, second])
    assert [q.span for q in quotations((first, second), text)] == [(0, len(text))]
    (alone,) = quotations((first,), text_of([first]))
    assert alone.span == (0, first.span.end)


def test_every_cue_has_a_known_stance_and_certainty() -> None:
    known = {"clause", "infinitive", "gerund", "object", "after"}
    for lemma, cue in cues().verbs.items():
        assert cue.takes | cue.attitude, lemma
        assert cue.takes | cue.attitude <= known, lemma
        assert cue.stance in {"affirms", "denies", "doubts"}, lemma
        assert cue.certainty in {"stated", "estimated", "alleged"}, lemma


PARSED: list[tuple[str, list[tuple[str | None, str | None, list[str]]]]] = [
    (
        "The shells hit a market, the ministry said in a statement.",
        [("the ministry", "said", ["The shells hit a market"])],
    ),
    (
        "A report by Amnesty said the police had shot two farmers.",
        [("A report by Amnesty", "said", ["the police had shot two farmers"])],
    ),
    (
        "The general was quoted as saying that the rebels had fled.",
        [("The general", "was quoted as saying", ["that the rebels had fled"])],
    ),
    (
        "The envoy told Reuters that the talks had failed.",
        [
            ("The envoy", "told", ["that the talks had failed"]),
            ("Reuters", None, ["that the talks had failed"]),
        ],
    ),
    (
        "London and Accra both say that Iran has supplied the drones.",
        [
            ("London", "say", ["that Iran has supplied the drones"]),
            ("Accra", "say", ["that Iran has supplied the drones"]),
        ],
    ),
    (
        "Peru's claim that Ecuador had shelled a village was rejected.",
        [("Peru's", "claim", ["that Ecuador had shelled a village"])],
    ),
    (
        'The envoy paused. "We lost ten men," he said. "Our base is gone. It burned."',
        [("he", "said", ['"We lost ten men,"', '"Our base is gone. It burned."'])],
    ),
    (
        '"We lost ten men. Our base is gone," said Marta Ruiz, the mayor.',
        [("Marta Ruiz, the mayor", "said", ['"We lost ten men. Our base is gone,"'])],
    ),
    (
        'The minister: "Our troops are home."',
        [("The minister", ":", ['"Our troops are home."'])],
    ),
    (
        "In Bogota, according to the army, rebels shelled a village.",
        [("the army", "according to", ["In Bogota", "rebels shelled a village"])],
    ),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "wanted"), PARSED)
def test_parsed_sentences(text: str, wanted: list[tuple[str | None, str | None, list[str]]]) -> None:
    from dragoman.parse import parse_text

    assert told(parse_text(text), text) == wanted


@pytest.mark.model
def test_the_agency_that_is_told_is_the_outer_source() -> None:
    from dragoman.parse import parse_text

    text = "The envoy told Reuters that the talks had failed."
    inner, outer = find_attributions(parse_text(text), text)
    assert (inner.outer, outer.outer, outer.cue) == (1, None, None)


@pytest.mark.model
def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    from dragoman.parse import parse_text

    text = '"We lost ten men," said the envoy. "The base is gone.\n\n"The road is closed. We will stay."'
    parts = told(parse_text(text), text)
    assert parts[0][2] == ['"We lost ten men,"', '"The base is gone.']
    assert parts[1] == ("the envoy", None, ['"The road is closed. We will stay."'])


@pytest.mark.model
def test_a_relative_clause_leads_to_the_noun_before_it() -> None:
    from dragoman.parse import parse_text

    text = "The envoy, who said that the talks had failed, left Oslo."
    sentences = parse_text(text)
    (found,) = find_attributions(sentences, text)
    assert found.source_head is not None
    assert sentences[0].tokens[found.source_head].text == "envoy"


@pytest.mark.model
def test_who_declines_to_say_leaves_it_in_doubt() -> None:
    from dragoman.parse import parse_text

    text = "The spokesman declined to say whether troops had crossed the border."
    (found,) = find_attributions(parse_text(text), text)
    assert found.stance == "doubts"


@pytest.mark.model
def test_words_within_a_quotation_claim_nothing_outside_of_it() -> None:
    from dragoman.parse import parse_text

    text = '"Some people believe in guarantees," said a teacher in Goris.'
    assert [cue for _, cue, _ in told(parse_text(text), text)] == ["said"]
