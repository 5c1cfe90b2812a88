"""What decodes, and how wide."""

import os
import subprocess
import sys

from cleaner.engines.machine import Machine, settled


def test_the_machine_is_settled() -> None:
    """Every ``auto`` is decided, and what was asked for stays."""
    assert settled(Machine()).workers >= 1
    assert settled(Machine()).compute != "auto"
    assert settled(Machine("cpu", "float32", 3)) == Machine("cpu", "float32", 3)


def test_a_choice_of_registers_made_outside_stays() -> None:
    """``CT2_FORCE_CPU_ISA`` is the user's."""
    code = "import os, cleaner.engines.machine as m; m.widest(); print(os.environ['CT2_FORCE_CPU_ISA'])"
    env = os.environ | {"CT2_FORCE_CPU_ISA": "GENERIC"}
    assert subprocess.check_output([sys.executable, "-c", code], env=env, text=True).strip() == "GENERIC"
