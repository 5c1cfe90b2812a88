"""People in news on Russia, Belarus, Ukraine and Germany: right names stay, German romanisations go."""

from __future__ import annotations

import pytest

from cleaner.document import Policy
from cleaner.edit import apply, resolve
from cleaner.terms.load import examine, shipped
from cleaner.terms.repair import Matcher, matcher


@pytest.fixture(scope="module")
def found() -> Matcher:
    """All shipped glossaries, for English texts."""
    return matcher(examine(shipped())[0], "en")


RIGHT = [
    "Sergei Morozov governed Astrakhan.",
    "Mikhail Galustyan played the part.",
    "Dmitry Volkov runs an observatory.",
    "Alexander Volkov skated for Russia.",
    "The writer Solomon Volkov lives in New York.",
    "Andrei Zhdanov gave his name to a doctrine.",
    "Sobol is a Ukrainian surname, and sable in English.",
    "Sergei Miller, an engineer, left Gazprom.",
    "Tatiana Volodina wrote to the Duma.",
    "Alexander Volodin wrote plays.",
    "Sergei Naryshev lives in Tula.",
    "Gennady Gudkov and Dmitry Gudkov are father and son.",
    "Anna Kasparova, a pianist, played.",
    "Sergei Solovyov directed Assa.",
    "The philosopher Vladimir Solovyov died in 1900.",
    "Dmitri Patrushev and Nikolay Patrushev spoke.",
    "Yuri Borisov was nominated for an Oscar.",
    "Yuriy Boiko sat in the Rada.",
    "Oleksiy Kuleba is not Dmytro Kuleba.",
    "Dmitry Kuleba is how Moscow spells him.",
    "Vasyl Malyuk's SBU struck bridges.",
    "Serhii Plokhii teaches at Harvard.",
    "Yuri Andrukhovych reads in Lviv.",
    "Andriy Kurkov writes in Russian.",
    "Andrei Kurpatov is a psychologist.",
    "YULIA NAVALNAYA SPOKE IN STRASBOURG.",
    "Yuliya Navalnaya's speech was short.",
    "Lyudmila Ulitskaya's novel won.",
    "Dmitriy Glukhovskiy wrote Metro 2033.",
    "Ekaterina Shulman lectures.",
    "Alexey Venediktov ran Echo.",
    "Ales Byalyatski was freed.",
    "Raman Pratasevich was on the plane.",
    "Franak Vyachorka advises her.",
    "Aleksandr Bortnikov heads the FSB.",
    "Sergey Kirienko's son runs VK.",
    "Valentina Matviyenko chairs the council.",
    "Vasily Nebenzia vetoed it.",
    "Yunus-Bek Evkurov flew to Libya.",
    "Patrick Schneider, a conductor, missed a train of the transport company.",
    "Stephanie Hubig teaches law in Ohio.",
    "Tino Chrupalla's party grew.",
    "Bjoern Hoecke was fined.",
    "Dorothy Bear painted.",
    "Baerbel Bas met trade unions.",
    "Igor Strelkov's real name is Girkin.",
]
"""Other people of nearly the same name, spellings that newsrooms use, possessives, capitals."""

GARBLED = [
    ("Leonid Wolkow lives in Vilnius.", "Leonid Volkov"),
    ("Iwan Schdanow resigned.", "Ivan Zhdanov"),
    ("Mayor Sergej Sobjanin counted drones.", "Sergei Sobyanin"),
    ("Sobjanin's office denied it.", "Sobyanin's"),
    ("FSB chief Alexander Bortnikow spoke.", "Alexander Bortnikov"),
    ("The deputy Andrej Kartapolow spoke.", "Andrei Kartapolov"),
    ("Garri Kasparow played.", "Garry Kasparov"),
    ("Dmitri Gudkow fled.", "Dmitry Gudkov"),
    ("Tichon Dsjadko of TV Rain spoke.", "Tikhon Dzyadko"),
    ("Alla Pugatschowa sang.", "Alla Pugacheva"),
    ("Franak Wjatschorka advises her.", "Franak Viačorka"),
    ("Junus-bek Jewkurow flew.", "Yunus-bek Yevkurov"),
    ("Wjatscheslaw Wolodin chairs the Duma.", "Vyacheslav Volodin"),
    ("Walentina Matwijenko agreed.", "Valentina Matvienko"),
    ("Sergej Naryschkin called.", "Sergei Naryshkin"),
    ("Nikolai Patruschew's son is minister.", "Nikolai Patrushev's"),
    ("WLADIMIR MEDINSKIJ LED THEM.", "VLADIMIR MEDINSKY"),
    ("Margarita Simonjan wrote.", "Margarita Simonyan"),
    ("Kirill Dmitrijew flew to Miami.", "Kirill Dmitriev"),
    ("Juri Uschakow told reporters.", "Yuri Ushakov"),
    ("Sergej Kirijenko decides.", "Sergei Kiriyenko"),
    ("Denis Manturow agreed.", "Denis Manturov"),
    ("Leonid Sluzki ran.", "Leonid Slutsky"),
    ("Gennadi Sjuganow ran.", "Gennady Zyuganov"),
    ("Boris Nadeschdin was barred.", "Boris Nadezhdin"),
    ("Jekaterina Dunzowa was barred.", "Yekaterina Duntsova"),
    ("Julia Nawalnaja spoke.", "Yulia Navalnaya"),
    ("Maria Pewtschich filmed it.", "Maria Pevchikh"),
    ("Marina Owsjannikowa fled.", "Marina Ovsyannikova"),
    ("Dmitri Bykow writes.", "Dmitry Bykov"),
    ("Wiktor Schenderowitsch jokes.", "Viktor Shenderovich"),
    ("Ljudmila Ulitzkaja writes.", "Ludmila Ulitskaya"),
    ("Abbas Galljamow thinks so.", "Abbas Gallyamov"),
    ("Sergej Gurijew teaches.", "Sergei Guriev"),
    ("Ales Bjaljazki was freed.", "Ales Bialiatski"),
    ("Roman Protassewitsch was on the plane.", "Roman Protasevich"),
    ("Denys Schmyhal resigned.", "Denys Shmyhal"),
    ("Andrij Sybiha flew.", "Andrii Sybiha"),
    ("Mychajlo Podoljak wrote.", "Mykhailo Podolyak"),
    ("Dmytro Lubinez wrote.", "Dmytro Lubinets"),
    ("Wadym Filaschkin wrote.", "Vadym Filashkin"),
    ("Serhij Schadan sang.", "Serhiy Zhadan"),
    ("Oksana Sabuschko wrote.", "Oksana Zabuzhko"),
    ("Juri Andruchowytsch read.", "Yurii Andrukhovych"),
    ("Andrej Kurkow wrote.", "Andrey Kurkov"),
    ("Research minister Dorothee Bear spoke.", "Dorothee Bär"),
    ("Justice minister Stephanie Hubig spoke.", "Stefanie Hubig"),
    ("The German transport minister Patrick Schneider spoke.", "Patrick Schnieder"),
    ("Tino Krupalla of the AfD spoke.", "Tino Chrupalla"),
]
"""What translations of German news print, and a piece of what it becomes."""


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_name_stays(found: Matcher, text: str) -> None:
    """Neither as a listed form nor as a garble that nobody listed."""
    assert [e for e in found.edits(text) if e.confidence >= Policy().apply_at] == []


@pytest.mark.parametrize(("text", "becomes"), GARBLED)
def test_a_romanised_name_is_repaired(found: Matcher, text: str, becomes: str) -> None:
    once = apply(text, resolve([*found.terms(text), *found.phrases(text)])[0])
    assert becomes in once
    assert [*found.terms(once), *found.phrases(once)] == []
