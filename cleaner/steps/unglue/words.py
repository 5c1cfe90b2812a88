"""Closed word classes: the evidence that a capital letter in mid-sentence is a seam and not a name.

Written by us from grammar, not taken from a corpus.  A word that is also a name, a brand's second half or a
common title word is kept in the class that asks for more evidence, or left out.
"""

from __future__ import annotations

import re


def either(words: str) -> str:
    """A regular expression's alternatives, longest first, for words separated by white space."""
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


JOINS = "And But Or"
"""Conjunctions: they lose the capital wherever they stand."""

ADVERBIALS = (
    "About Against Although Among Around Because Before Between Despite During From Since Through "
    "Throughout Unless Until Whereas While Without After When Where Which Including Nearly Almost "
    "Meanwhile According"
)
"""Prepositions and subordinators too long to be half of a brand."""

SHORT = "In On At By For To Of With As Under Over"
"""Prepositions that end brands and titles (LinkedIn, Bring It On): only before a determiner or a year."""

SUBJECTS = "He She They It We There This These Those Some Many Most"
"""Words that open a clause of their own."""

OPENERS = (
    f"{SUBJECTS} Although Because Despite While When After Before Since During According However Meanwhile"
)
"""What may stand glued to the word before it."""

DETERMINERS = "the a an his her its their this that these those our my your"

FRONTING = (
    "According In At On By For From With Within Without During After Before Since Under Like Unlike "
    "Besides Despite Following Among Through Until Against Near Inside Outside Across Loud"
)
"""How a fronted phrase opens; ``Loud`` is German *laut*, "according to", taken for the adjective."""

VERBS = (
    "is are was were be been am has have had do does did will would can could may might must shall "
    "should says said say tells told writes wrote reports found left went came began took made gave got "
    "saw wants want knows know thinks think believes believe goes go comes come lives live works work "
    "stands held makes make takes take shows show remains became becomes begins runs ran won lost met "
    "led fell rose grew spoke sent kept paid put set cut hit let don't doesn't didn't isn't aren't "
    "wasn't weren't won't can't"
)
"""Frequent finite verbs; with words in -ed they tell a clause from a fronted phrase."""

SURNAMES = (
    "Liu Li Wang Zhang Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin Luo Gao Zheng Liang Xie "
    "Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu "
    "Ding Ren Shen Yao Mr Ms Mrs Dr Prof President Minister Premier Manager Director Chairman Professor "
    "Secretary General Mayor Governor Captain Jae Judge Officer Detective Senator Coach"
)
"""After these, ``He`` is a Chinese surname or given name."""

COMMON_NOUNS = (
    "accusations achievements actions activities advantages advances allegations approaches arguments "
    "arrests articles attacks attempts cases causes challenges changes charges circumstances claims "
    "comments complaints concerns conditions conflicts consequences costs crimes crises criticism cuts "
    "damages deaths debates decisions delays demands demonstrations developments differences "
    "difficulties discussions disputes efforts elections events experiences explosions failures fears "
    "fighting fires floods gains investigations improvements increases injuries interviews laws limits "
    "losses measures meetings mistakes negotiations opportunities opposition orders pictures plans "
    "pressure prices problems progress promises proposals protests questions raids reforms regulations "
    "rejections reports requests resistance restrictions results rights risks rules sanctions shortages "
    "strikes successes support talks tensions threats trials uncertainty violence votes warnings "
    "weaknesses worries"
)
"""Nouns that are anchor texts of links and hardly ever the name of anything."""
