"""A translation model that copies its input, built in two seconds with no training and no download.

The weights are written by hand: every token has a random code, and so has every position; the
cross-attention of the last decoder layer looks up the source position whose code is that of the position
to be filled, and passes the token code on.  Decoding costs what it costs, the length is right, and the
output is the input: an exact oracle for splitting, batching and joining.
"""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HEADS = 8
POSITIONS = 1024


def build(
    folder: Path,
    source: str = "de",
    target: str = "en",
    *,
    swap: dict[str, str] | None = None,
    d: int = 256,
    layers: int = 1,
    extra: tuple[str, ...] = (),
    cipher: bool = False,
    lines: Sequence[str] = (),
    pieces: int = 426,
) -> Path:
    """Write an Argos package under ``folder`` and return it.

    Args:
        folder: Where packages lie.
        source: Code it translates from.
        target: Code it translates to.
        swap: Pieces that come out as others; ``▁`` starts a word.
        d: Width.
        layers: Layers of encoder and of decoder.
        extra: Whole words to be pieces of their own, so that they can be swapped.
        cipher: Let every piece of small letters come out as another, so that the output is no copy.
        lines: Text to learn the pieces from; a few words and the alphabet if there is none.
        pieces: How many to learn.
    """
    package = folder / f"translate-{source}_{target}"
    (package / "model").mkdir(parents=True)
    model = _pieces(extra, lines or _lines(), pieces)
    (package / "sentencepiece.model").write_bytes(model)
    swap = {**(_cipher(_vocabulary(model)) if cipher else {}), **(swap or {})}
    _spec(model, d, layers, swap).save(str(package / "model"))
    names = {"from_name": source, "to_name": target, "from_code": source, "to_code": target}
    about = {"package_version": "0.1", "argos_version": "1.9", **names}
    (package / "metadata.json").write_text(json.dumps(about), "utf-8")
    return package


def enciphered(package: Path, text: str) -> str:
    """What the model with a cipher makes of a text."""
    import sentencepiece as spm

    model = spm.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    table = _cipher(_vocabulary(model.serialized_model_proto()))
    out = [table.get(piece, piece) for piece in model.encode(text, out_type=str)]
    return str(model.decode(out)).strip(" ")


def _cipher(vocabulary: list[str]) -> dict[str, str]:
    table = {}
    for shape in ("▁[a-zäöüß]+", "[a-zäöüß]+"):
        own = [p for p in vocabulary if re.fullmatch(shape, p)]
        table |= dict(zip(own, [*own[1:], own[0]], strict=True))
    return table


def _lines() -> list[str]:
    words = ["der", "die", "das", "und", "von", "mit", "ist", "Haus", "Katze", "the", "cat", "of", "Berlin"]
    rng = random.Random(1)
    alphabet = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?-_@#/"
    return [" ".join(rng.choices(words, k=12)) for _ in range(200)] + [" ".join(alphabet)] * 5


def _pieces(extra: tuple[str, ...], lines: Sequence[str], size: int) -> bytes:
    import sentencepiece as spm

    out = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=out,
        vocab_size=size + len(extra),
        hard_vocab_limit=False,
        byte_fallback=True,
        user_defined_symbols=list(extra),
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        minloglevel=2,
    )
    return out.getvalue()


def _vocabulary(model: bytes) -> list[str]:
    import sentencepiece as spm

    loaded = spm.SentencePieceProcessor(model_proto=model)
    return [loaded.id_to_piece(i) for i in range(loaded.get_piece_size())]


def _spec(model: bytes, d: int, layers: int, swap: dict[str, str]):
    from ctranslate2.specs import common_spec, transformer_spec

    rng = np.random.default_rng(0)
    vocabulary = _vocabulary(model)
    half = d // 2
    spec = transformer_spec.TransformerSpec.from_config(
        (layers, layers), HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )
    spec.config.decoder_start_token = "<s>"
    spec.config.add_source_eos = True
    read = np.zeros((len(vocabulary), d), np.float32)
    read[:, :half] = np.where(rng.random((len(vocabulary), half)) < 0.5, -1, 1) / np.sqrt(d)
    place = np.zeros((POSITIONS, d), np.float32)
    place[:, half:] = np.where(rng.random((POSITIONS, half)) < 0.5, -1, 1)
    spec.encoder.embeddings[0].weight = _swapped(read, vocabulary, swap)
    spec.decoder.embeddings.weight = np.zeros_like(read)  # what stands before does not matter to a copy
    spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = place
    for side in (spec.encoder, spec.decoder):
        _norm(side.layer_norm, d)
        for layer in side.layer:
            _attend(rng, layer.self_attention, d)
            _feed(rng, layer.ffn, d)
    for n, layer in enumerate(spec.decoder.layer):
        _cross(rng, layer.attention, d, copies=n == layers - 1)
    _linear(spec.decoder.projection, read)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _swapped(table, vocabulary: list[str], swap: dict[str, str]):
    at = {piece: n for n, piece in enumerate(vocabulary)}
    out = table.copy()
    for old, new in swap.items():
        out[at[old]] = table[at[new]]
    return out


def _random(rng, rows: int, columns: int):
    return (rng.standard_normal((rows, columns)) * np.sqrt(2 / (rows + columns))).astype(np.float32)


def _norm(spec, d: int) -> None:
    spec.gamma, spec.beta = np.ones(d, np.float32), np.zeros(d, np.float32)


def _linear(spec, weight) -> None:
    spec.weight, spec.bias = weight.astype(np.float32), np.zeros(weight.shape[0], np.float32)


def _feed(rng, spec, d: int) -> None:
    _norm(spec.layer_norm, d)
    _linear(spec.linear_0, _random(rng, 4 * d, d))
    _linear(spec.linear_1, _random(rng, d, 4 * d) * 1e-3)


def _attend(rng, spec, d: int) -> None:
    _norm(spec.layer_norm, d)
    _linear(spec.linear[0], np.concatenate([_random(rng, d, d) for _ in range(3)]))
    _linear(spec.linear[1], _random(rng, d, d) * 1e-3)


def _cross(rng, spec, d: int, *, copies: bool) -> None:
    _norm(spec.layer_norm, d)
    if not copies:
        _linear(spec.linear[0], _random(rng, d, d))
        _linear(spec.linear[1], np.concatenate([_random(rng, d, d) for _ in range(2)]))
        _linear(spec.linear[2], _random(rng, d, d) * 1e-3)
        return
    half, wide, own = d // 2, d // HEADS, d // 2 // HEADS
    query, key, value, out = (np.zeros((d, d)) for _ in range(4))
    for head in range(HEADS):
        for j in range(wide):
            at = half + (head * wide + j) % half
            query[head * wide + j, at], key[head * wide + j, at] = 4.0, 1.0
        for j in range(own):
            value[head * wide + j, head * own + j] = 1.0
            out[head * own + j, head * wide + j] = 10.0
    _linear(spec.linear[0], query)
    _linear(spec.linear[1], np.concatenate([key, value]))
    _linear(spec.linear[2], out)
