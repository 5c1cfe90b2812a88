from dataclasses import fields, replace

from cleaner.terms.entry import LISTS, Entry, TermBase
from cleaner.terms.exact import Exact
from cleaner.terms.unseen import Unseen
from cleaner.terms.variants import variants

KHARKIV = Entry("k", "Kharkiv", native=("uk: Харків", "ru: Харьков"))


def test_a_native_form_tells_its_language():
    assert KHARKIV.natives == (("uk", "Харків"), ("ru", "Харьков"))
    assert Entry("a", "Ada: a life", native=("Ada: ein Leben",)).natives == (("", "Ada: ein Leben"),)


def test_the_tag_is_no_part_of_the_form():
    (hit,) = Exact([KHARKIV]).hits("in Харків")
    assert hit.right
    spelling = Unseen([Entry("d", "Three Oaks", native=("uk: Тридубiвка",))]).spelling("Tridubivka")
    assert spelling is not None
    assert spelling.form == "Тридубiвка"
    assert not [v for v in variants(KHARKIV) if ":" in v.form]


def test_the_digest_tells_term_bases_apart():
    a, b = Entry("a", "Aid Ost"), Entry("b", "Aid Ost")
    bases = [
        (),
        (a,),
        (a, b),
        (b, a),
        (a, a),
        (a, Entry("b", "Aid Ost", note="x")),
        (Entry("a", "Aid", lang=""),),
    ]
    assert len({TermBase(entries).digest for entries in bases}) == len(bases)
    assert TermBase((a, b)).digest == TermBase((Entry("a", "Aid Ost"), Entry("b", "Aid Ost"))).digest


def test_every_field_is_in_the_digest():
    """The columns are spelled out, so one could be forgotten."""
    changed = [replace(KHARKIV, **{f.name: ("x",) if f.name in LISTS else "x"}) for f in fields(Entry)]
    bases = [TermBase((entry,)) for entry in (KHARKIV, *changed)]
    assert len({base.digest for base in bases}) == len(fields(Entry)) + 1
