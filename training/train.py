"""Train the classifier on the authored sentences, seeded and on the processor alone, and write its weights.

    python training/train.py data/authored OUT [--seed 7] [--epochs 7] [--until 5]

OUT gets model.pt, the running mean of the weights over the second half of the epochs, and log.json.  Each
epoch tells its figures on the dev part, which is never learnt from.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from network import Network, base_folder, load_tokenizer
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from pairs import Pair, label_of_whole, pairs_of, some

from dragoman.code.marking import LABELS, Marked, mark, pieces_of, places_of, whole
from dragoman.score.classes import f1_of, macro_f1
from dragoman.score.marked import Authored, part_of, read_folder

#: The id that stands for a hidden word, and how much of each label is spread over the others.
MASK, SOFT = 103, 0.05
#: How much the type counts that a pair would have which no act joins.
LOOSE = 0.3
NONE = LABELS.index("NONE")


@dataclass(frozen=True)
class Asked:
    """One pair of a sentence: where its parties stand among the ids, its label, and where its trigger stands."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    label: int
    type: int
    weight: float
    trigger: tuple[int, ...]


@dataclass(frozen=True)
class Example:
    """A sentence to learn from: one pair between marks, or plain with all pairs and a label of the whole (else -1)."""

    marked: Marked
    asked: tuple[Asked, ...]
    whole: int = -1
    parties: tuple[int, ...] = ()


def examples_of(rows: Sequence[Authored], tokenizer: Any) -> list[Example]:
    """Pairs between marks (see ``some``), and each sentence plain."""
    out: list[Example] = []
    for row in rows:
        pieces = pieces_of(tokenizer, row.text)
        pairs = pairs_of(row)
        for pair in some(pairs):
            marked = mark(pieces, pair.source, pair.target)
            spots = _asked(pair, places_of(marked, pieces, pair.trigger), (marked.source,), (marked.target,))
            words = places_of(marked, pieces, pair.source) + places_of(marked, pieces, pair.target)
            out.append(Example(marked, (spots,), parties=words))
        bare = whole(pieces)
        each = [
            _asked(pair, *(places_of(bare, pieces, s) for s in (pair.trigger, pair.source, pair.target)))
            for pair in pairs
        ]
        words = tuple({k for one in each for k in one.source + one.target})
        out.append(Example(bare, tuple(each), LABELS.index(label_of_whole(row)), words))
    return out


def _asked(pair: Pair, trigger: tuple[int, ...], source: tuple[int, ...], target: tuple[int, ...]) -> Asked:
    """A pair by the places of its parties and its trigger."""
    type_ = LABELS.index(pair.type) if pair.type else NONE
    return Asked(source, target, LABELS.index(pair.label), type_, pair.weight, trigger)


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Examples of like length together, the batches in a random order."""
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].marked.ids) // 4, rng.random()))
    groups = [order[k : k + size] for k in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [examples[i] for i in group]


def tensors(
    batch: Sequence[Example], rng: random.Random | None = None, hide: float = 0.0
) -> list[torch.Tensor]:
    """A padded batch; with ``rng`` some words of the parties are hidden, so that names alone decide nothing."""
    longest = max(len(e.marked.ids) for e in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    for row, e in enumerate(batch):
        values = list(e.marked.ids)
        for k in e.parties if rng is not None else ():
            if rng.random() < hide:
                values[k] = MASK
        ids[row, : len(values)] = torch.tensor(values)
        mask[row, : len(values)] = 1
    pairs = [(row, one) for row, e in enumerate(batch) for one in e.asked]
    sides = torch.zeros(2, len(pairs), longest)
    for p, (_, one) in enumerate(pairs):
        for side, places in zip(sides, (one.source, one.target), strict=True):
            for k in places:
                side[p, k] = 1 / len(places)
    return [ids, mask, torch.tensor([row for row, _ in pairs], dtype=torch.long), sides[0], sides[1]]


def between_marks(batch: Sequence[Example]) -> list[bool]:
    """For each pair of a batch whether it stands between marks."""
    return [e.whole < 0 for e in batch for _ in e.asked]


def evaluate(model: Network, examples: Sequence[Example]) -> dict[str, float]:
    """For pairs between marks and in plain sentences: macro-F1 of the types of those joined, F1 of being joined;
    macro-F1 of the whole sentence; how often the trigger is found."""
    model.eval()
    told: dict[str, list[tuple[int, int]]] = {"marked": [], "plain": [], "whole": []}
    types: dict[str, list[tuple[int, int]]] = {"marked": [], "plain": []}
    pointed: list[bool] = []
    order = sorted(examples, key=lambda e: len(e.marked.ids))
    with torch.no_grad():
        for k in range(0, len(order), 64):
            batch = order[k : k + 64]
            marked, _, plain, point, whole_ = model(*tensors(batch))
            asked = [one for e in batch for one in e.asked]
            for p, (one, apart) in enumerate(zip(asked, between_marks(batch), strict=True)):
                logits, name = (marked if apart else plain)[p], "marked" if apart else "plain"
                told[name].append((one.label, best(logits)))
                if one.label != NONE:
                    types[name].append((one.label, best(logits, joined=True)))
                if one.trigger and not apart:
                    pointed.append(int(point[p].argmax()) in one.trigger)
            told["whole"] += [(e.whole, best(whole_[j])) for j, e in enumerate(batch) if e.whole >= 0]
    figures = {"trigger": sum(pointed) / max(1, len(pointed))}
    for name in ("marked", "plain"):
        figures[f"{name} types"] = macro_f1(*zip(*types[name], strict=True))
        figures[f"{name} joined"] = f1_of(
            [g != NONE for g, _ in told[name]], [p != NONE for _, p in told[name]], True
        )
    figures["whole"] = macro_f1(*zip(*told["whole"], strict=True))
    return {name: round(value, 4) for name, value in figures.items()}


def optimiser(model: Network, rate: float, steps: int) -> tuple[Any, Any]:
    """AdamW, the heads five times as fast as the encoder, with a warm-up and a straight way down."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    model.encoder.words.weight.requires_grad_(
        False
    )  # The words keep what they mean: few of them are seen here.
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        groups.setdefault((name.startswith("encoder"), p.ndim > 1), []).append(p)
    settings = [
        {"params": ps, "lr": rate if body else 5 * rate, "weight_decay": 0.01 if wide else 0.0}
        for (body, wide), ps in groups.items()
    ]
    adam = torch.optim.AdamW(settings, fused=True)
    warm = max(1, steps * 6 // 100)
    plan = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min(1.0, (s + 1) / warm) * max(0.0, 1 - s / steps)
    )
    return adam, plan


def fit(
    examples: Sequence[Example], dev: Sequence[Example], options: argparse.Namespace
) -> tuple[Network, dict[str, float]]:
    """Learn, and keep the running mean of the weights over the second half; with its figures on the dev part."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    model = Network.pretrained(base_folder(), len(LABELS))
    adam, plan = optimiser(model, options.rate, options.epochs * -(-len(examples) // options.batch))
    mean: dict[str, torch.Tensor] = {}
    for epoch in range(min(options.until, options.epochs)):
        started, losses = time.time(), []
        model.train()
        for batch in batches(examples, options.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                logits = model(*tensors(batch, rng, options.hide))
            loss = loss_of(batch, logits)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            plan.step()
            losses.append(float(loss.detach()))
            if 2 * epoch + 1 >= options.epochs:
                average(mean, model)
        loss_, seconds = sum(losses) / len(losses), time.time() - started
        print(f"epoch {epoch + 1}: {loss_:.3f} {seconds:.0f} s", evaluate(model, dev), flush=True)
        torch.save(mean or model.state_dict(), options.out / "model.pt")
    model.load_state_dict(mean)
    figures = evaluate(model, dev)
    print("mean of the weights:", figures, flush=True)
    return model, figures


def average(mean: dict[str, torch.Tensor], model: Network) -> None:
    """Move the running mean two hundredths towards the weights of now."""
    for name, value in model.state_dict().items():
        if name in mean:
            mean[name].lerp_(value, 0.02)
        else:
            mean[name] = value.clone()


def loss_of(batch: Sequence[Example], logits: Sequence[torch.Tensor]) -> torch.Tensor:
    """Cross entropy of the head that each pair and sentence teaches, and of the trigger's place."""
    marked, marked_point, plain, plain_point, whole_ = (one.float() for one in logits)
    asked = [one for e in batch for one in e.asked]
    apart = between_marks(batch)
    total = torch.zeros(())
    for label, point, wanted in ((marked, marked_point, True), (plain, plain_point, False)):
        rows = [p for p, between in enumerate(apart) if between == wanted]
        if rows:
            weight = torch.tensor([asked[p].weight for p in rows])
            total = total + labelled(label[rows], [(asked[p].label, asked[p].type) for p in rows], weight)
        shown = [p for p in rows if asked[p].trigger]
        if shown:
            share = torch.log_softmax(point[shown], -1)
            hits = [torch.logsumexp(share[row, list(asked[p].trigger)], 0) for row, p in enumerate(shown)]
            total = total - 0.2 * torch.stack(hits).mean()
    rows = [j for j, e in enumerate(batch) if e.whole >= 0]
    if rows:
        total = total + 0.7 * labelled(
            whole_[rows], [(batch[j].whole,) * 2 for j in rows], torch.ones(len(rows))
        )
    return total


def labelled(logits: torch.Tensor, labels: Sequence[tuple[int, int]], weight: torch.Tensor) -> torch.Tensor:
    """The loss of two questions: is there an act, and of which type is it or would it be (NONE: nobody knows)."""
    label, want = (torch.tensor(each) for each in zip(*labels, strict=True))
    none = F.binary_cross_entropy_with_logits(logits[:, NONE], (label == NONE).float(), weight)
    told = want != NONE
    if not told.any():
        return none
    each = F.cross_entropy(logits[told, :NONE], want[told], label_smoothing=SOFT, reduction="none")
    sure = torch.where(label[told] == NONE, LOOSE, 1.0)
    return none + (each * sure).sum() / sure.sum()


def best(logits: torch.Tensor, *, joined: bool = False) -> int:
    """The likeliest label; with ``joined`` the likeliest type."""
    return NONE if logits[NONE] > 0 and not joined else int(logits[:NONE].argmax())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=7, help="how many the rate falls over")
    parser.add_argument("--until", type=int, default=5, help="stop after so many of them")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--hide", type=float, default=0.15, help="how many of the parties' words are hidden")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer()
    parts: dict[str, list[Authored]] = {"train": [], "calibrate": [], "dev": []}
    for row in read_folder(options.data):
        parts[part_of(row.text)].append(row)
    examples, dev = (examples_of(parts[name], tokenizer) for name in ("train", "dev"))
    print(f"{len(examples)} examples to learn, {len(dev)} for dev", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    model, figures = fit(examples, dev, options)
    torch.save(model.state_dict(), options.out / "model.pt")
    settings = {
        name: getattr(options, name) for name in ("seed", "epochs", "until", "batch", "rate", "hide", "bf16")
    }
    log = {"settings": settings, "dev": figures, "torch": str(torch.__version__)}
    (options.out / "log.json").write_text(json.dumps(log, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
