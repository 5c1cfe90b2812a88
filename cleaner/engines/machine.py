"""What decodes, and how wide: device, compute type, workers, and what CTranslate2 leaves to its host."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

_MALLOPT = {-3: 1 << 30, -1: 1 << 30, -2: 1 << 28}  # map from, trim from, ask for: bytes


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and how wide to decode; the defaults suit the machine.

    Attributes:
        device: cpu or cuda; auto for a GPU where there is one.
        compute: CTranslate2's compute type; auto for int8 (float32 takes twice the time).
        workers: Batches decoded at once, one thread each; 0 for one a core.
        tokens: Source tokens a batch, padding included; 0 for as many as suit the width of the beam.
    """

    device: str = "auto"
    compute: str = "auto"
    workers: int = 0
    tokens: int = 0


def impossible(machine: Machine) -> str:
    """What of the machine cannot be, with the name of its setting; empty where all can."""
    if machine.device not in ("auto", "cpu", "cuda"):
        return f"device: {machine.device!r} is none of auto, cpu, cuda"
    if machine.device == "cuda" and not gpus():
        return "device: there is no GPU here that CTranslate2 can use; auto needs none"
    for key, number in (("workers", machine.workers), ("tokens", machine.tokens)):
        if number < 0:
            return f"{key}: {number} is below 0, which is for automatic"
    return ""


def settled(machine: Machine) -> Machine:
    """The machine with every ``auto`` decided: int8 where supported, one worker of one thread a core."""
    import ctranslate2

    device = machine.device
    if device == "auto":
        device = "cuda" if gpus() else "cpu"
    compute = machine.compute
    if compute == "auto":
        wanted = ("int8_float16", "int8") if device == "cuda" else ("int8",)
        known = ctranslate2.get_supported_compute_types(device)
        compute = next((kind for kind in wanted if kind in known), "default")
    workers = machine.workers or (cores() if device == "cpu" else 1)
    return replace(machine, device=device, compute=compute, workers=workers)


def gpus() -> int:
    """GPUs that CTranslate2 can use."""
    import ctranslate2

    return int(ctranslate2.get_cuda_device_count())


def widest() -> None:
    """Let CTranslate2 use the widest registers where they cost no clock rate, which is 6 % faster."""
    with suppress(OSError):
        if " avx512_vnni" in Path("/proc/cpuinfo").read_text("ascii", "replace"):
            os.environ.setdefault("CT2_FORCE_CPU_ISA", "AVX512")


def keep_memory() -> None:
    """Let glibc keep what a layer gives back for the next: to map it anew takes a tenth of the time."""
    with suppress(OSError, TypeError, AttributeError):  # another C library
        libc = ctypes.CDLL(None)
        for option, size in _MALLOPT.items():
            libc.mallopt(option, size)


def cores() -> int:
    """Processors this process may run on."""
    count: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(count(0)) if count else os.cpu_count() or 1
