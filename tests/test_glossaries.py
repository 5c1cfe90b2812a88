"""The glossaries that ship: every entry is sound, has its source, and does no harm in clean English."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from cleaner.document import Policy
from cleaner.edit import Edit, apply, resolve
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.load import examine, shipped
from cleaner.terms.repair import Matcher, matcher
from tests.names_in_the_news import GARBLED_PEOPLE, GARBLED_WORLD, RIGHT_PEOPLE, RIGHT_WORLD

DATA = Path(__file__).parents[2] / "shared" / "data"
ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(:\d+)?/\S+|https?://[\w.-]+\.[a-z]{2,}/?")
LET_PASS = {"Kiyv", "editorial network Germany", "Serbian President Alexander Vuchich"}
"""A misspelling, a calque of the trade, a name by way of Russian: in the references of a translation test."""
CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@pytest.fixture(scope="module")
def base() -> TermBase:
    """All shipped glossaries, merged."""
    return examine(shipped())[0]


def entries() -> list[Entry]:
    return list(examine(shipped())[0].entries)


def test_no_fault_is_found_in_the_glossaries_that_ship() -> None:
    assert [str(fault) for fault in examine(shipped())[1]] == []


def test_there_are_enough_concepts(base: TermBase) -> None:
    """Counted by preferred form: entries that only part a form by its context do not count twice."""
    assert len({e.preferred for e in base.entries if e.type != "phrase"}) >= 150


@pytest.mark.parametrize("entry", entries(), ids=lambda e: e.id)
def test_every_entry_says_where_it_was_looked_up(entry: Entry) -> None:
    assert ADDRESS.fullmatch(entry.source), entry.source
    assert entry.type, "no type"


@pytest.mark.parametrize("entry", [e for e in entries() if e.native], ids=lambda e: e.id)
def test_native_forms_say_their_language_and_are_in_its_script(entry: Entry) -> None:
    for native in entry.native:
        lang, colon, form = native.partition(": ")
        assert colon, native
        assert re.fullmatch("[a-z]{2}", lang), native
        assert bool(CYRILLIC.search(form)) == (lang in ("ru", "uk", "be")), native


def listed(found: Matcher, text: str) -> list[Edit]:
    """What the entries themselves ask for; what is merely like them is the matcher's business."""
    return [*found.terms(text), *found.shorts(text), *found.phrases(text)]


def test_a_preferred_form_holds_nobodys_garble(base: TermBase) -> None:
    """So that cleaning twice is cleaning once, whatever stands round a name."""
    for entry in base.entries:
        found = matcher(base, entry.lang)
        if entry.type != "phrase":
            assert listed(found, f"It was {entry.preferred} that said so.") == [], entry.id


def test_every_garble_without_a_context_is_repaired_for_good(base: TermBase) -> None:
    for entry in (e for e in base.entries if e.type != "phrase" and not e.context):
        found = matcher(base, entry.lang)
        for form in entry.deprecated:
            once = repaired(f"They named {form} twice.", listed(found, f"They named {form} twice."))
            assert once == f"They named {entry.preferred} twice.", f"{entry.id}: {form}"
            assert listed(found, once) == []


def repaired(text: str, edits: list[Edit]) -> str:
    return apply(text, resolve(edits)[0])


def clean_english() -> Iterator[str]:
    yield from (DATA / "names/clean-english.dev.txt").read_text("utf-8").split("\n")
    yield from sentences("eng")
    for pair in ("de", "ru"):
        yield from (DATA / f"mt/newstest2019.{pair}-en.en").read_text("utf-8").split("\n")


def sentences(code: str) -> Iterator[str]:
    with lzma.open(DATA / f"sentences/{code}.txt.xz", "rt", encoding="utf-8") as lines:
        yield from lines


def changes(base: TermBase, lang: str, lines: Iterator[str]) -> list[tuple[str, str, str, str]]:
    """What the glossaries would change, with where it stands."""
    found, changed = matcher(base, lang), []
    while chunk := list(islice(lines, 200)):
        text = "\n\n".join(line.strip() for line in chunk)
        edits = (e for e in listed(found, text) if e.old not in LET_PASS)
        changed += [(e.old, e.new, e.why, text[max(e.start - 60, 0) : e.end + 60]) for e in edits]
    return changed


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside this checkout")
def test_nothing_is_changed_in_clean_english(base: TermBase) -> None:
    """About 220,000 words of news that people wrote: no edit but of what they let pass."""
    assert changes(base, "en", clean_english()) == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside this checkout")
@pytest.mark.parametrize(
    ("lang", "code"),
    [("de", "deu"), ("ru", "rus"), ("fr", "fra"), ("es", "spa"), ("pl", "pol"), ("tr", "tur")],
)
def test_nothing_is_changed_in_clean_sentences(base: TermBase, lang: str, code: str) -> None:
    assert changes(base, lang, sentences(code)) == []


RIGHT = [
    # Bodies that are called so elsewhere, beside what a weak context would be
    "In Britain the Liberal Democrats won. In Berlin the chancellor met Christian Lindner of the FDP.",
    "Sir Ed Davey, who leads the Liberal Democrats, told Lindner that liberals must stand together.",
    "Jon Stewart, who hosts The Daily Show, mocked the German broadcaster ARD.",
    "The New York Daily News and the German broadcaster ARD both had the pictures.",
    "Daily news on ARD, reportedly, is watched by nine million people.",
    "Topics of the Day: how ARD covers the war, and what Das Erste leaves out.",
    "According to Mirror Online, the Hamburg striker is close to a move to West Ham.",
    "Mirror Online and Der Spiegel, the German news magazine, published the leaked contracts.",
    "Germans Spend Ever More Time Online, a Weekly Newspaper in Hamburg Finds",
    "Comey told the Senate intelligence committee, according to a Federal News Service transcript.",
    "The German ambassador spoke of spies, a Federal News Service transcript shows.",
    "The Association of the Chemical Industry of the Czech Republic said German orders had fallen.",
    "Turkey's Automobile Industry Association said car exports had risen.",
    "The Slovak one and the Auto Industry Association of India said car sales fell.",
    "Germany's Automobile Industry Association (VDA) spoke of a lost year.",
    "Johannesburg's Southern Courier reported that the taxi rank had been closed.",
    "South West Radio reported delays on SWR trains, and a crowd at the German consulate in Stuttgart.",
    "Southwest Broadcasting, which owns stations in Mississippi, sold one to a firm in Stuttgart, Arkansas.",
    "Total Metal Recycling raised wages after talks with other employers.",
    "Ethiopia's Federal Defence Forces lost soldiers, the German embassy said.",
    "The Bundeswehr army, navy and air force will get new radios, Germany announced.",
    "ZDF, or Second German Television, is based in Mainz.",
    "ARD, whose channel is called First German Television, showed it live.",
    "The parliament of Bougainville sent the bill to the Elders' Council.",
    "Sweden's Parliamentary Control Body met its colleagues from Germany in Berlin.",
    "Germany's Federal Labor Agency counted 2.8 million unemployed in Nuremberg.",
    "The Cincinnati Commercial Gazette, a newspaper, had many German readers.",
    "The Picture Newspaper, as the Daily Sketch called itself, was a tabloid with a man in Berlin.",
    "The Turkish magazine Star wrote that the German singer would play in Hamburg.",
    "The Salzburg News, an English newsletter, wrote that the German tourists were back.",
    "The parcel firm Black Forest Courier reported a record year, and told drivers to rest.",
    "Würzburg's Main Post Office was reopened, as was the market in Lower Franconia.",
    "Kissinger wrote of a New Westphalian order, and told an interviewer that it would not last.",
    "Attack on Berlin Newspaper Reported, Police Say",
    "The Radio Media Group of Essen, Maryland, was sold.",
    "Photo Alliance, a club in San Francisco, will show an AP photo and one by Reuters.",
    "The agencies dpa and AFP founded an image alliance.",
    "At the Mémorial de Caen, a Russian human rights lawyer of an NGO thanked her hosts.",
    "At the Mémorial de Caen, students speak on human rights; one spoke on Russia.",
    "The Constitutional Protection Alliance, a right-wing group, monitored the polls.",
    "The AfD said that the Constitutional Protection Act was being misused.",
    "The spacecraft Soyuz 90 would have carried the first German of the party.",
    "Teamsters' Union 90 left the party and backed a Green.",
    "THE PARTY IS OVER, said a satirical poster.",
    "Kingdom Hearts IV benefits from a new engine.",
    # Ordinary words
    "He accused the cabinet of wasting citizens' money on stadiums while unemployment doubled.",
    "Hubertus Heil was accused of giving citizens' money to job centers that nobody used.",
    "Australia's federal government ordered a large inquiry into floods, and a small inquiry into fires.",
    "It was a small request to the government, said the German member of the Bundestag.",
    "A big inquiry by the Bundestag followed.",
    "The mayor granted a small request from the AfD, and one from the Greens.",
    "He ignored a subpoena from the court; he told conscripts to desert.",
    "House Republicans issued a subpoena over the hospital ship and its mobilization.",
    "The lawyer, accused of helping men evade mobilization, ignored the subpoena of a court in Kyiv.",
    "Spock's lawyers had subpoenas served on the draft board.",
    "The bank sent a call notice to holders of its war loan.",
    "The convening notice of the court-martial named two soldiers of the army.",
    "The convocation notice says that shareholders will vote on a military supplier.",
    "The president, who was elected in May, spoke at a federal gathering of scouts.",
    "A space agency committee was heard by the Bundestag.",
    "Ferrari's former co-boss left the party early and gave money to the Greens.",
    "After loud media reports, police in Germany reopened the case; loud media reports moved the minister.",
    # Projekt, Medusa and Decoder
    "CD Projekt shares fell after the Polish studio behind The Witcher delayed a game.",
    "Shares in CD Projekt fell. The Russian outlet Proekt wrote nothing about it.",
    "The word Projekt is German; Projekt Gutenberg holds books, Projekt Records music and Russians.",
    "In the myth, Medusa turned men to stone.",
    "The Medusa at the opera in Riga was praised by Russian critics and independent media.",
    "In an episode of Decoder, the podcast, its host spoke of exile media and of Russian media.",
    # Persons who are somebody else
    "The historian Karl Lautenbach of Bonn wrote to the German government.",
    "The pianist Olaf Schulz played for a party in Berlin.",
    "The retired judge Olaf Schulz, a member of the SPD, said that the chancellor was wrong.",
    "Thorsten Frey, the German drummer, said the CDU may not use his song.",
    "Christian Lindener left the party in Berlin at midnight.",
    "Svenja Schulz, 23, a student from Berlin, asked the environment minister a question.",
    "Friedrich March, a German brewer, founded the party's hall.",
    "Katherina Reich, a German sprinter, won in Berlin.",
    "Wolfram Weimar came third in the German championship.",
    "The painter Carl Lauterbach was banned by the German government.",
    "Christina Lambrecht, a judge in Berlin, heard the minister as a witness.",
    "Marcus Soder of CSU ran for Colorado's Green party.",
    "Anna Politkovskaya's friend Maria Sakharova lives in Moscow, and speaks for Russian writers.",
    "Pope Martin died in Cherson on the Crimea, a region of today's Ukraine.",
    "Russian troops looted the museum of Cherson, the ancient town near Sevastopol in occupied Crimea.",
]
"""Each was changed, or is like what was, while a word that stands near anything was enough of a context."""

GARBLED = [
    ("The Russian outlet Projekt wrote about the palace.", "outlet Proekt"),
    ("The Federal News Service (BND) had warned the chancellor.", "Federal Intelligence Service (BND)"),
    ("BND chief Kahl, whose Federal News Service is in Pullach, spoke.", "Intelligence Service is"),
    ("The German Federal News Service knew nothing.", "German Federal Intelligence Service"),
    ("The Liberal Democrats (FDP) are against it.", "Free Democrats (FDP)"),
    ("The Liberal Democrats of Christian Linner wanted more.", "Free Democrats of Christian Lindner"),
    ("He told ARD Daily Topics that it was over.", "ARD Tagesthemen"),
    ("It was seen on the ARD Daily Show.", "the ARD Tagesschau"),
    ("It was something which Daily news Reportedly has in writing.", "Tagesschau Reportedly"),
    ("She told the ZDF Today's Journal that it was over.", "ZDF heute journal"),
    ("He told ZDF's Today Journal that it was over.", "heute journal"),
    ("The news magazine Mirror Online had it first.", "news magazine Spiegel Online"),
    ("The weekly newspaper Time Online had it first.", "weekly newspaper Zeit Online"),
    ("The German magazine Star had it first.", "German magazine Stern"),
    ("The tabloid of Axel Springer, the Picture newspaper, had it first.", "Bild"),
    ("He told the Southern Courier in Konstanz that it was over.", "Südkurier"),
    ("He told the Rhenish Post that it was over.", "Rheinische Post"),
    ("He told the New Westphalian that it was over.", "told the Neue Westfälische"),
    ("He told the Berlin Newspaper that it was over.", "told the Berliner Zeitung"),
    ("He told the newspapers of the radio media group that it was over.", "Funke Media Group"),
    ("Southwest Broadcasting (SWR) had the pictures.", "Südwestrundfunk (SWR)"),
    ("© Image Alliance/dpa | Ina Feldkamp", "picture alliance/dpa"),
    ("The Association of the Chemical Industry (VCI) spoke.", "German Chemical Industry Association (VCI)"),
    ("The employers' association Total Metal made an offer.", "Gesamtmetall"),
    ("In the Bundestag, a small inquiry by the opposition was answered.", "minor interpellation by the"),
    ("That is the answer of the federal government to a small request.", "minor interpellation"),
    ("It was a small inquiry from the Left faction.", "minor interpellation"),
    ("Of citizen money recipients, half found work.", "citizen's allowance recipients"),
    ("Citizen money replaced Hartz IV in January.", "Citizen's allowance"),
    ("Others spoke to them as soon as they got the call notice; deserters did.", "call-up notice"),
    ("He got a subpoena to appear at the military enlistment office.", "call-up notice"),
    ("Subpoenas from military enlistment offices came by text message.", "Call-up notices"),
    ("Two conscripts showed the convocation notice.", "call-up notice"),
    ("The AfD is observed by the Constitutional Protection.", "the domestic intelligence agency"),
    ("Soyuz 90 and the Greens agreed.", "Alliance 90"),
    ("SPD co-boss Saskia Esken spoke.", "co-leader"),
    ("Galina Timchenko of Medusa said so.", "of Meduza"),
    ("The news site Medusa, which Russia has blocked, said so.", "news site Meduza"),
    ("The platform Decoder translates Russian journalism.", "platform dekoder"),
    ("Chancellor Olaf Schulz flew to Kyiv.", "Chancellor Olaf Scholz"),
    ("Olaf Scholtz, the German chancellor, flew to Kyiv.", "Olaf Scholz,"),
    ("CDU leader Friedrich March told the Bundestag.", "Friedrich Merz"),
    ("Robert Harbeck, the Green minister for the economy, spoke.", "Robert Habeck"),
    ("Finance minister Christian Lindener spoke.", "Christian Lindner"),
    ("Health Minister Karl Lautenbach spoke.", "Minister Karl Lauterbach"),
    ("Thorsten Free, the head of the chancellery, spoke.", "Thorsten Frei"),
    ("Maria Sakharova of the Russian foreign ministry spoke.", "Maria Zakharova"),
    ("They fought at Cherson, Charkiw and Mykolaiv.", "Kherson"),
    ("Police came at once.\nLoud media reports, two men fled.", "According to media reports, two men"),
]
"""What translations of German and Russian news print, and a piece of what it becomes."""


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_near_a_context_stays(base: TermBase, text: str) -> None:
    found = matcher(base, "en")
    literal = [e for e in found.literals(text) if e.confidence >= Policy().apply_at]
    assert [*found.terms(text), *found.phrases(text), *literal] == []


@pytest.mark.parametrize("text", [*RIGHT_WORLD, *RIGHT_PEOPLE])
def test_right_names_in_the_news_stay(base: TermBase, text: str) -> None:
    """Nothing is made of them: of what is listed, nor of what a garble nobody listed might be."""
    found = matcher(base, "en")
    assert [e for e in found.edits(text) if e.confidence >= Policy().apply_at] == []


def test_right_german_near_a_context_stays(base: TermBase) -> None:
    found = matcher(base, "de")
    assert listed(found, "Die Medusa, das Ungeheuer, wird in Riga gezeigt, am Portal der Oper.") == []
    text = "Das russische Nachrichtenportal Medusa berichtet."
    assert repaired(text, listed(found, text)) == "Das russische Nachrichtenportal Meduza berichtet."


@pytest.mark.parametrize(("text", "becomes"), [*GARBLED, *GARBLED_WORLD, *GARBLED_PEOPLE])
def test_a_garble_in_its_context_is_repaired(base: TermBase, text: str, becomes: str) -> None:
    found = matcher(base, "en")
    once = repaired(text, [*found.terms(text), *found.phrases(text)])
    assert becomes in once
    assert [*found.terms(once), *found.phrases(once)] == []
