"""How a form looks where it stands: capitals kept, boundaries told, addresses left alone."""

from __future__ import annotations

import re

_ELISION = re.compile(r"(?:^|\W)[dlDLnsm]['’]$")  # French and Italian d' and l' end before a name
_NOT_POSSESSIVE = re.compile(r"['’](?!s\b|\W|$)")
_ADDRESS = re.compile(
    r"://|www\.|@|^#|\]\("
    r"|\w\.(?:com|org|net|info|de|at|ch|ru|uk|ua|fr|pl|io|eu|tv|media"
    r"|jpe?g|png|gif|svg|webp|html?|php|pdf|docx?|xlsx?|csv|txt|md|mp[34]|zip)\b"
)


def bounded(text: str, start: int, end: int) -> bool:
    """True if a form at this span is not cut out of a longer word, surname or address.

    >>> [bounded(t, t.index("Sul"), t.index("Sul") + 3) for t in ("Sul's", "Sul-led", "anti-Sul")]
    [True, True, True]
    >>> [bounded(t, t.index("Sul"), t.index("Sul") + 3) for t in ("Sulla", "Meyer-Sul", "O'Sul", "x@Sul.org")]
    [False, False, False, False]
    >>> [bounded(t, t.index("Sul"), t.index("Sul") + 3) for t in ("[Sul](a.org)", "[a](Sul)", "img/Sul.jpg")]
    [True, False, False]
    """
    if text[start].isalnum() and start and not _opens(text, start):
        return False
    if text[end - 1].isalnum() and end < len(text) and not _closes(text, start, end):
        return False
    return not _ADDRESS.search(_token(text, start, end))


def _opens(text: str, start: int) -> bool:
    before = text[start - 1]
    if before.isalnum() or before == "_":
        return False
    if before in "'’":
        return not text[start - 2 : start - 1].isalnum() or bool(
            _ELISION.search(text[max(start - 3, 0) : start])
        )
    if before == "-":  # anti-Sul, not Meyer-Sul
        word = re.search(r"[\w'’]*$", text[max(start - 30, 0) : start - 1])
        return not word or not word[0][:1].isupper()
    return True


def _closes(text: str, start: int, end: int) -> bool:
    after = text[end]
    if after == "-":  # Sul-led, but not the notice-board of a call notice
        return not text[start:end].split(" ")[-1][0].islower()
    return not (after.isalnum() or after == "_" or (after in "'’" and _NOT_POSSESSIVE.match(text, end)))


def _token(text: str, start: int, end: int) -> str:
    """The run without white space around a span, as far as is needed to know an address.

    Where a link of Markdown leads is no part of its text.
    """
    left = start
    while left > max(start - 60, 0) and not text[left - 1].isspace():
        left -= 1
    while end < len(text) and not text[end].isspace() and not text.startswith("](", end):
        end += 1
    return text[left:end]


def shapes(form: str) -> dict[str, str]:
    """The ways a form may be written without being another form, each with the name of its shape.

    >>> shapes("call notice")
    {'call notice': 'plain', 'Call notice': 'initial', 'CALL NOTICE': 'capitals'}
    """
    found = {form: "plain"}
    if form[:1].islower():
        found.setdefault(form[:1].upper() + form[1:], "initial")
    if len(form) > 3:  # GEO is a form of its own
        found.setdefault(form.upper(), "capitals")
    return found


def reshape(form: str, shape: str) -> str:
    """Write a form in a shape.

    >>> reshape("call-up notice", "initial"), reshape("iPhone", "initial"), reshape("Pro Asyl", "capitals")
    ('Call-up notice', 'iPhone', 'PRO ASYL')
    """
    if shape == "capitals":
        return form.upper()
    if shape == "initial" and form.split(" ")[0].islower():
        return form[:1].upper() + form[1:]
    return form
