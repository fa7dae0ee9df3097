"""The ontology's own files hold together, and the loader refuses files that do not."""

import json
import pickle
import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import OntologyError, UnknownEventType
from dragoman.ontology import EventType, Ontology, examples, hard_negatives, load
from dragoman.ontology.load import FOLDER

# After the codebook (quads, SANCTION, ACCUSE) and the PLOVER 2.0 manual (scores, modes).
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
SCORES = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10, "RETREAT": 6.5,
    "REQUEST": 0, "ACCUSE": -3, "REJECT": -2, "THREATEN": -3.5, "PROTEST": -5, "SANCTION": -6,
    "MOBILIZE": -5.5, "COERCE": -7, "ASSAULT": -9,
}  # fmt: skip
MODES = {
    "CONSULT": {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5},
    "RETREAT": {
        "withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5,
    },
    "REQUEST": {"assist": 0.5, "change": -1, "yield": -1, "meet": 0},
    "ACCUSE": {"disapprove": -2, "investigate": -3.5, "allege": -3.5},
    "REJECT": {"assist": -1.5, "change": -2, "yield": -2, "meet": -2},
    "THREATEN": {
        "restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5,
    },
    "PROTEST": {
        "demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5,
        "vandalize": -5,
    },
    "SANCTION": {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
    "MOBILIZE": {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6},
    "COERCE": {
        "seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5, "arrest": -7,
        "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7,
    },
    "ASSAULT": {
        "abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5, "destroy": -8.5,
        "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5, "aerial": -9.5,
        "drone": -9.5, "heavy-weapons": -9.5, "crowd-control": -7.5, "unconventional": -10,
    },
}  # fmt: skip
CONTEXTS = """
    military intelligence executive legislative election political_institutions pro_democracy pro_autocracy
    economic legal reparations human_rights rights_freedoms repression human_security gender lgbt
    religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters
    natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
    trafficking
"""
GROUPS = {"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def test_all_types_stand_in_their_quads(ontology: Ontology) -> None:
    assert {name: t.quad for name, t in ontology.types.items()} == {
        name: quad for quad, names in QUADS.items() for name in names.split()
    }
    assert ontology.quad("SANCTION") == 4


def test_types_and_modes_score_as_printed(ontology: Ontology) -> None:
    assert {name: t.score for name, t in ontology.types.items()} == SCORES
    for name, event_type in ontology.types.items():
        assert {mode.name: mode.score for mode in event_type.modes.values()} == MODES.get(name, {}), name


def test_contexts_are_those_of_the_manual(ontology: Ontology) -> None:
    assert sorted(ontology.contexts) == sorted(CONTEXTS.split())


def test_score_takes_the_mode_farthest_from_zero(ontology: Ontology) -> None:
    assert ontology.score("PROTEST") == -5
    assert ontology.score("PROTEST", ["hunger", "riot"]) == -7
    assert ontology.score("REQUEST", ["assist"]) == 0.5


def test_unknown_names_are_told_with_the_nearest(ontology: Ontology) -> None:
    with pytest.raises(UnknownEventType, match="Did you mean RETREAT"):
        ontology.quad("RETREET")
    with pytest.raises(OntologyError, match="Did you mean ceasefire"):
        ontology.cameo("RETREAT", "cease-fire")


@pytest.mark.parametrize(
    ("type_", "mode", "code"),
    [
        ("AGREE", None, "030"),
        ("CONSULT", "phone", "041"),
        ("CONSULT", "multilateral", "040"),
        ("RETREAT", "release", "0841"),
        ("REQUEST", "meet", "106"),
        ("ASSAULT", "drone", "195"),
    ],
)
def test_cameo_code_of_type_and_mode(ontology: Ontology, type_: str, mode: str | None, code: str) -> None:
    assert ontology.cameo(type_, mode) == code


@pytest.mark.parametrize(
    ("code", "type_", "mode", "contexts"),
    [
        ("0311", "AGREE", None, ("economic",)),
        ("041", "CONSULT", "phone", ()),
        ("055", "CONCEDE", None, ("diplomatic",)),  # an apology yields
        ("0811", "CONCEDE", None, ("pro_democracy",)),
        ("0842", "RETREAT", None, ("legal",)),  # `return` is no mode of PLOVER 2.0
        ("116", "SANCTION", "convict", ("legal",)),
        ("163", "SANCTION", "discontinue", ("diplomatic",)),
        ("175", "ASSAULT", None, ("pro_autocracy", "military")),
        ("20", "ASSAULT", "unconventional", ()),
        ("202", "ASSAULT", None, ("religion_ethnicity",)),
        ("18239", "ASSAULT", None, ()),  # no such code: its parent's row
    ],
)
def test_plover_of_a_cameo_code(
    ontology: Ontology, code: str, type_: str, mode: str | None, contexts: tuple[str, ...]
) -> None:
    row = ontology.plover(code)
    assert row is not None
    assert (row.type, row.mode, row.contexts) == (type_, mode, contexts)


@pytest.mark.parametrize("code", ["01", "0214", "", "99"])
def test_dropped_and_unknown_cameo_codes_are_nothing(ontology: Ontology, code: str) -> None:
    assert ontology.plover(code) is None


def test_planned_acts_follow_the_codebook(ontology: Ontology) -> None:
    turned = {name for name, t in ontology.types.items() if t.becomes.get("planned") == "AGREE"}
    assert turned == {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"}
    retreat = ontology.types["RETREAT"]
    assert retreat.keeps_planned
    assert retreat.becomes["announced"] == "CONCEDE"


def test_recipient_rules_follow_the_manual(ontology: Ontology) -> None:
    required = {name for name, t in ontology.types.items() if t.recipient == "required"}
    assert required == {"COOPERATE", "AID", "SANCTION"}


def test_no_code_or_context_stands_twice() -> None:
    for name, pattern in (("cameo.yaml", r'^"(\d+)":'), ("contexts.yaml", r"^(\w+):")):
        keys = Counter(re.findall(pattern, (FOLDER / name).read_text(encoding="utf-8"), re.MULTILINE))
        assert keys
        assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("type_", SCORES)
def test_examples_are_enough_and_well_formed(ontology: Ontology, type_: str) -> None:
    event_type = ontology.types[type_]
    found = examples(type_)
    per_mode = Counter(example.mode for example in found)
    assert len(found) >= 20
    assert {mode for mode in event_type.modes if per_mode[mode] < 5} == set()
    assert per_mode.keys() <= {None, *event_type.modes}
    for example in found:
        assert example.actor or example.recipient, example.text
        for code in example.actor + example.recipient:
            assert re.fullmatch("[A-Z]{3}", code), example.text
        assert set(example.also) <= ontology.types.keys() - {type_}, example.text
        if event_type.recipient == "required":
            assert example.recipient or (event_type.reciprocal and len(example.actor) > 1), example.text
        if not event_type.keeps_planned:
            assert example.status != "planned", example.text


@pytest.mark.parametrize("type_", SCORES)
def test_hard_negatives_are_enough_and_name_another_type(ontology: Ontology, type_: str) -> None:
    found = hard_negatives(type_)
    assert len(found) >= 5
    for negative in found:
        assert negative.instead != type_, negative.text
        assert negative.instead is None or negative.instead in ontology.types, negative.text


def test_every_text_is_one_sentence_and_stands_once() -> None:
    texts = [item.text for type_ in SCORES for item in (*examples(type_), *hard_negatives(type_))]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    assert [text for text in texts if not 8 <= len(text.split()) <= 30 or not text.endswith(".")] == []


def test_examples_range_over_the_world() -> None:
    codes = {
        code for type_ in SCORES for example in examples(type_) for code in example.actor + example.recipient
    }
    assert len(codes - GROUPS) >= 100


# What follows builds small ontologies by hand and breaks them one by one.

LEAVE: dict[str, object] = {
    "type": "LEAVE",
    "meaning": "Someone leaves.",
    "not": "Someone stays.",
    "quad": 2,
    "score": 3,
    "recipient": "optional",
    "reciprocal": False,
    "keeps_planned": True,
    "becomes": {},
    "cameo": {"default": "08", "modes": {"far": "081"}},
    "modes": {"far": {"meaning": "To a far place.", "score": 4}, "near": {"meaning": "To a near place."}},
}
CAMEO: dict[str, object] = {"08": {"type": "LEAVE"}, "081": {"type": "LEAVE", "mode": "far"}}
LAND: dict[str, object] = {"land": {"meaning": "Land.", "cues": ["land", "field"]}}


def write(
    folder: Path,
    leave: dict[str, object] | None = None,
    *,
    cameo: dict[str, object] | None = None,
    contexts: dict[str, object] | None = None,
    second: dict[str, object] | None = None,
) -> Path:
    """Write an ontology of one type; JSON is YAML too."""
    (folder / "plover").mkdir()
    text = json.dumps(LEAVE | (leave or {}))
    if second is not None:
        text += "\n---\n" + json.dumps(second)
    (folder / "plover" / "leave.yaml").write_text(text, encoding="utf-8")
    (folder / "cameo.yaml").write_text(json.dumps(cameo or CAMEO), encoding="utf-8")
    (folder / "contexts.yaml").write_text(json.dumps(contexts or LAND), encoding="utf-8")
    return folder


def test_a_sound_ontology_loads(tmp_path: Path) -> None:
    ontology = load(write(tmp_path))
    leave = ontology.types["LEAVE"]
    assert isinstance(leave, EventType)
    assert (leave.modes["near"].score, leave.modes["near"].cameo) == (3, "08")
    assert (leave.modes["far"].score, leave.modes["far"].cameo) == (4, "081")
    assert ontology.contexts["land"].cues == ("land", "field")
    assert pickle.loads(pickle.dumps(ontology)) == ontology


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"quad": 5}, "leave.yaml: unknown quad 5"),
        ({"quad": True}, "unknown quad True"),
        ({"quad": 3}, "score 3.0 has the sign of the other side: quad is 3"),
        ({"score": -3}, "score -3.0 has the sign of the other side: quad is 2"),
        ({"score": 11}, "score of type is 11"),
        ({"score": "high"}, "score of type is 'high'"),
        ({"meaning": " "}, "type has no meaning"),
        ({"not": None}, "not has no meaning"),
        ({"recipient": "maybe"}, "unknown recipient 'maybe'"),
        ({"reciprocal": "seldom"}, "unknown reciprocal 'seldom'"),
        ({"type": "LEAF"}, "holds type 'LEAF'"),
        ({"colour": "red"}, "keys unknown: ['colour']"),
        ({"modes": {"far": {"score": 4}}}, "mode 'far' has no meaning"),
        ({"modes": {"far": None}}, "mode 'far' has no meaning"),
        ({"modes": {"far": {"meaning": "Far.", "score": -4}}}, "the signs differ"),
        ({"modes": {"far": {"meaning": "Far.", "tone": 1}}}, "mode 'far' has unknown keys ['tone']"),
        ({"modes": []}, "modes, becomes and cameo are mappings"),
        ({"becomes": {"done": "LEAVE"}}, "not 'done'"),
        ({"becomes": {"announced": "LEAP"}}, "becomes an unknown type 'LEAP'"),
        ({"becomes": {"planned": "LEAVE"}}, "either kept or becomes another"),
        ({"keeps_planned": False}, "either kept or becomes another"),
        ({"cameo": {"default": "09"}}, "cameo code '09' leads to no row"),
        ({"cameo": {"default": "08", "modes": {"by sea": "08"}}}, "cameo names mode 'by sea'"),
    ],
)
def test_the_loader_refuses_a_type_that_contradicts_itself(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    with pytest.raises(OntologyError, match=re.escape(told)):
        load(write(tmp_path, change))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"type": "LEAP"}, "cameo.yaml: 09 names an unknown type 'LEAP'"),
        ({"type": "LEAVE", "mode": "up"}, "09 names mode 'up', which LEAVE lacks"),
        ({"type": "LEAVE", "contexts": ["sea"]}, "09 names an unknown context 'sea'"),
        ({"mode": "far"}, "09 holds type"),
        ("LEAVE", "09 holds type"),
    ],
)
def test_the_loader_refuses_a_cameo_row_that_leads_nowhere(tmp_path: Path, row: object, told: str) -> None:
    with pytest.raises(OntologyError, match=re.escape(told)):
        load(write(tmp_path, cameo=CAMEO | {"09": row}))


def test_the_loader_refuses_a_code_without_quotation_marks(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "cameo.yaml").write_text("071: {type: LEAVE}", encoding="utf-8")
    with pytest.raises(OntologyError, match="leading zeros count"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("context", "told"),
    [
        ({"meaning": "", "cues": ["sea"]}, "context 'sea' has no meaning"),
        ({"meaning": "The sea.", "cues": []}, "has no cue words"),
        ({"meaning": "The sea.", "cues": ["sea", "sea"]}, "or one twice"),
        ({"meaning": "The sea."}, "holds meaning and cues"),
    ],
)
def test_the_loader_refuses_a_context_without_content(tmp_path: Path, context: object, told: str) -> None:
    with pytest.raises(OntologyError, match=re.escape(told)):
        load(write(tmp_path, contexts=LAND | {"sea": context}))


def test_the_loader_names_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "plover" / "leave.yaml").write_text("type: [LEAVE", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"leave\.yaml: is no YAML"):
        load(tmp_path)
    with pytest.raises(OntologyError, match=r"contexts\.yaml: cannot be read"):
        load(tmp_path / "plover")


def test_the_version_follows_the_content_and_not_the_examples(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("plain", "examples", "changed")]
    for folder in folders:
        folder.mkdir()
    plain = load(write(folders[0])).version
    with_examples = load(write(folders[1], second={"examples": [], "hard_negatives": []})).version
    changed = load(write(folders[2], {"score": 3.5})).version
    assert plain == with_examples
    assert plain != changed


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ({"expect": {"actor": [], "recipient": []}}, "no text"),
        ({"text": "They left."}, "expect holds actor and recipient"),
        ({"text": "They left.", "expect": {"actor": []}}, "expect holds actor and recipient"),
        ({"text": "They left.", "expect": {"actor": [], "recipient": [], "status": "past"}}, "status 'past'"),
    ],
)
def test_an_example_that_says_too_little_is_refused(tmp_path: Path, example: object, told: str) -> None:
    folder = write(tmp_path, second={"examples": [example], "hard_negatives": []})
    with pytest.raises(OntologyError, match=re.escape(told)):
        examples("LEAVE", folder)


@pytest.mark.parametrize(
    "negative",
    [
        {"text": "They stayed."},
        {"text": "They stayed.", "not": "STAY", "is": "STAY"},
        {"text": "They stayed.", "not": "LEAVE"},
        {"text": "They stayed.", "not": True, "is": "STAY"},
    ],
)
def test_a_hard_negative_that_says_not_what_it_is_is_refused(tmp_path: Path, negative: object) -> None:
    folder = write(tmp_path, second={"examples": [], "hard_negatives": [negative]})
    with pytest.raises(OntologyError, match="say `not: true`"):
        hard_negatives("LEAVE", folder)


def test_examples_of_a_file_without_them_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path)
    with pytest.raises(OntologyError, match="no list of examples"):
        examples("LEAVE", folder)
    with pytest.raises(UnknownEventType, match="Did you mean LEAVE"):
        examples("LEAFE", folder)
