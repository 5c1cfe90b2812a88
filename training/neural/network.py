"""A pre-norm Transformer with sinusoidal positions and tied embeddings, as CTranslate2 reads it."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F  # noqa: N812  the name everybody knows it by
from torch import Tensor, nn

PAD, UNK, BOS, EOS = 0, 1, 2, 3
PLACES = 512


class Attention(nn.Module):
    """Multi-head attention to the input itself, or to ``memory``."""

    def __init__(self, d: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(d, d) for _ in range(4))

    def forward(
        self, x: Tensor, memory: Tensor | None = None, mask: Tensor | None = None, causal: bool = False
    ) -> Tensor:
        """Shapes: x (batch, time, d), memory (batch, source, d), mask (batch, 1, 1, source)."""
        m = x if memory is None else memory
        q, k, v = (
            layer(t).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for layer, t in ((self.q, x), (self.k, m), (self.v, m))
        )
        out = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
        return self.o(out.transpose(1, 2).flatten(-2))


class FeedForward(nn.Module):
    """Two linear layers with a ReLU between them."""

    def __init__(self, d: int, wide: int) -> None:
        super().__init__()
        self.a, self.b = nn.Linear(d, wide), nn.Linear(wide, d)

    def forward(self, x: Tensor) -> Tensor:
        """Shape kept."""
        return self.b(F.relu(self.a(x)))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each behind its norm and round a residual."""

    def __init__(self, d: int, heads: int, wide: int, drop: float) -> None:
        super().__init__()
        self.n1, self.at, self.n2, self.ff = (
            nn.LayerNorm(d),
            Attention(d, heads),
            nn.LayerNorm(d),
            FeedForward(d, wide),
        )
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Shape kept."""
        x = x + self.drop(self.at(self.n1(x), mask=mask))
        return x + self.drop(self.ff(self.n2(x)))


class DecoderLayer(nn.Module):
    """Causal self-attention, attention to the source, feed-forward."""

    def __init__(self, d: int, heads: int, wide: int, drop: float) -> None:
        super().__init__()
        self.n1, self.n2, self.n3 = (nn.LayerNorm(d) for _ in range(3))
        self.sa, self.ca, self.ff = Attention(d, heads), Attention(d, heads), FeedForward(d, wide)
        self.drop = nn.Dropout(drop)

    def forward(self, y: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """Shape kept."""
        y = y + self.drop(self.sa(self.n1(y), causal=True))
        y = y + self.drop(self.ca(self.n2(y), memory, mask=mask))
        return y + self.drop(self.ff(self.n3(y)))


class Network(nn.Module):
    """Source and target tokens in, states of the target out; ``logits`` scores the vocabulary."""

    def __init__(self, vocab: int, d: int, heads: int, ff: int, enc: int, dec: int, drop: float) -> None:
        super().__init__()
        self.d = d
        self.emb = nn.Embedding(vocab, d)
        nn.init.normal_(self.emb.weight, std=d**-0.5)
        self.register_buffer("places", sinusoid(PLACES, d), persistent=False)
        self.enc = nn.ModuleList(EncoderLayer(d, heads, ff, drop) for _ in range(enc))
        self.dec = nn.ModuleList(DecoderLayer(d, heads, ff, drop) for _ in range(dec))
        self.en, self.dn, self.drop = nn.LayerNorm(d), nn.LayerNorm(d), nn.Dropout(drop)
        self.bias = nn.Parameter(torch.zeros(vocab))
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def embed(self, x: Tensor) -> Tensor:
        """(batch, time) to (batch, time, d)."""
        return self.drop(self.emb(x) * math.sqrt(self.d) + self.places[: x.shape[1]])

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """States of the target, (batch, time, d)."""
        mask = (source != PAD)[:, None, None, :]
        x = self.embed(source)
        for layer in self.enc:
            x = layer(x, mask)
        x, y = self.en(x), self.embed(target)
        for layer in self.dec:
            y = layer(y, x, mask)
        return self.dn(y)

    def logits(self, states: Tensor) -> Tensor:
        """Scores of the vocabulary."""
        return F.linear(states, self.emb.weight, self.bias)


def sinusoid(places: int, d: int) -> Tensor:
    """Position encodings, sines and cosines interleaved, (places, d)."""
    at = torch.arange(places).float()[:, None]
    rate = torch.exp(torch.arange(0, d, 2).float() * (-math.log(10000.0) / d))
    table = torch.zeros(places, d)
    table[:, 0::2], table[:, 1::2] = torch.sin(at * rate), torch.cos(at * rate)
    return table
