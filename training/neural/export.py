"""A checkpoint to an Argos package: `python -m training.neural.export CHECKPOINT SENTENCEPIECE OUT`."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece as spm
import torch
from ctranslate2.specs import TransformerSpec, common_spec

from training.neural.network import PLACES, sinusoid


class Weights:
    """The tensors of a checkpoint, put into a CTranslate2 specification by name."""

    def __init__(self, state: dict[str, Any]) -> None:
        self.of = {name: tensor.float().numpy() for name, tensor in state.items()}

    def linear(self, spec: Any, *names: str) -> None:
        """One layer, or several stacked into one."""
        spec.weight = np.concatenate([self.of[f"{n}.weight"] for n in names])
        spec.bias = np.concatenate([self.of[f"{n}.bias"] for n in names])

    def norm(self, spec: Any, name: str) -> None:
        """Scale and shift of a layer norm."""
        spec.gamma, spec.beta = self.of[f"{name}.weight"], self.of[f"{name}.bias"]

    def itself(self, spec: Any, norm: str, name: str) -> None:
        """Self-attention: one matrix for query, key and value."""
        self.norm(spec.layer_norm, norm)
        self.linear(spec.linear[0], f"{name}.q", f"{name}.k", f"{name}.v")
        self.linear(spec.linear[1], f"{name}.o")

    def source(self, spec: Any, norm: str, name: str) -> None:
        """Attention to the source: key and value in one matrix."""
        self.norm(spec.layer_norm, norm)
        self.linear(spec.linear[0], f"{name}.q")
        self.linear(spec.linear[1], f"{name}.k", f"{name}.v")
        self.linear(spec.linear[2], f"{name}.o")

    def feed(self, spec: Any, norm: str, name: str) -> None:
        """Feed-forward."""
        self.norm(spec.layer_norm, norm)
        self.linear(spec.linear_0, f"{name}.a")
        self.linear(spec.linear_1, f"{name}.b")


def specification(state: dict[str, Any], shape: dict[str, int], vocabulary: list[str]) -> Any:
    """The CTranslate2 model of a checkpoint, in int8."""
    weights = Weights(state)
    spec = TransformerSpec.from_config(
        (shape["enc"], shape["dec"]), shape["heads"], pre_norm=True, activation=common_spec.Activation.RELU
    )
    embedding, places = weights.of["emb.weight"], sinusoid(PLACES, shape["d"]).numpy()
    for side, own in ((spec.encoder, spec.encoder.embeddings[0]), (spec.decoder, spec.decoder.embeddings)):
        own.weight, side.scale_embeddings, side.position_encodings.encodings = embedding, True, places
    spec.decoder.projection.weight, spec.decoder.projection.bias = embedding, weights.of["bias"]
    weights.norm(spec.encoder.layer_norm, "en")
    weights.norm(spec.decoder.layer_norm, "dn")
    for n, layer in enumerate(spec.encoder.layer):
        weights.itself(layer.self_attention, f"enc.{n}.n1", f"enc.{n}.at")
        weights.feed(layer.ffn, f"enc.{n}.n2", f"enc.{n}.ff")
    for n, layer in enumerate(spec.decoder.layer):
        weights.itself(layer.self_attention, f"dec.{n}.n1", f"dec.{n}.sa")
        weights.source(layer.attention, f"dec.{n}.n2", f"dec.{n}.ca")
        weights.feed(layer.ffn, f"dec.{n}.n3", f"dec.{n}.ff")
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = "<unk>", "<s>", "</s>"
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def main() -> None:
    """Write the package folder."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("tokenizer", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--version", default="0.1")
    args = ask.parse_args()
    state = torch.load(args.checkpoint, map_location="cpu")
    pieces = spm.SentencePieceProcessor(model_file=str(args.tokenizer))
    vocabulary = [pieces.id_to_piece(n) for n in range(len(pieces))]
    shutil.rmtree(args.out, ignore_errors=True)
    (args.out / "model").mkdir(parents=True)
    specification(state["net"], state["cfg"], vocabulary).save(str(args.out / "model"))
    shutil.copy(args.tokenizer, args.out / "sentencepiece.model")
    names = {"from_code": "de", "from_name": "German", "to_code": "en", "to_name": "English"}
    about = {"package_version": args.version, "argos_version": "1.9.0", **names}
    (args.out / "metadata.json").write_text(json.dumps(about, indent=1), "utf-8")


if __name__ == "__main__":
    main()
