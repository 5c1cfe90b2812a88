"""One hidden layer of rectified units, fitted with numpy: for ``training/boilerplate.py``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cleaner.steps.strip.model import Network

BLIND = 0.2  # share of a line's features not shown at each step
UNITS, EPOCHS, BATCH, RATE, DECAY, DROPPED = 32, 25, 512, 3e-3, 1e-2, 0.2


def network(inputs: Any, labels: Any, weights: Any, seed: int) -> Network:
    """Fit one network: Adam with decoupled weight decay, dropout, a falling rate."""
    random = np.random.default_rng(seed)
    mean, scale = inputs.mean(0), inputs.std(0) + 1e-2
    x = np.clip((inputs - mean) / scale, -5, 5).astype(np.float32)
    y, w = labels.astype(np.float32), (weights / weights.mean()).astype(np.float32)
    n, d = x.shape
    theta = [
        random.normal(0, d**-0.5, (d, UNITS)).astype(np.float32),
        np.zeros(UNITS, np.float32),
        random.normal(0, UNITS**-0.5, UNITS).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    m, v = [np.zeros_like(p) for p in theta], [np.zeros_like(p) for p in theta]
    steps, step = EPOCHS * -(-n // BATCH), 0
    for _ in range(EPOCHS):
        order = random.permutation(n)
        for at in range(0, n, BATCH):
            rows = order[at : at + BATCH]
            step += 1
            rate = RATE * (1 - step / steps) + 1e-5
            seen = x[rows] * (random.random((len(rows), d), dtype=np.float32) >= BLIND)
            for i, g in enumerate(_gradient(theta, seen, y[rows], w[rows], random)):
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                push = m[i] / (1 - 0.9**step) / (np.sqrt(v[i] / (1 - 0.999**step)) + 1e-8)
                theta[i] -= np.float32(rate) * (push + (DECAY * theta[i] if i in (0, 2) else 0))
    return Network(mean.astype(np.float32), scale.astype(np.float32), *theta)


def _gradient(theta: list[Any], x: Any, y: Any, w: Any, random: np.random.Generator) -> tuple[Any, ...]:
    """Of the weighted log loss of one batch, some units left out."""
    raw = x @ theta[0] + theta[1]
    mask = (random.random(raw.shape, dtype=np.float32) >= DROPPED) / np.float32(1 - DROPPED)
    units = np.maximum(raw, 0) * mask
    error = (1 / (1 + np.exp(-(units @ theta[2] + theta[3]))) - y) * w / np.float32(len(y))
    back = np.outer(error, theta[2]) * mask * (raw > 0)
    return x.T @ back, back.sum(0), units.T @ error, error.sum(keepdims=True)


def joined(nets: Sequence[Network]) -> Network:
    """One network that gives the mean of several: their units side by side, one scale for all."""
    mean, scale = nets[0].mean, nets[0].scale
    hidden = [net.hidden * (scale / net.scale)[:, None] for net in nets]
    bias = [net.bias + ((mean - net.mean) / net.scale) @ net.hidden for net in nets]
    out = np.concatenate([net.out for net in nets]) / np.float32(len(nets))
    shift = np.mean([net.shift for net in nets], axis=0)
    return Network(mean, scale, np.concatenate(hidden, 1), np.concatenate(bias), out, shift)
