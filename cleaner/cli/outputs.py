"""Where the results go: files, standard output, the change log, the page.  Each is a sink for items."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from cleaner.cli.draft import Draft, UnwrittenError
from cleaner.cli.inputs import Source, into_folder
from cleaner.document import Document
from cleaner.errors import CleanerError, FormatError
from cleaner.formats.base import Unreadable
from cleaner.profile import Profile
from cleaner.report.diff import unified
from cleaner.report.page import page_document, page_head, page_tail
from cleaner.report.record import change_record, document_record

Readable = Document | Unreadable
Complaint = Callable[[Source, CleanerError], None]
_NO_ROOM = 3  # results in a row that found none: the disk is full, not one file too large
_WAY_OUT = "mend that, and run again with --on-exists skip"


class Sink:
    """Takes items, those of one source together."""

    def take(self, source: Source, item: Readable) -> None:
        """Take the next item of a source."""

    def fail(self, source: Source) -> None:
        """Know that a source broke off: what was taken of it is worth nothing."""

    def close(self, *, whole: bool) -> None:
        """Finish; if not ``whole``, an error or the user ended the run: the record of what was done stays."""


class _Files(Sink):
    """A file for each source, whole or not at all; one that cannot be written is told, the others go on."""

    def __init__(self, output: Path, complain: Complaint, *, many: bool) -> None:
        self._output, self._complain, self._many = output, complain, many
        self._source: Source | None = None
        self._draft: Draft | None = None
        self._no_room = 0

    def take(self, source: Source, item: Readable) -> None:
        if source is not self._source:
            self.close(whole=True)
            self._source = source
            with self._told():
                self._draft = Draft(source.target(self._output, many=self._many))
        with self._told():
            if self._draft:
                self._draft.write(source.format.write(item))

    def fail(self, source: Source) -> None:
        if source is self._source:
            self.close(whole=False)

    def close(self, *, whole: bool) -> None:
        if self._draft and whole:
            with self._told():
                self._draft.commit()
                self._no_room = 0
        elif self._draft:
            self._draft.discard()
        self._source = self._draft = None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell that the result of this source cannot be written; raise it where no other can be either."""
        try:
            yield
        except UnwrittenError as error:
            self._no_room = self._no_room + 1 if error.full else 0
            if self._draft:
                self._draft.discard()
            self._draft = None
            if self._no_room == _NO_ROOM:
                raise
            assert self._source  # noqa: S101  (set before anything is written)
            self._complain(self._source, FormatError(f"{error} ({_WAY_OUT})"))


class _Text(Sink):
    """The cleaned text on standard output."""

    def take(self, source: Source, item: Readable) -> None:
        sys.stdout.buffer.write(source.format.write(item))
        sys.stdout.buffer.flush()


class _Json(Sink):
    """An object a document on standard output."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def take(self, source: Source, item: Readable) -> None:
        if isinstance(item, Document):
            print(json.dumps(document_record(item, self._profile), ensure_ascii=False))


class _Diff(Sink):
    """A unified diff a document on standard output."""

    def take(self, source: Source, item: Readable) -> None:
        if isinstance(item, Document):
            for line in unified(item):
                print(line)


class _Changes(Sink):
    """Every change as a JSON line."""

    def __init__(self, path: Path, profile: Profile) -> None:
        self._draft, self._digest, self._any = Draft(path), profile.digest, False

    def take(self, source: Source, item: Readable) -> None:
        if isinstance(item, Document):
            self._any = True
            for change in item.changes():
                where = {"id": item.id, "place": item.meta.get("place", item.id)}
                record = where | {"profile": self._digest} | change_record(item, change)
                self._draft.write(json.dumps(record, ensure_ascii=False) + "\n")

    def close(self, *, whole: bool) -> None:
        self._draft.commit() if whole or self._any else self._draft.discard()


class _Page(Sink):
    """One web page for all documents."""

    def __init__(self, path: Path, profile: Profile) -> None:
        self._draft, self._number = Draft(path), 0
        self._draft.write(page_head(profile))

    def take(self, source: Source, item: Readable) -> None:
        if isinstance(item, Document):
            self._number += 1
            for part in page_document(item, self._number):
                self._draft.write(part)

    def close(self, *, whole: bool) -> None:
        self._draft.write(page_tail())
        self._draft.commit() if whole or self._number else self._draft.discard()


class Outputs:
    """All sinks a command line asks for; a context manager that finishes them."""

    def __init__(self, sinks: Sequence[Sink]) -> None:
        self._sinks = sinks

    def __enter__(self) -> Outputs:
        return self

    def take(self, source: Source, item: Readable | CleanerError | OSError) -> None:
        """Hand an item to every sink, or tell them that its source failed."""
        for sink in self._sinks:
            if isinstance(item, Document | Unreadable):
                sink.take(source, item)
            else:
                sink.fail(source)

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        with ExitStack() as closing:  # each is closed, whatever becomes of the others
            for sink in self._sinks:
                closing.callback(sink.close, whole=kind is None)


def outputs(
    args: argparse.Namespace, profile: Profile, found: Sequence[Source], complain: Complaint
) -> Outputs:
    """Return the sinks a command line asks for; files only if it is no dry run.

    Args:
        args: The command line.
        profile: Named in every record.
        found: The inputs.
        complain: Told of each source whose result cannot be written.

    Raises:
        FormatError: one of them cannot be written to; the others leave nothing behind.
    """
    begun: list[Sink] = []
    with ExitStack() as undoing:
        for sink in _sinks(args, profile, found, complain):
            begun.append(sink)
            undoing.callback(sink.close, whole=False)
        undoing.pop_all()
    return Outputs(begun)


def _sinks(
    args: argparse.Namespace, profile: Profile, found: Sequence[Source], complain: Complaint
) -> Iterator[Sink]:
    many, folder = len(found) > 1, into_folder(args, found)
    text = not (many or args.output or args.json or args.diff or args.dry_run)
    if (args.json or args.diff or text) and sys.stdout is None:
        raise FormatError("standard output is closed: say where the results go with -o")
    if args.json:
        yield _Json(profile)
    if args.diff:
        yield _Diff()
    if text:
        yield _Text()
    if args.output and not args.dry_run:
        yield _Files(args.output, complain, many=folder)
    if args.changes and not args.dry_run:
        yield _Changes(args.changes, profile)
    if args.report and not args.dry_run:
        yield _Page(args.report, profile)
