"""Strange input takes no longer than other input: no rule is quadratic in the length of a line or a text.

A quadratic rule needs minutes for what follows, a linear one a second; the time limit only ends the wait.
"""

import subprocess
import sys

import pytest

SIZE = 30_000
STRANGE = ["x", "X", "Ab ", ".", "“", "(", "1", "\n", "Ã¤", "Привет ", "&", "? ", "\ufffd"]
STRANGE += ["word ", "He said. ", "a, ", "a-", "a@b.", "Home\n", "Idit Jeslom. "]


@pytest.mark.parametrize("unit", STRANGE, ids=ascii)
def test_strange_input_is_done_in_reasonable_time(unit):
    code = f"import cleaner; cleaner.load(settings=['from=en'])({unit!r} * ({SIZE} // {len(unit)}))"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
