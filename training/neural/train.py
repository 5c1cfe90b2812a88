"""Train a Transformer: `python -m training.neural.train PAIRS… --dev DEV --out run --seconds 9000`.

Muon for the matrices (Jordan 2024), AdamW for the rest; label smoothing; warm-up, then a linear fall of the
rate at the end of the time given.  Saves ``last.pt`` with everything that going on needs (`--resume`), and
``final.pt``.  bfloat16 on a GPU and where the processor has AVX512-BF16; float32 elsewhere, where bfloat16
was 35 times slower.  A GPU takes the larger shape: --d 512 --heads 8 --ff 2048 --vocab 16000 --drop 0.1
--tokens 65536.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from training.neural.data import Pairs, batches, encoded, tokenizer
from training.neural.network import PAD, Network


@torch.no_grad()
def orthogonal(update: Tensor, steps: int = 5) -> Tensor:
    """The nearest orthogonal matrix, about, by Newton and Schulz (quintic)."""
    x = update.bfloat16() if update.is_cuda else update.float()
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        square = x @ x.T
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return (x.T if tall else x).to(update.dtype)


class Muon:
    """Momentum whose steps are made orthogonal, for the matrices within the layers."""

    def __init__(self, matrices: Iterable[nn.Parameter], momentum: float = 0.95) -> None:
        self.matrices = list(matrices)
        self.moments = [torch.zeros_like(p) for p in self.matrices]
        self.momentum = momentum

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """One step; the gradients are used up."""
        for p, moment in zip(self.matrices, self.moments, strict=True):
            if p.grad is not None:
                moment.mul_(self.momentum).add_(p.grad)
                step = orthogonal(p.grad + self.momentum * moment)
                p.add_(step, alpha=-rate * max(1, p.shape[0] / p.shape[1]) ** 0.5)
                p.grad = None


class Training:
    """The network with its optimizers and what has been seen."""

    def __init__(self, args: argparse.Namespace, vocab: int) -> None:
        self.args = args
        self.shape = {"vocab": vocab, "d": args.d, "heads": args.heads, "ff": args.ff}
        self.shape |= {"enc": args.enc, "dec": args.dec}
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.half = self.device == "cuda" or torch.cpu._is_avx512_bf16_supported()
        self.net = Network(**self.shape, drop=args.drop).to(self.device)
        inner = {n for n, p in self.net.named_parameters() if p.ndim == 2 and "emb" not in n}
        self.muon = Muon(p for n, p in self.net.named_parameters() if n in inner)
        self.rest = [p for n, p in self.net.named_parameters() if n not in inner]
        self.adam = torch.optim.AdamW(self.rest, lr=args.adam, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0)
        self.spent, self.steps, self.seen = 0.0, 0, 0

    def loss(self, batch: tuple[Any, Any, Any], smooth: float) -> tuple[Tensor, int]:
        """Mean loss of the target tokens, and how many there are."""
        source, given, wanted = (torch.from_numpy(t).to(self.device, non_blocking=True) for t in batch)
        real = wanted != PAD
        with torch.autocast(self.device, torch.bfloat16, enabled=self.half):
            logits = self.net.logits(self.net(source, given)[real])
        return F.cross_entropy(logits.float(), wanted[real], label_smoothing=smooth), int(real.sum())

    def rate(self) -> float:
        """Share of the full learning rate: it rises with the first steps and falls at the end of the time."""
        left = 1 - self.spent / self.args.seconds
        return min(1.0, (self.steps + 1) / self.args.warm) * min(1.0, max(0.02, left / self.args.decay))

    def step(self, batch: tuple[Any, Any, Any]) -> float:
        """Learn from one batch; its loss."""
        rate = self.rate()
        for group in self.adam.param_groups:
            group["lr"] = self.args.adam * rate
        loss, count = self.loss(batch, self.args.smooth)
        loss.backward()
        self.muon.step(self.args.lr * rate)
        nn.utils.clip_grad_norm_(self.rest, 1.0)
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        self.steps, self.seen = self.steps + 1, self.seen + count
        return float(loss.item())

    @torch.no_grad()
    def measure(self, data: Pairs) -> float:
        """Mean negative log-likelihood of a target token."""
        self.net.eval()
        order = np.argsort(data.lt)
        parts = [self.loss(data.batch(order[n : n + 64]), 0.0) for n in range(0, len(order), 64)]
        self.net.train()
        return sum(loss.item() * count for loss, count in parts) / sum(count for _, count in parts)

    def report(self, loss: float, dev: Pairs) -> str:
        """One line on how far it is."""
        done = f"{self.spent:.0f} s, {self.steps} steps, {self.seen / 1e6:.2f} M tokens"
        return f"{done}, {self.seen / self.spent:.0f}/s, loss {loss:.3f}, dev {self.measure(dev):.3f}"

    def save(self, path: Path) -> None:
        """Write the state, whole or not at all."""
        state = {"net": self.net.state_dict(), "cfg": self.shape, "adam": self.adam.state_dict()}
        state |= {"muon": self.muon.moments, "spent": self.spent, "steps": self.steps, "seen": self.seen}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from what ``save`` wrote."""
        state = torch.load(path, map_location=self.device)
        self.net.load_state_dict(state["net"])
        self.adam.load_state_dict(state["adam"])
        for own, kept in zip(self.muon.moments, state["muon"], strict=True):
            own.copy_(kept)
        self.spent, self.steps, self.seen = state["spent"], state["steps"], state["seen"]


def train(training: Training, data: Pairs, dev: Pairs, out: Path) -> None:
    """Learn until the time is up; report and save every so often."""
    args, rng = training.args, np.random.default_rng(training.steps + 1)
    start, told = time.time() - training.spent, time.time()
    while training.spent < args.seconds:
        for rows in batches(data, args.tokens, rng):
            loss = training.step(data.batch(rows))
            training.spent = time.time() - start
            if time.time() - told > args.every or training.spent >= args.seconds:
                print(training.report(loss, dev), flush=True)
                training.save(out / "last.pt")
                told = time.time()
            if training.spent >= args.seconds:
                break
    training.save(out / "final.pt")


def main(arguments: list[str] | None = None) -> None:
    """Train as the arguments say."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pairs", nargs="+", type=Path)
    ask.add_argument("--dev", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--resume", action="store_true")
    shape = {
        "vocab": 8000,
        "d": 256,
        "heads": 4,
        "ff": 1024,
        "enc": 6,
        "dec": 2,
        "tokens": 4096,
        "longest": 96,
    }
    rates = {"drop": 0.0, "lr": 0.02, "adam": 2e-3, "smooth": 0.1, "decay": 0.4, "seconds": 9000.0}
    for name, value in (shape | rates | {"warm": 300, "every": 300.0}).items():
        ask.add_argument(f"--{name}", type=type(value), default=value)
    args = ask.parse_args(arguments)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    model = tokenizer(args.pairs, args.out / "sentencepiece.model", args.vocab)
    training = Training(args, len(model))
    if args.resume:
        training.resume(args.out / "last.pt")
    train(training, encoded(args.pairs, model, args.longest), encoded([args.dev], model, 200), args.out)


if __name__ == "__main__":
    main()
