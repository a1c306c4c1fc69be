"""Armed parties that no table knows, told by how the text speaks of them: "fighters of the X", "X claimed it".

A capitalised name becomes a party of the report where one sentence proves it: it has fighters, it claims a deed, a
deed is said to be by it, or it attacks.  Every other mention of a proven name counts then too.
"""

import re
from typing import Final

from whence.read.states import COUNTRY_NAMES, STATES

HEADS: Final = (
    r"(?:fighters?|gunm[ae]n|militants?|militiam[ae]n|insurgents?|rebels?|jihadists?|terrorists?|"
    r"extremists?|snipers?|guerr?illas?|"
    r"forces|troops|soldiers|warplanes|jets|aircraft|units|commandos|armed men|attackers|commanders?|"
    r"recruits|(?:suicide )?bombers?|assailants?|"
    r"opponents)"
)
_WORD: Final = r"[A-Z][\w'’-]*"
_FIRST: Final = (
    r"(?!(?:The|A|An|In|On|At|By|For|Of|And|But|As|It|He|She|They|We|Some|Several|Many|Most|All|Other|Two|"
    r"Three|"
    r"Four|Five|Six|Dozens|Hundreds|After|When|While|Since|More|No|Meanwhile|Earlier|Later|That|"
    r"This|These|"
    r"Those|Its|Their|His|Her|Local|Armed|Suspected|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b)" + _WORD
)
_LINK: Final = r"(?:(?:of|for|to)(?: the)? )?"
_LONG: Final = rf"{_FIRST}(?: {_LINK}{_WORD}){{1,5}}"
_SHORT: Final = r"[A-Z]{3,6}\b"
_DEED: Final = (
    r"(?:killed|executed|murdered|beheaded|attacked|shelled|stormed|ambushed|bombed|abducted|kidnapped|"
    r"claimed|"
    r"carried out|fired|detonated|planted|launched|kidnappings?|attacks?|shelling|executions?|bombing)"
)
_DOES: Final = (
    r"(?:(?:has|have|had|also|reportedly|later|then) ){0,2}(?:claimed (?:the |full )?responsibility|"
    r"attacked|shelled|"
    r"stormed|executed|killed|fired|bombed|ambushed|beheaded|detonated|kidnapped|abducted|rocketed|"
    r"mortared)\b"
)
_KIND: Final = r"(?:armed|militant|rebel|jihadist|insurgent|militia|terrorist)"
_MEN: Final = (
    r"(?:fighters|militants|gunmen|militiamen|militia|insurgents|jihadists|terrorists|guerr?illas?|rebels"
    r"|commandos)"
)
_PROOFS: Final = tuple(
    re.compile(p)
    for p in (
        rf"(?i:\b{HEADS}) (?:of|from|belonging to|loyal to|affiliated (?:to|with)) the (?P<name>{_LONG})",
        rf"(?i:\b{HEADS}) (?:of|belonging to|loyal to) (?P<name>{_LONG}|{_SHORT})",
        rf"\b{_DEED} by (?:the )?(?:{_KIND} )?(?:group |militia )?(?:the )?(?P<name>{_LONG}|{_SHORT})",
        rf"\b[Tt]he (?P<name>{_LONG}|{_SHORT}) {_DOES}",
        (
            rf"(?P<name>{_LONG}|{_SHORT}|{_FIRST})[\"”]?(?: (?:group|organi[sz]ation|command))?"
            r" (?:(?:has|have|tonight|today|yesterday) ){0,2}(?:claimed|took) (?:the |"
            rf"full )?responsibility\b"
        ),
        rf"\b(?:[Tt]he )?(?P<name>{_LONG}|{_SHORT}) {_MEN}\b",
        # not "the Red Hill militant group Ana Moro": there the group is named before, and a person behind
        (
            rf"(?:^|[^\w\s] ?|(?<![\w-])[a-z]+ |\b(?:The|An?) ){_KIND} group(?: called| named|"
            rf" known as)? (?:the )?(?P<name>{_LONG}|{_SHORT})"
        ),
    )
)
# bodies that speak, govern or help, and persons: what such a name does is no deed of an armed party
_CIVIL: Final = re.compile(
    r"\b(?:Observatory|Monitor|Agency|News|Network|Ministry|Minister|President|Post|Herald|Times|Television|"
    r"TV|Radio|"
    r"Institute|Council|Commission|Committee|Organi[sz]ation|Nations|Watch|Crescent|Cross|Helmets|"
    r"Defen[cs]e|Press|"
    r"University|Hospital|Church|Party|Parliament|Congress|Court|Authority|Cent(?:er|re)|Foundation|"
    r"Association|"
    r"Street|City|Province|Region|Airport|Highway|Mr|Mrs|Dr|General|Colonel|Reuters|AFP|SANA|RIA|TASS|"
    r"UNICEF|NGO|"
    r"Rights|Office|Heights|Federation|States|Kingdom|Air Force|Command|Military|Army|Police|Government|"
    r"Coalition|"
    r"Bank|Union)\b|(?:ian|ish|ese)$"
)


_FIGHTING: Final = re.compile(
    r"\b(?:Liberation|Revolutionary|Guerr?illa|Resistance|Insurgent) (?:\w+ )?(?:Army|Armed|Forces|Movement|"
    r"Front"
    r"|Command)\b"
    r"|\b(?:Army|Front|Movement) of (?:\w+ )?Liberation\b|\bCartel\b"
)
_SAME: Final = re.compile(  # a name with its short form in brackets, or the other way round
    rf"({_LONG}) [\[(]({_SHORT})[\])]|(?<![\w-])({_SHORT}) [\[(]({_LONG})[\])]"
)
# what is called after a state or its people is theirs, unless its name says that it is a band of its own
_OF_STATE: Final = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, {*STATES, *COUNTRY_NAMES}), key=lambda n: (-len(n), n)))})\b"
    r"(?!.*\b(?:Front|Movement|Brigades?|Battalions?|Legion|League|Militia|Resistance)\b)",
    re.I,
)
_MOST: Final = 200  # names looked for in one text; a report that names more parties is a directory


def proven_names(text: str) -> tuple[str, ...]:
    """Return the names that `text` itself shows to be armed parties, longest first."""
    found = {m["name"] for pattern in _PROOFS for m in pattern.finditer(text)}
    kept = {n for n in found if _FIGHTING.search(n) or not (_CIVIL.search(n) or _OF_STATE.match(n))}
    for pair in ([n for n in m.groups() if n] for m in _SAME.finditer(text)):
        if kept & set(pair) or any(_FIGHTING.search(n) for n in pair):
            kept |= set(pair)
    return tuple(sorted(kept, key=lambda n: (-len(n), n)))


def mentions(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where `text` names a proven party: (start, end, name), in order, none inside another."""
    names = proven_names(text)
    if not names:
        return ()
    # one pass, longest name first, so that time stays linear in the text however many names there are
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names[:_MOST]))})(?![\w-])")
    return tuple((m.start(), m.end(), m.group()) for m in pattern.finditer(text))


_OF: Final = re.compile(
    rf"(?i:\b(?:(?:armed|suspected|unidentified|foreign) )?{HEADS}) "
    r"(?:of|from|belonging to|loyal to|affiliated (?:to|with)|who belong to) (?:the )?(?:so[- ]called )?"
    r"(?:(?i:takfiri|terrorist|jihadist|extremist|militant|islamist|armed) )*(?:group |"
    r"organi[sz]ation )?[\"“‘']?$"
)


_BELONGING: Final = re.compile(
    r"(?i:\b(?:(?:war|fighter|military|combat)[- ]?)?(?:planes|jets|aircraft|drones|helicopters|gunmen|"
    r"fighters|forces|troops|soldiers)) [\"“]?(?:(?:which|that) (?:are|were) )?(?:\w+ly )?"
    r"(?:(?:believed|thought|suspected|said|presumed) to (?:belong to|be|be from|have been|have come from)|"
    r"belonging to)(?: (?:the|those of(?: the)?))? $"
)


def begins_at(text: str, start: int) -> int:
    """Return where the phrase of the party named at `start` begins: "fighters of the" before it belongs to it."""
    before = text[max(0, start - 80) : start]
    found = _OF.search(before) or _BELONGING.search(before)
    return start - len(before) + found.start() if found else start
