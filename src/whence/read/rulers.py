"""States named by their rulers: "the Dorin regime", "blamed it on Dorin", where the text says who rules."""

import re
from functools import lru_cache
from typing import Final

from whence.read.numerals import word_list
from whence.read.states import COUNTRY_NAMES, STATES

# heads of state and of government alike
_TITLE: Final = r"(?:President|Prime Minister|Premier|Chancellor|King|Sultan|Emir)"

_RULER: Final = re.compile(
    r"\b(?:[A-Z][a-z]+ (?:al-)?)?([A-Z][a-z]+)['’]?s?['’]? (?:(?:\w+ )?(?:regimes?|air ?force|forces|army|"
    r"troops|"
    r"warplanes|jets|helicopters)|government)\b"
)
_NO_RULER: Final = frozenset(
    word_list(
        "the this that its their pro allied army air security armed military government regime interior defence "
        "defense special joint ground coalition state some when while after other kurdish opposition rebel democratic "
        "both monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december last next earlier later meanwhile separately"
    )
)
_PRESIDENT: Final = (
    r"\b{home} (?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ll]eader|[Rr]uler"
    r"|[Dd]ictator|[Ss]trongman)"
    r" (?:[A-Z]\w+ )?(?:al-)?([A-Z][a-z]+)\b"
)
_OBEYED: Final = re.compile(
    r"\b(?:loyal to|oust(?:ing)?|toppl(?:e|ing)|overthrow(?:ing)?|rule of|uprising against|regime of|"
    r"government of|forces of|army of)"
    r" (?:[A-Z]\w+ )?(?:" + _TITLE + r" )?(?:[A-Z]\w+ )?(?:al-)([A-Z][a-z]+)\b"
    r"|\b(?:loyal to|oust(?:ing)?|toppl(?:e|ing)|overthrow(?:ing)?|rule of|"
    r"uprising against) (?:[A-Z]\w+ )?" + _TITLE + r" (?:[A-Z]\w+ )?"
    r"([A-Z][a-z]+)\b"
)
# where a ruler's bare name stands for the power he has: blamed, an agent, before a deed, or denying
_FIRST: Final = r"(?:(?:[A-Z]\w+ )?" + _TITLE + r" )?(?:[A-Z]\w+ )?(?:al-)?"
_BLAMED: Final = re.compile(
    rf"\b(?:blam\w+|accus\w+|by|(?:blam\w+|attributed|pinned|laid)\b[^.;\"]{{0,60}} (?:on|to)|"
    rf"(?:government|administration|regime|army|forces|troops) (?:of|loyal to|under)|"
    rf"(?:denials? )by)\s+(?:the )?{_FIRST}$"
)
_DEED: Final = re.compile(
    r"['’]?s?['’]?,? (?:in (?:an?|his) (?:[\w.-]+,? ){1,10})?(?:(?:ha[sd]|have|\w+ly|again|"
    r"also) )*(?:den(?:ied|ies|y)|rejected|dismissed|ordered|gassed|used|bombed|attacked|killed|launched|"
    r"bombard\w+|carried out|called|said|told|described)\b|,? (?:is|was|were|must be|be) (?:behind|"
    r"responsible|punished|held|to blame)\b"
    r"|(?:s|['’]s?) (?:\w+ ){0,2}?(?:bomb|shell|attack|onslaught|assault|offensive|massacre|strike|"
    r"air ?strike|raid|use of|"
    r"crackdown|killing|barrel)\w*",
    re.I,
)
_ARTICLE: Final = re.compile(r"^(?:[Aa]l|[Ee]l)-")
_TITLES: Final = re.compile(rf"\b{_TITLE} ")
_REGIME: Final = re.compile(r"\bregime\b")
_PART: Final = re.compile(r"\w+")
_AROUND: Final = 120  # code points; a name and what stands between it and the title are shorter
_LOOKED: Final = 200  # names of whom it is asked whether they rule, so that time stays linear
_MOST: Final = 20  # rulers looked for by their bare names; a text that has more is a directory
_AHEAD: Final = 90  # code points of a deed behind a ruler's name
_BEHIND: Final = 110  # code points of a phrase of blame before it


@lru_cache(maxsize=2)
def near_rule(text: str) -> frozenset[str]:
    """Return the words that stand shortly behind a ruler's title or before "regime" (pure; cached for one report)."""
    behind = (text[m.end() : m.end() + _AROUND] for m in _TITLES.finditer(text))
    before = (text[max(0, m.start() - _AROUND) : m.start()] for m in _REGIME.finditer(text))
    return frozenset(w for words in (*behind, *before) for w in _PART.findall(words))


@lru_cache(maxsize=1024)
def is_ruler(text: str, word: str) -> bool:
    """Return whether `text` knows `word` as the name of who rules, and nothing in or near a place of that name.

    It calls him by his office ("President Oran Dorin") or speaks of his regime; `word` may carry an article ("al-").
    Pure; cached because one text names its rulers again and again.
    """
    bare = _ARTICLE.sub("", word)
    stem = re.escape(bare)
    if not word[:1].isalpha() or word.lower() in COUNTRY_NAMES or word.lower() in STATES:
        return False
    if not near_rule(text).issuperset(_PART.findall(bare)):
        return False  # nearly always; looking for every name through a long text would take its square
    own = r"['’]?s?['’]?"
    called = rf"\b{_TITLE} (?:[A-Z][\w'’-]+ )?(?:[A-Z][\w'’-]+ (?=[Aa]l-))?(?:[Aa]l-)?{stem}\b"
    if not re.search(rf"{called}|\b{stem}{own} (?:\w+ )?regime\b", text):
        return False
    return not re.search(rf"\b(?:in|near|outside) {stem}\b(?!{own} (?:\w+ )?regime)(?!['’]s?\b)", text)


def find_rulers(text: str, home: str) -> list[tuple[int, int, str]]:
    """Return where `text` names a state by its ruler: (start, end, name of the regime), in order of kind.

    `home` is the demonym of the country in which the text plays, "" if nobody knows: its president rules there.
    """
    found = []
    # the whole text is searched once for a name, however often it stands there
    known = {m[1].removesuffix("s"): True for m in re.finditer(_PRESIDENT.format(home=home), text) if home}
    known |= {(m[1] or m[2]).removesuffix("s"): True for m in _OBEYED.finditer(text)}
    called: dict[str, str] = {}
    for m in _RULER.finditer(text):
        name = _ruler(text, m, known)
        if name:
            called[name] = called.get(name) or f"{name} {_as_told(text, name)}"
            found.append((m.start(), m.end(), called[name]))
    rulers = sorted(stem for stem, rules in known.items() if rules)[:_MOST]
    return found + [place for stem in rulers for place in _alone(text, stem)]


def _alone(text: str, stem: str) -> list[tuple[int, int, str]]:
    """Where the ruler's bare name stands for the state that he rules."""
    found = []
    told = _as_told(text, stem)
    for m in re.finditer(rf"(?<![\w’'])(?:{_FIRST})?{stem}(?=s?\b)", text):
        start, end = m.end() - len(stem), m.end()
        blamed = _BLAMED.search(text[max(0, start - _BEHIND) : start])
        if blamed or _DEED.match(text[end : end + _AHEAD]):
            found.append((start, end + (text[end : end + 1] == "s"), f"{stem} {told}"))
    return found


def _as_told(text: str, name: str) -> str:
    """The word for a ruler's state: "regime" only where the text itself says so."""
    return "regime" if re.search(rf"\b{name}s?['’]?s?['’]? (?:\w+ )?regime", text) else "government"


def _ruler(text: str, m: re.Match[str], known: dict[str, bool]) -> str:
    """The ruler's name in "X regime", "Xs air force", or "" where the text does not know X as one."""
    word = m[1]
    if word.lower() in _NO_RULER or word.lower() in COUNTRY_NAMES or word.lower() in STATES:
        return ""
    stem = word.removesuffix("s")
    for name in dict.fromkeys((word, stem)):
        if name not in known:
            known[name] = len(known) < _LOOKED and _rules(text, name)
    if not known[stem] and not known[word]:
        return ""
    lost = stem != word and "'" not in m.group() and "’" not in m.group() and f"{stem} " in text
    return stem if known[stem] and (lost or not known[word]) else word


def _rules(text: str, stem: str) -> bool:
    """Whether the text calls `stem` a president, or knows a regime or government of that name that is no place's."""
    if re.search(rf"\b{_TITLE} (?:\w+ )?(?:\w+[- ])?{stem}", text):
        return True
    if re.search(rf"\b(?:in|near|at|around|outside|toward) (?:[A-Z][\w-]+ ){{0,2}}{stem}\b(?! regime)", text):
        return False
    # a word that is capital only because a sentence begins with it is no name
    inside = re.search(rf"[a-z,] (?:[\w-]+-)?{stem}(?:['’]?s)?\b", text)
    return bool(inside and re.search(rf"\b{stem}['’]?s?['’]? (?:regime|government)\b", text))
