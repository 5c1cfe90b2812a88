"""translate: into the wanted language, sentence by sentence, each an edit of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cleaner.document import Document, Finding, Policy
from cleaner.edit import Edit
from cleaner.engines.base import Engine, Translation
from cleaner.pipeline import Rule
from cleaner.steps.base import Setup
from cleaner.text.language import same
from cleaner.text.language.label import label_all

NAME = "translate"
SEGMENT = "translate.segment"
MISSING = "translate.missing"


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[translate]`` table.

    Attributes:
        packages: Folders of Argos packages to look at before the usual ones.
    """

    packages: tuple[str, ...] = ()


def segment(text: str) -> Iterable[Edit]:
    """A sentence in another language than the one wanted, put into that language.

    Found by the step, which has the engine; from the text alone this rule finds nothing.
    """
    return ()


def missing(text: str) -> Iterable[Finding]:
    """Sentences that stay as they are, because no model on this machine knows their language.

    Found by the step, which knows the models; from the text alone this rule finds nothing.
    """
    return ()


RULES = (Rule(SEGMENT, segment), Rule(MISSING, missing))


@dataclass(frozen=True, slots=True)
class Job:
    """A sentence to translate: the number of its document, its place there, its text."""

    doc: int
    start: int
    text: str


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
            gap = self.engine.missing(lang, self.target)
            if gap is not None:
                for number, job in {j.doc: j for j in reversed(jobs)}.items():
                    found[number].append(Finding(job.start, job.start + len(job.text), MISSING, gap))
                continue
            done = self.engine.translate([job.text for job in jobs], lang, self.target)
            for job, translation in zip(jobs, done, strict=True):
                found[job.doc] += _edits(job, translation)
        return [self._revised(doc, each) for doc, each in zip(docs, found, strict=True)]

    def _jobs(self, docs: Sequence[Document]) -> dict[str, list[Job]]:
        known = [doc.lang or self.setup.source for doc in docs]
        labels = label_all([doc.text for doc in docs], self.setup.languages, known)
        jobs = defaultdict(list)
        for number, (doc, sentences) in enumerate(zip(docs, labels, strict=True)):
            for s in sentences:
                text = doc.text[s.start : s.end]
                if s.lang and not same(s.lang, self.target) and any(c.isalpha() for c in text):
                    jobs[s.lang].append(Job(number, s.start, text))
        return jobs

    def _revised(self, doc: Document, found: list[Edit | Finding]) -> Document:
        policy = self.setup.policy
        if policy.apply_at <= 1:
            policy = Policy(0, 0, policy.off)  # a translation was asked for, however unsure the engine is
        new = doc.revise(NAME, found, policy)
        return replace(new, lang=self.target) if new.text != doc.text else new


def _edits(job: Job, translation: Translation) -> Iterable[Edit]:
    if translation.text != job.text:
        yield Edit(job.start, job.text, translation.text, SEGMENT, translation.why, translation.confidence)


@dataclass(frozen=True, slots=True)
class Nothing:
    """The step where no target language is asked for."""

    def __call__(self, doc: Document, /) -> Document:
        """Return the document as it is."""
        return doc


def build(options: Options, setup: Setup) -> Translate | Nothing:
    """The step; without a target language it does nothing.  Models are loaded at the first sentence."""
    if setup.target is None:
        return Nothing()
    from cleaner.engines.argos import find

    return Translate(find(options.packages), setup.target, setup)
