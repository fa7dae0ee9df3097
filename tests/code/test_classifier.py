"""The classifier: alone or among others, a sentence is judged the same; plain cases come out right."""

import json
from importlib.resources import files

import pytest

from dragoman.code.classifier import Judged, classifier, weights_version
from dragoman.code.marking import LABELS

pytestmark = pytest.mark.model

SENTENCES = [
    "The Zambian government condemned the Angolan air raid on Monday.",
    "Bolivia sent medicines and tents to flood victims in neighbouring Paraguay.",
    "Police in Dakar arrested two opposition leaders before dawn.",
    "Latvia will never hand over the archive, its foreign minister told the Russian ambassador.",
]


def many(n: int) -> list[str]:
    """Different sentences of many lengths."""
    return [
        f"{SENTENCES[k % 4]} {'It was the last of several such days in a row. ' * (k % 5)}{k}"
        for k in range(n)
    ]


def test_a_sentence_is_judged_alike_alone_and_among_127_others() -> None:
    texts = many(128)
    model = classifier()
    asked = [model.marked(text, ((0, 10), (20, 30))) for text in texts]
    together = model.judge_marked(asked)
    alone = [model.judge_marked([one])[0] for one in asked]
    assert [_told(one) for one in together] == [_told(one) for one in alone]
    plain = [model.plain(text, [((0, 10), (20, 30)), ((20, 30), None)]) for text in texts]
    both = zip(model.judge_plain(plain), [model.judge_plain([one])[0] for one in plain], strict=True)
    for one, other in both:
        assert [_told(j) for j in one] == [_told(j) for j in other]


def _told(one: Judged) -> tuple[list[float], tuple[int, int] | None]:
    return [round(share, 4) for share in one.shares.values()], one.trigger


@pytest.mark.parametrize(
    ("text", "source", "target", "label"),
    [
        (SENTENCES[0], "The Zambian government", "the Angolan air raid", "ACCUSE"),
        (SENTENCES[1], "Bolivia", "flood victims in neighbouring Paraguay", "AID"),
        (SENTENCES[2], "Police in Dakar", "two opposition leaders", "COERCE"),
    ],
)
def test_plain_cases(text: str, source: str, target: str, label: str) -> None:
    pair = tuple((text.index(words), text.index(words) + len(words)) for words in (source, target))
    model = classifier()
    judged = model.judge_marked([model.marked(text, (pair[0], pair[1]))])[0]
    assert max(judged.shares, key=lambda name: judged.shares[name]) == label
    assert sum(judged.shares.values()) == pytest.approx(1)
    assert tuple(judged.shares) == LABELS


def test_the_card_tells_the_weights() -> None:
    import hashlib

    home = files("dragoman.code.weights")
    card = json.loads(home.joinpath("card.json").read_text(encoding="utf-8"))
    for name, sha in card["sha256"].items():
        assert hashlib.sha256(home.joinpath(name).read_bytes()).hexdigest() == sha, name
    assert weights_version() == f"pairs@{card['version']}"
    assert sum(len(home.joinpath(name).read_bytes()) for name in card["sha256"]) < 40 * 2**20
