"""The command: a thin shell over the library."""

from cleaner.cli.main import main

__all__ = ["main"]
