"""Every frame's own example: the sentence must be coded as the frame's type with these parties."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.code.act import Act
from dragoman.code.acts import acts_of, scenes
from dragoman.languages import folder_files, read_yaml
from dragoman.link.actors import resolve
from dragoman.model import Block, Report, Span
from dragoman.parse import sentences
from dragoman.parse.mentions import find_mentions

pytestmark = pytest.mark.model


def given() -> Iterator[tuple[str, str, str]]:
    """Type, sentence and codes of each example in the frame files."""
    for name in folder_files("en", "frames"):
        content = read_yaml("en", name)
        for row in (*content.get("verbs", ()), *content.get("nouns", ())):
            if "eg" in row:
                text, _, codes = row["eg"].rpartition(" -> ")
                yield row.get("type", content["type"]), text, codes


def coded(text: str) -> list[Act]:
    """The acts that one sentence tells of, without times, places and quantities."""
    report = Report("example", text, (Block(Span(0, len(text)), "body"),))
    parsed = sentences([report])[0]
    found = [mention for sentence in parsed for mention in find_mentions(sentence)]
    acts = [act for scene in scenes(parsed, resolve(parsed, found, None), (), ()) for act in acts_of(scene)]
    return [act for act in acts if not act.path.dropped]


def codes_of(act: Act) -> str:
    """The codes of an act's actors, then those of its recipients; each once per side."""
    sides = (dict.fromkeys(p.code for p in side if p.code) for side in (act.actors, act.recipients))
    return " ".join(code for side in sides for code in side)


@pytest.mark.parametrize(
    ("type_", "text", "codes"), list(given()), ids=lambda value: value if " " in value else None
)
def test_frame_codes_its_own_example(type_: str, text: str, codes: str) -> None:
    found = [(act.type, codes_of(act)) for act in coded(text)]
    assert (type_, codes) in found
