"""From a table of phrases to an Argos package: `python -m training.gloss.package TABLE OUT [--source ru]`.

The package holds a Transformer of 1+1 layers whose weights are written down, not trained.  The tokenizer
finds the phrases (a unigram model takes the likeliest way through the sentence), each source phrase has the
code of its target phrase as its embedding, and the decoder's cross-attention looks at the source place
that has the number of the place to be filled.  So the model says, phrase by phrase, what the table says, and
spells what the table does not know letter by letter, Cyrillic as the English press does.

Words need both their ends marked, or *Der* would be found in *Derrick*: the normaliser of the tokenizer puts
END before a space and before a mark, and JOIN behind a mark.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import pickle
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece as spm
from ctranslate2.specs import common_spec, transformer_spec
from sentencepiece import sentencepiece_model_pb2 as proto

from training.gloss.text import tokens

Table = dict[str, tuple[str, float]]
END, JOIN = "\ue000", "\ue001"
MARKS = '.,;:!?()[]{}"“”„‚‘«»‹›…%–—-/+*=<>&|$€£§#@°·•→_~^\\`'
LETTERS = (
    "abcdefghijklmnopqrstuvwxyzäöüßàáâãåæçčćèéêëěęėíìîïıłñńňòóôõøœřśšşșťțúùûůýÿžźżăąđğőű"
    "0123456789'’абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ½²³"
)
_ROMAN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya i yi ye g"
CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", _ROMAN.split(), strict=True))
"""Letters of a name that nobody knows, in an English text; ``.`` is no letter."""
LANGUAGES = {"de": "German", "ru": "Russian"}
UNKNOWN = -14.0  # log-probability of a letter of a word that is not in the table
COMMON = -12.0  # log-probability from which a word is known behind a mark too
WIDTH, HEADS, PLACES = 64, 1, 1024


def source_piece(words: Sequence[str], *, closed: bool) -> str:
    """A phrase as the normaliser leaves it; ``closed`` if a space or mark follows its last mark.

    >>> source_piece(["▁am", "▁Montag"], closed=False) == f"▁am{END}▁Montag{END}"
    True
    """
    out = []
    for n, token in enumerate(words):
        spaced, own = token.startswith("▁"), token.removeprefix("▁")
        after_mark = n == 0 or words[n - 1].removeprefix("▁") in MARKS
        if own in MARKS:
            last = n == len(words) - 1
            follows = closed if last else words[n + 1].startswith("▁") or words[n + 1] in MARKS
            out.append(("▁" + END if spaced else "") + own + (JOIN + END if follows else ""))
        else:
            out.append(("▁" if spaced else JOIN if after_mark else "") + own + END)
    return "".join(out)


def pieces(table: Table) -> Table:
    """Source pieces with the target piece and the log-probability of each: marks, letters, phrases."""
    return _spelling() | _marks() | dict(_phrases(table))


def _spelling() -> Table:
    """Every letter, at the start, in the middle and at the end of a word that is not in the table."""
    found = dict.fromkeys((END, JOIN, "▁", JOIN + END), ("", -1.0))
    for letter in dict.fromkeys(LETTERS + LETTERS.upper()):
        for before, out in (("", ""), ("▁", "▁"), (JOIN, "")):
            found |= {before + letter + after: (out + _roman(letter), UNKNOWN) for after in ("", END)}
    return found


def _roman(letter: str) -> str:
    """A letter as English readers can read it.

    >>> _roman("Ж"), _roman("ь"), _roman("Ä")
    ('Zh', '', 'Ä')
    """
    said = CYRILLIC.get(letter.lower(), letter).strip(".")
    return said.capitalize() if letter.isupper() else said


def _marks() -> Table:
    """Every mark of punctuation, with and without space before it, with and without a word behind it."""
    every = [spaced + mark for mark in MARKS for spaced in ("", "▁")]
    return {source_piece([m], closed=closed): (m, UNKNOWN / 2) for m in every for closed in (False, True)}


def _phrases(table: Table) -> Iterator[tuple[str, tuple[str, float]]]:
    for phrase, (target, score) in table.items():
        words = tokens(phrase.replace("▁", " "), spaced=phrase.startswith("▁"))
        for closed in (False, True) if words[-1].removeprefix("▁") in MARKS else (False,):
            yield source_piece(words, closed=closed), (target, score)
        behind = JOIN + phrase[1:] + END  # the word behind a hyphen, a bracket, a quotation mark
        if len(words) == 1 and phrase[1:].isalpha() and score > COMMON and phrase[1:] not in table:
            yield behind, (target.removeprefix("▁"), score - 1)


def tokenizer(found: Table) -> bytes:
    """A SentencePiece model that knows exactly these pieces."""
    model = proto.ModelProto()
    model.ParseFromString(_normaliser())
    del model.pieces[:]
    kinds = proto.ModelProto.SentencePiece
    for name, kind in (("<unk>", kinds.UNKNOWN), ("<s>", kinds.CONTROL), ("</s>", kinds.CONTROL)):
        model.pieces.add(piece=name, score=0, type=kind)
    model.pieces.add(piece="<none>", score=0, type=kinds.CONTROL)
    for byte in range(256):
        model.pieces.add(piece=f"<0x{byte:02X}>", score=0, type=kinds.BYTE)
    for piece, (_, score) in sorted(found.items()):
        model.pieces.add(piece=piece, score=score)
    model.trainer_spec.vocab_size = len(model.pieces)
    model.trainer_spec.byte_fallback = True
    model.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    return bytes(model.SerializeToString())


def _normaliser() -> bytes:
    """A model trained on nothing much, for the sake of its compiled normalisation rules."""
    rules = Path("gloss-rules.tsv")
    spaces = ("0020", "00A0", "202F", "0009")
    lines = [f"{code}\tE000 0020" for code in spaces] + [
        f"{ord(m):04X}\tE000 {ord(m):04X} E001" for m in MARKS
    ]
    rules.write_text("\n".join(lines) + "\n", "utf-8")
    out = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(["ein haus", "das haus", "ein tag"] * 20),
        model_writer=out,
        vocab_size=24,
        hard_vocab_limit=False,
        normalization_rule_tsv=str(rules),
        remove_extra_whitespaces=False,
        minloglevel=2,
    )
    rules.unlink()
    return out.getvalue()


def specification(found: Table) -> Any:
    """The Transformer that looks each piece up."""
    rng = np.random.default_rng(0)
    half = WIDTH // 2
    bytes_ = [f"<0x{byte:02X}>" for byte in range(256)]
    targets = ["<unk>", "<s>", "</s>", "<none>", *bytes_]
    targets += sorted({target for target, _ in found.values()} - {""})
    at = {piece: n for n, piece in enumerate(targets)} | {"": 3}
    sources = ["<unk>", "<s>", "</s>", "<none>", *bytes_, *sorted(found)]
    codes = np.where(rng.random((len(targets), half)) < 0.5, -1, 1).astype(np.float32) / math.sqrt(WIDTH)
    read, write = np.zeros((len(sources), WIDTH), np.float32), np.zeros((len(targets), WIDTH), np.float32)
    write[:, :half] = codes
    read[:, :half] = codes[[at.get(s, 0) if s not in found else at[found[s][0]] for s in sources]]
    spec = transformer_spec.TransformerSpec.from_config(
        (1, 1), HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )
    spec.config.decoder_start_token, spec.config.add_source_eos = "<s>", True
    place = np.zeros((PLACES, WIDTH), np.float32)
    place[:, half:] = np.where(rng.random((PLACES, half)) < 0.5, -1, 1)
    spec.encoder.embeddings[0].weight = read
    spec.decoder.embeddings.weight = np.zeros_like(write)
    spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = place
    for side in (spec.encoder, spec.decoder):
        _norm(side.layer_norm)
        _silent(side.layer[0])
    _look(spec.decoder.layer[0].attention)
    _linear(spec.decoder.projection, write)
    spec.register_source_vocabulary(sources)
    spec.register_target_vocabulary(targets)
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def _linear(spec: Any, weight: Any) -> None:
    spec.weight, spec.bias = weight.astype(np.float32), np.zeros(weight.shape[0], np.float32)


def _silent(layer: Any) -> None:
    """Self-attention and feed-forward that add nothing; a narrow one, since it has nothing to do."""
    _norm(layer.self_attention.layer_norm)
    _linear(layer.self_attention.linear[0], np.zeros((3 * WIDTH, WIDTH)))
    _linear(layer.self_attention.linear[1], np.zeros((WIDTH, WIDTH)))
    _norm(layer.ffn.layer_norm)
    _linear(layer.ffn.linear_0, np.zeros((16, WIDTH)))
    _linear(layer.ffn.linear_1, np.zeros((WIDTH, 16)))


def _look(spec: Any) -> None:
    """Cross-attention: the query is the place to be filled, the key each source place, the value its code."""
    _norm(spec.layer_norm)
    half, wide, own = WIDTH // 2, WIDTH // HEADS, WIDTH // 2 // HEADS
    query, key, value, out = (np.zeros((WIDTH, WIDTH)) for _ in range(4))
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


def build(table: Table, out: Path, version: str, source: str) -> None:
    """Write the package folder ``out``."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "model").mkdir(parents=True)
    found = pieces(table)
    (out / "sentencepiece.model").write_bytes(tokenizer(found))
    specification(found).save(str(out / "model"))
    for path in (out / "model").glob("*_vocabulary.json"):  # saved with every other letter as an escape
        path.write_text(
            json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False, indent=0), "utf-8"
        )
    about = {
        "from_code": source,
        "from_name": LANGUAGES[source],
        "to_code": "en",
        "to_name": "English",
        "monotone": True,
    }
    (out / "metadata.json").write_text(
        json.dumps({"package_version": version, "argos_version": "1.9.0"} | about, indent=1), "utf-8"
    )


def main() -> None:
    """Build the package from a table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("table", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--version", default="0.1")
    ask.add_argument("--source", default="de", choices=LANGUAGES)
    args = ask.parse_args()
    build(pickle.loads(args.table.read_bytes()), args.out, args.version, args.source)
    print(
        *sorted((str(p.relative_to(args.out)), p.stat().st_size) for p in args.out.rglob("*") if p.is_file())
    )


if __name__ == "__main__":
    main()
