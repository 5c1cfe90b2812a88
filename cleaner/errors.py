"""What can go wrong.

* CleanerError
  + EditError       an edit does not fit the text it is applied to
  + ProfileError    a profile names an unknown step, rule, option or glossary (all its faults are listed)
  + GlossaryError   a glossary file breaks a rule (all its faults are listed)
  + DecodeError     bytes cannot be read as text
  + FormatError     a file is not what its name says: a broken JSON line, an empty page
  + EngineError     a translation engine failed, or lacks a language pair or its model
"""


class CleanerError(Exception):
    """Base of every error this package raises on purpose; its text is written for the user."""


class EditError(CleanerError):
    """An edit does not fit the text it is applied to."""


class ProfileError(CleanerError):
    """A profile names something that does not exist."""


class GlossaryError(CleanerError):
    """A glossary file breaks a rule."""


class DecodeError(CleanerError):
    """Bytes cannot be read as text."""


class FormatError(CleanerError):
    """A file is not what its name says."""


class EngineError(CleanerError):
    """A translation engine failed, or lacks what it needs."""
