"""The web page."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.history import Finding
from cleaner.profile import load_profile
from cleaner.report.page import Note, _over, page_document, page_head, page_tail

NASTY = "<script>alert(1)</script> & “Pro acyl”"


class Reader(HTMLParser):
    """Collects tags, links, ids and visible text."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.ids, self.words = [], set(), set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        found = dict(attrs)
        self.links |= {found["href"]} if "href" in found else set()
        self.ids |= {found["id"]} if "id" in found else set()

    def handle_data(self, data):
        self.words += data


def page(*docs):
    parts = [page_head(load_profile("news"))]
    parts += [p for i, d in enumerate(docs, 1) for p in page_document(d, i)]
    reader = Reader()
    reader.feed("".join([*parts, page_tail()]))
    return reader


def garbled():
    at = NASTY.index("Pro acyl")
    found = [
        Edit(at, "Pro acyl", "Pro Asyl", "demo.term", "listed", 0.99),
        Edit(0, "<script>", "", "demo.tag", "markup", 0.6),
        Finding(at - 1, at + 9, "demo.quote", "who says it?"),
    ]
    return Document("a & b.txt", NASTY).revise("demo", found)


def test_the_page_shows_before_after_and_why():
    seen = page(garbled()).words
    for words in (NASTY, "“Pro Asyl”", "demo.term", "listed", "0.99", "who says it?", "markup", "a & b.txt"):
        assert words in seen


def test_a_translated_sentence_is_to_be_read_and_a_changed_name_struck_through():
    doc = Document("a", "Das Haus.").revise(
        "translate", [Edit(0, "Das Haus.", "The house.", "t.s", "m", 0.95)]
    )
    assert 'class="was"' in "".join(page_document(doc, 1))
    assert 'class="del"' in "".join(page_document(garbled(), 1))


def test_what_a_person_must_look_at_comes_before_what_was_made():
    words = page(garbled()).words
    assert words.index("who says it?") < words.index("Proposed") < words.index("Made")


def test_text_is_never_markup_and_nothing_is_fetched():
    reader = page(garbled())
    assert not {"script", "link", "img", "iframe"} & set(reader.tags)
    assert all(link.startswith("#") for link in reader.links)


def test_every_mark_leads_to_its_entry_also_with_many_documents():
    reader = page(garbled(), garbled())
    assert {link[1:] for link in reader.links} <= reader.ids
    assert {"d1c1", "d1c2", "d2c1", "d2c2"} <= reader.ids


def test_a_proposal_to_put_words_in_can_be_found_in_the_text():
    for at, beside in ((0, "W"), (3, "o")):
        doc = Document("a", "Who\n").revise("demo", [Edit(at, "", "“", "demo.quote", "still open", 0.6)])
        assert re.search(rf'href="#d1c1" class="prop"[^>]*>{beside}</a>', "".join(page_document(doc, 1)))


def test_how_much_of_a_page_was_kept_is_told():
    assert (
        "9 of 90 characters"
        in page(Document("a.html", "Some text", meta={"kept": "9 of 90 characters"})).words
    )


def test_the_profile_is_told():
    profile = load_profile("news")
    assert profile.digest in page_head(profile)
    assert "apply_at" in page_head(profile)


@given(st.lists(st.integers(0, 20), min_size=2, unique=True), st.lists(st.tuples(*[st.integers(0, 20)] * 2)))
def test_the_notes_over_each_span_are_those_that_share_a_character_with_it_in_their_order(cuts, places):
    notes = [Note(min(place), max(place), "find", str(n)) for n, place in enumerate(places)]
    spans = list(pairwise(sorted(cuts)))
    over = [[n for n in notes if n.start < end and start < n.end] for start, end in spans]
    assert list(_over(spans, notes)) == over
