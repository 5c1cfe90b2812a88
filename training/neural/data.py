"""Pairs to token arrays, and token arrays to batches of like length."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece as spm

from training.gloss.extract import pairs
from training.neural.network import BOS, EOS, PAD, UNK

SORTED_TOGETHER = 200_000  # pairs sorted by length at once: the batches stay random


def tokenizer(paths: Sequence[Path], out: Path, vocab: int) -> Any:
    """The joint tokenizer of both languages: the one at ``out``, or a new one learnt from the pairs."""
    if not out.is_file():
        model = io.BytesIO()
        spm.SentencePieceTrainer.train(
            sentence_iterator=(side for path in paths for pair in pairs(path) for side in pair),
            model_writer=model,
            vocab_size=vocab,
            model_type="unigram",
            character_coverage=0.9999,
            byte_fallback=True,
            normalization_rule_name="nmt_nfkc",
            input_sentence_size=1_000_000,
            shuffle_input_sentence=True,
            pad_id=PAD,
            unk_id=UNK,
            bos_id=BOS,
            eos_id=EOS,
        )
        out.write_bytes(model.getvalue())
    return spm.SentencePieceProcessor(model_file=str(out))


@dataclass(frozen=True)
class Pairs:
    """Token rows one behind the other: row n is ``flat[off[n]:off[n+1]]``, its source the first ``ls[n]``."""

    flat: Any
    off: Any
    ls: Any
    lt: Any

    def batch(self, rows: Any) -> tuple[Any, Any, Any]:
        """Source, target behind BOS, target before EOS: int64, (rows, longest), padded."""
        shape = len(rows), int(self.lt[rows].max()) + 1
        source = np.full((len(rows), int(self.ls[rows].max())), PAD, np.int64)
        given, wanted = np.full(shape, PAD, np.int64), np.full(shape, PAD, np.int64)
        for n, row in enumerate(rows):
            at, s, t = self.off[row], self.ls[row], self.lt[row]
            target = self.flat[at + s : at + s + t]
            source[n, :s] = self.flat[at : at + s]
            given[n, 0], given[n, 1 : t + 1] = BOS, target
            wanted[n, :t], wanted[n, t] = target, EOS
        return source, given, wanted


def encoded(paths: Sequence[Path], model: Any, longest: int) -> Pairs:
    """Every pair of which neither side is too long, nor more than about twice as long as the other."""
    flat, ls, lt = [], [], []
    for path in paths:
        for a, b in pairs(path):
            s, t = model.encode(a), model.encode(b)
            if min(len(s), len(t)) > 0 and max(len(s), len(t)) <= min(longest, 2.2 * min(len(s), len(t)) + 6):
                flat.append(np.array(s + t, np.uint16))
                ls.append(len(s))
                lt.append(len(t))
    sizes = np.array(ls) + np.array(lt)
    return Pairs(np.concatenate(flat), np.concatenate([[0], np.cumsum(sizes)]), np.array(ls), np.array(lt))


def batches(data: Pairs, tokens: int, rng: Any) -> Iterator[Any]:
    """Rows of one epoch, so that the longer padded side of a batch stays under ``tokens``."""
    longer = np.maximum(data.ls, data.lt)
    order = rng.permutation(len(longer))
    for at in range(0, len(order), SORTED_TOGETHER):
        rows = order[at : at + SORTED_TOGETHER]
        rows = rows[np.argsort(longer[rows] + rng.random(len(rows)))]
        cuts, start = [0], 0
        for n, row in enumerate(rows):
            if longer[row] * (n + 1 - start) > tokens and n > start:
                cuts.append(n)
                start = n
        groups = np.split(rows, cuts[1:])
        rng.shuffle(order_of := np.arange(len(groups)))
        yield from (groups[n] for n in order_of)
