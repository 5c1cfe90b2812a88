"""Numbers of things, as people say them."""


def many(number: int, thing: str) -> str:
    """Return the number and the thing, which takes an s unless it is one.

    >>> many(1, "document"), many(0, "finding")
    ('1 document', '0 findings')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
