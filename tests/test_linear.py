"""Strange input takes no longer than other input: no rule is quadratic in the length of a line or a text.

A quadratic rule needs minutes for what follows, a linear one a second; the time limit only ends the wait.
"""

import subprocess
import sys

import pytest

SIZE = 30_000
STRANGE = ["x", "X", "Ab ", ".", "“", "(", "1", "\n", "Ã¤", "Привет ", "&", "? ", "\ufffd"]
STRANGE += ["word ", "He said. ", "a, ", "a-", "a@b.", "Home\n", "Idit Jeslom. ", "aя", "\u0316\u0301"]


@pytest.mark.parametrize("unit", STRANGE, ids=ascii)
def test_strange_input_is_done_in_reasonable_time(unit):
    code = f"import cleaner; cleaner.load(settings=['from=en'])({unit!r} * ({SIZE} // {len(unit)}) + ' ;')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("text", ["'&' + 'amp;' * 400_000", "'&amp; ' * 30_000"], ids=["nested", "many"])
def test_entities_are_unescaped_in_reasonable_time(text):
    code = f"from cleaner.steps.repair.entities import find_entities as find; list(find({text}))"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_long_name_of_words_with_synonyms_is_compiled_in_reasonable_time():
    code = "from cleaner.steps.unglue.spun import spun; spun(['Bank Times Street Post House Party ' * 5])"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("kind", [".html", ".md"])
@pytest.mark.parametrize("unit", ["<!--", "<script>"])
def test_a_page_of_what_is_never_closed_is_read_in_reasonable_time(kind, unit):
    code = (
        "import contextlib, io, cleaner.errors, cleaner.formats.table as table\n"
        f"page = io.BytesIO({unit.encode()!r} * 90_000)\n"
        "with contextlib.suppress(cleaner.errors.FormatError):\n"
        f"    list(table.FORMATS[{kind!r}].read(page, 'x'))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
