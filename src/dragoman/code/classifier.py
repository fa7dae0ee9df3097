"""The trained classifier: what one party of a sentence does to another, as likelihoods of the labels.

A small encoder (all-MiniLM-L6-v2, six layers) trained on the authored sentences; its card lies beside
the weights.  It is asked in two ways: with one pair between marks, which is surer, and with all pairs of
a plain sentence at once, which is cheaper.  Each sentence is filled up to a length that it alone
decides, and those of one length run together, so that a sentence's figures do not depend on its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.code.marking import LABELS, Marked, Pieces, mark, pieces_of, places_of, whole

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Asked", "Classifier", "Judged", "Pair", "classifier", "weights_version"]

#: How many sentences run together: more gain nothing, and cost memory.
_TOGETHER = 16

#: Sentences are filled up to a multiple of so many pieces, so that more of them are of one length.
_FILL = 8

#: So many sentences' pieces are remembered, since pairs share their sentence.
_REMEMBERED = 512

_HOME = "dragoman.code.weights"

#: A source and a target, each a stretch of the text; ``None`` where nobody is told.
Pair = tuple[tuple[int, int] | None, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One input of the network: the ids of a sentence, and where the parties of each of its pairs stand."""

    marked: Marked
    pieces: Pieces
    sides: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The likelihood of each label for a pair, and where in the text its likeliest trigger stands."""

    shares: dict[str, float]
    trigger: tuple[int, int] | None


class Classifier:
    """The network and its tokenizer, loaded once a process; one thread, since processes work side by side."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        home = files(_HOME)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Attention leaves numbers too small to be told from nothing, with which a processor is slow.
        options.add_session_config_entry("session.set_denormal_as_zero", "1")
        self._graphs = {
            name: onnxruntime.InferenceSession(
                home.joinpath(f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder", "marked", "plain")
        }
        self._tokenizer: Any = Tokenizer.from_str(home.joinpath("tokenizer.json").read_text(encoding="utf-8"))
        # The base model's file asks for a fixed length; ours is each sentence's own.
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._pieces: dict[str, Pieces] = {}

    def pieces(self, text: str) -> Pieces:
        """The pieces of a sentence."""
        found = self._pieces.get(text)
        if found is None:
            if len(self._pieces) >= _REMEMBERED:
                self._pieces.clear()
            found = self._pieces[text] = pieces_of(self._tokenizer, text)
        return found

    def marked(self, text: str, pair: Pair, names: tuple[str, str] = ("", "")) -> Asked:
        """A sentence with one pair between marks; ``names`` stand in for stretches that are not in the text."""
        pieces = self.pieces(text)
        source, target = (self.pieces(name).ids if name else () for name in names)
        put = mark(pieces, *pair, (source, target))
        return Asked(put, pieces, (((put.source,), (put.target,)),))

    def plain(self, text: str, pairs: Sequence[Pair]) -> Asked:
        """A plain sentence, to be asked about all its pairs at once."""
        pieces = self.pieces(text)
        put = whole(pieces)
        sides = tuple((places_of(put, pieces, one), places_of(put, pieces, other)) for one, other in pairs)
        return Asked(put, pieces, sides)

    def judge_marked(self, asked: Sequence[Asked]) -> list[Judged]:
        """The pair of each sentence that stands between marks."""
        return [judged[0] for judged, _ in self._judge(asked, "marked")]

    def judge_plain(self, asked: Sequence[Asked]) -> list[list[Judged]]:
        """The pairs of each plain sentence."""
        return [judged for judged, _ in self._judge(asked, "plain")]

    def judge_whole(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """The likelihood of each label for what a text tells of in the main."""
        return [shares for _, shares in self._judge([self.plain(t, [(None, None)]) for t in texts], "plain")]

    def _judge(self, asked: Sequence[Asked], way: str) -> list[tuple[list[Judged], dict[str, float]]]:
        """Each sentence by itself: its neighbours change nothing."""
        out: dict[int, tuple[list[Judged], dict[str, float]]] = {}
        for group in _alike(asked):
            out |= zip(group, self._run([asked[i] for i in group], way), strict=True)
        return [out[i] for i in range(len(asked))]

    def _run(self, batch: Sequence[Asked], way: str) -> Iterator[tuple[list[Judged], dict[str, float]]]:
        """The encoder reads the sentences together; the heads are asked sentence by sentence."""
        ids, mask = _filled_up(batch)
        states, wholes = self._graphs["encoder"].run(None, {"ids": ids, "mask": mask})
        for row, asked in enumerate(batch):
            source, target = _sides(asked, ids.shape[1])
            feed = {"states": states[row], "source": source, "target": target}
            labels, points = self._graphs[way].run(None, feed)
            judged = [
                Judged(_shares(label), _trigger(asked, point))
                for label, point in zip(labels, points, strict=True)
            ]
            yield judged, _shares(wholes[row])


def _alike(asked: Sequence[Asked]) -> Iterator[list[int]]:
    """The places of sentences that are filled up to the same length, some at a time."""
    by_length: dict[int, list[int]] = {}
    for place, one in enumerate(asked):
        by_length.setdefault(_filled(one), []).append(place)
    for places in by_length.values():
        for k in range(0, len(places), _TOGETHER):
            yield places[k : k + _TOGETHER]


def _filled(one: Asked) -> int:
    """The length that a sentence is filled up to: its own affair, so that no neighbour decides it."""
    return -(-len(one.marked.ids) // _FILL) * _FILL


def _filled_up(batch: Sequence[Asked]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The ids of some sentences of one length, and which of them are no filling."""
    import numpy as np

    ids = np.zeros((len(batch), _filled(batch[0])), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, one in enumerate(batch):
        ids[row, : len(one.marked.ids)] = one.marked.ids
        mask[row, : len(one.marked.ids)] = 1
    return ids, mask


def _sides(asked: Asked, length: int) -> NDArray[Any]:
    """How much each piece counts for the source and the target of each pair: (2, pairs, pieces)."""
    import numpy as np

    out = np.zeros((2, len(asked.sides), length), dtype=np.float32)
    for p, pair in enumerate(asked.sides):
        for side, places in zip(out, pair, strict=True):
            side[p, list(places)] = 1 / max(1, len(places))
    return out


def _trigger(asked: Asked, point: NDArray[Any]) -> tuple[int, int] | None:
    """Where the likeliest piece stands in the text."""
    real = [i for i, k in enumerate(asked.marked.pieces) if k >= 0]
    if not real:
        return None
    best = real[int(point[real].argmax())]
    return asked.pieces.offsets[asked.marked.pieces[best]]


def _shares(logits: NDArray[Any]) -> dict[str, float]:
    """Likelihoods that sum to one: whether there is an act at all, and of which type it is if there is one."""
    import numpy as np

    types, none = logits[:-1].astype(np.float64), 1 / (1 + np.exp(-float(logits[-1])))
    each = np.exp(types - types.max())
    return dict(zip(LABELS, (float(v) for v in (*(1 - none) * each / each.sum(), none)), strict=True))


@cache
def classifier() -> Classifier:
    """The classifier, loaded when it is first asked."""
    return Classifier()


@cache
def weights_version() -> str:
    """The version of the weights, as it stands on every record."""
    card = json.loads(files(_HOME).joinpath("card.json").read_text(encoding="utf-8"))
    return f"pairs@{card['version']}"
