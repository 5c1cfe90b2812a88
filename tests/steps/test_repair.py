from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.history import Finding
from cleaner.steps.base import Setup
from cleaner.steps.repair import RULES, Options, build

STEP = build(Options(), Setup())


def repaired(text: str) -> str:
    return STEP(Document("t", text)).text


# Letters, leads and trails of mojibake, entities, controls, invisible and lost characters: what may interact.
HARD = st.text(
    st.sampled_from(
        "abeéüÃÂâ€™œž³¶¼\xa0\xad\x85\x9d\x00\x0b\x1b[m&amp;#38<>\u200b\u0301\ufeff\ufffd? \nДРС°Ђ"
    )
)


@settings(deadline=None)
@given(st.one_of(HARD, st.text()))
def test_the_step_is_idempotent(text: str) -> None:
    once = repaired(text)
    assert repaired(once) == once


@settings(deadline=None)
@given(st.one_of(HARD, st.text()))
def test_every_rule_is_pure_and_fits_its_text(text: str) -> None:
    for rule in RULES:
        found = list(rule.find(text))
        assert found == list(rule.find(text))
        for x in found:
            assert x.rule == rule.id
            assert not isinstance(x, Edit) or text.startswith(x.old, x.start)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="&?")))
def test_plain_ascii_is_left_alone(text: str) -> None:
    doc = Document("t", text)
    assert STEP(doc) is doc


def test_the_filter_before_ftfy_lets_all_through_that_ftfy_would_change() -> None:
    from ftfy.badness import MOJIBAKE_CATEGORIES, is_bad

    from cleaner.steps.repair.mojibake import _suspicious

    odd = st.sampled_from(sorted(set("".join(MOJIBAKE_CATEGORIES.values())) | set("aZ. ?\n")))

    @settings(deadline=None)
    @given(st.text(odd, max_size=8))
    def holds(text: str) -> None:
        assert not is_bad(text) or _suspicious().search(text)

    holds()


def test_a_rule_may_be_switched_off() -> None:
    step = build(Options(), Setup(policy=Policy(off={"repair.entity"})))
    assert step(Document("t", "AT&amp;T")).text == "AT&amp;T"


def test_lost_text_is_found_where_it_stands_after_the_repair() -> None:
    doc = STEP(Document("t", "schÃ¶n, M\ufffdnchen"))
    assert [(f.rule, doc.text[f.start : f.end]) for f in doc.findings] == [("repair.lost", "M\ufffdnchen")]
    assert all(isinstance(f, Finding) for f in doc.findings)


def test_no_line_is_cut_where_only_splitlines_would_cut() -> None:
    assert repaired("und dann\x85 schÃ¶n\u2028neu") == "und dann… schön\u2028neu"


def test_quotes_ligatures_and_width_are_the_newsroom_s_own() -> None:
    text = "„Das ist ‘ﬁn’“ — ＬＯＵＤ"
    assert repaired(text) == text


def test_a_mojibake_inside_an_entity_is_undone_in_two_rounds() -> None:
    doc = STEP(Document("t", "&Atilde;&sup3; solo"))
    assert doc.text == "ó solo"
    assert [r.step for r in doc.history] == ["repair", "repair"]


def test_what_is_verbatim_is_only_proposed_and_ends() -> None:
    doc = Document("t", "schÃ¶n `schÃ¶n`", marks=(Mark(VERBATIM, 7, 15),))
    done = STEP(doc)
    assert done.text == "schön `schÃ¶n`"
    assert [c.state for c in done.changes()] == ["made", "proposed"]
    assert STEP(Document("t", "`schÃ¶n`", marks=(Mark(VERBATIM, 0, 8),))).text == "`schÃ¶n`"
