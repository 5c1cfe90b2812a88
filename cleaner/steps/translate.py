"""translate: into the wanted language, sentence by sentence, each an edit of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cleaner.document import Document, Policy
from cleaner.edit import Edit
from cleaner.engines.base import Engine, Translation
from cleaner.engines.machine import Machine, impossible
from cleaner.errors import EngineError, ProfileError
from cleaner.history import Finding
from cleaner.pipeline import Rule
from cleaner.steps.base import Setup
from cleaner.text.language import same
from cleaner.text.language.labels import label_all

NAME = "translate"
SEGMENT = "translate.segment"
MISSING = "translate.missing"
KEPT = "translate.kept"
DOUBT = "translate.doubt"
REVIEW = "translate.review"
_LABELS = frozenset({"date", "byline", "credit"})


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[translate]`` table.

    Attributes:
        mode: fast, balanced or best: how wide the decoder searches (beams of 1, 4, 8).
        packages: Folders of Argos packages to look at before the usual ones.
        memory: File of the translation memory; ``auto`` for the one in the user's cache, empty for none.
        device: cpu or cuda; auto for a GPU where there is one.
        compute: CTranslate2's compute type; auto for int8.
        workers: Batches decoded at once, one thread each; 0 for one a core.
        tokens: Source tokens a batch; 0 for what suits the width of the beam.
    """

    mode: str = "balanced"
    packages: tuple[str, ...] = ()
    memory: str = ""
    device: str = "auto"
    compute: str = "auto"
    workers: int = 0
    tokens: int = 0


def segment(text: str) -> Iterable[Edit]:
    """A sentence in another language than the one wanted, put into that language.

    The damage: none; this is the translation itself, one edit a sentence, made whatever its confidence,
    since it was asked for.  Its why names engine, model and pair, and what had to be done beyond decoding
    it: another hypothesis taken, a wider search, a term forced.  The step finds these; it has the engine.

    Left alone: sentences already in the wanted language, rules, numbers, white space between sentences.
    Confidence: 0.8 for a full model (not measured), 0.4 for the bundled one, half where a fault is left.
    """
    return ()


def missing(text: str) -> Iterable[Finding]:
    """Sentences that stay as they are, because no model on this machine knows their language, or it fails.

    The message is the command that installs one, or what failed.  Reported once a document and language.
    """
    return ()


def kept(text: str) -> Iterable[Finding]:
    """A sentence left in its own language, because every translation of it was visibly wrong.

    The damage: the model repeated itself, gave nothing, copied the source, stopped in the middle, lost a
    number or an address, or left words in another script, and so again with a wider search and in parts.
    False alarms, on human translations of 2,000 news sentences each: German 0.5 %, Russian 1.7 %, most of
    them numbers that the translator left out or rounded.  Of 20,000 segments of a model made to misbehave
    one wrong one passed unflagged (`benchmarks/ladder.py`).
    """
    return ()


def doubt(text: str) -> Iterable[Finding]:
    """A translation that lacks a name or term of the glossary whose native form stands in the source."""
    return ()


def review(text: str) -> Iterable[Finding]:
    """The document was translated by a compact model such as the bundled one, there to try the tool with."""
    return ()


RULES = (
    Rule(SEGMENT, segment),
    Rule(MISSING, missing),
    Rule(KEPT, kept),
    Rule(DOUBT, doubt),
    Rule(REVIEW, review),
)


@dataclass(frozen=True, slots=True)
class Job:
    """A sentence to translate: the number of its document, its place there, its text."""

    doc: int
    start: int
    text: str

    def finding(self, rule: str, message: str) -> Finding:
        """Something to say about the sentence."""
        return Finding(self.start, self.start + len(self.text), rule, message)


@dataclass(frozen=True)
class Translate:
    """All sentences that are not in ``target``, of all documents, go to the engine, one batch a language."""

    engine: Engine
    target: str
    setup: Setup

    def __call__(self, doc: Document, /) -> Document:
        """Return the document in the target language."""
        return self.batch([doc])[0]

    def batch(self, docs: Sequence[Document], /) -> list[Document]:
        """Return the documents in the target language, as one by one, order kept."""
        found: list[list[Edit | Finding]] = [[] for _ in docs]
        for lang, jobs in self._jobs(docs).items():
            for job, said in self._translated(lang, jobs):
                found[job.doc].append(said)
        return [self._revised(doc, each) for doc, each in zip(docs, found, strict=True)]

    def _translated(self, lang: str, jobs: list[Job]) -> Iterator[tuple[Job, Edit | Finding]]:
        """What the engine makes of sentences of one language; where it fails, they stay."""
        gap, done = self.engine.missing(lang, self.target), []
        try:
            done = [] if gap else self.engine.translate([job.text for job in jobs], lang, self.target)
        except EngineError as error:
            gap = str(error)
        if gap:
            yield from ((job, job.finding(MISSING, gap)) for job in _first(jobs))
            return
        for job, translation in zip(jobs, done, strict=True):
            yield from ((job, said) for said in _told(job, translation))
        if caution := self.engine.caution(lang, self.target):
            for job in _first(j for j, t in zip(jobs, done, strict=True) if not t.human):
                yield job, job.finding(REVIEW, caution)

    def _jobs(self, docs: Sequence[Document]) -> dict[str, list[Job]]:
        """By language, the sentences that are in another one than is wanted."""
        known = [doc.lang or self.setup.source for doc in docs]
        labels = label_all([doc.text for doc in docs], self.setup.choices, known)
        jobs = defaultdict(list)
        for number, (doc, sentences) in enumerate(zip(docs, labels, strict=True)):
            for s in sentences:
                text = doc.text[s.start : s.end]
                if (
                    s.lang
                    and not same(s.lang, self.target)
                    and any(c.isalpha() for c in text)
                    and not _is_label(doc, s.start, s.end)
                ):
                    jobs[s.lang].append(Job(number, s.start, text))
        return jobs

    def _revised(self, doc: Document, found: list[Edit | Finding]) -> Document:
        policy = self.setup.policy
        if policy.apply_at <= 1:
            policy = Policy(0, 0, policy.off)  # a translation was asked for, however unsure the engine is
        new = doc.revise(NAME, found, policy)
        return replace(new, lang=self.target) if new.text != doc.text else new


def _first(jobs: Iterable[Job]) -> Iterable[Job]:
    """The first job of each document."""
    first: dict[int, Job] = {}
    for job in jobs:
        first.setdefault(job.doc, job)
    return first.values()


def _is_label(doc: Document, start: int, end: int) -> bool:
    """True inside a date, byline or credit: names and numbers, which an engine can only harm."""
    return any(m.name in _LABELS and m.start <= start and end <= m.end for m in doc.marks)


def _told(job: Job, translation: Translation) -> Iterable[Edit | Finding]:
    if translation.text != job.text:
        yield Edit(job.start, job.text, translation.text, SEGMENT, translation.why, translation.confidence)
    if translation.faults:
        rule = KEPT if translation.kept else DOUBT
        yield job.finding(rule, "; ".join(translation.faults))


@dataclass(frozen=True, slots=True)
class Nothing:
    """The step where no target language is asked for."""

    def __call__(self, doc: Document, /) -> Document:
        """Return the document as it is."""
        return doc


def build(options: Options, setup: Setup) -> Translate | Nothing:
    """The step; without a target language it does nothing.  Models are loaded at the first sentence.

    Raises:
        ProfileError: there is no such mode or device, or a number is below 0.
        EngineError: the memory's file is none.
    """
    from cleaner.engines.argos import MODES

    if options.mode not in MODES:
        raise ProfileError(f"translate.mode: {options.mode!r} is none of {', '.join(MODES)}")
    machine = Machine(options.device, options.compute, options.workers, options.tokens)
    if fault := impossible(machine):
        raise ProfileError(f"translate.{fault}")
    return Translate(_engine(options, machine, setup), setup.target, setup) if setup.target else Nothing()


def _engine(options: Options, machine: Machine, setup: Setup) -> Engine:
    from cleaner.engines.argos import MODES, Argos
    from cleaner.engines.memory import Memory, default_path
    from cleaner.engines.packages import installed
    from cleaner.engines.remembered import Remembered

    argos = Argos(installed(options.packages), machine, MODES[options.mode], setup.terms)
    if not options.memory:
        return argos
    return Remembered(argos, Memory(default_path() if options.memory == "auto" else options.memory))
