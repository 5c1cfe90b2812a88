from cleaner.terms.context import near


def test_reach_in_words_and_paragraphs():
    text = "ARD said " + "word " * 11 + "HERE and then radio.\n\nThe broadcaster slept."
    at = text.index("HERE")
    span = (at, at + 4)
    assert near(text, *span, ["broadcaster"]) is None
    assert near(text, *span, ["then radio"]) == "then radio"
    assert near(text, *span, ["ard"]) is None
    assert near(text, *span, ["said"]) == "said"
    assert near(text, *span, ["sai", "her", "HERE"]) is None
