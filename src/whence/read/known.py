"""Whether a sentence tells its attack as known already: the attack is not its news but what its news is about.

"Bishops met over the raid that killed 30", "a song in memory of the ambush which killed a cook", "the navy denied
having fired on the ferry": the reaction is the news.  Such an attack happened some time before the report, on a day
that only others tell; it did not happen on the day of publication.
"""

import re
from typing import Final

_WORD: Final = r"[\w'’%-]+,? "
_ATTACK: Final = (
    r"(?:(?:air|missile|rocket|drone|bomb|gas|arson|mortar|artillery|gun)[- ]?)?(?:attacks?|strikes?|raids?|blasts?|"
    r"bombings?|explosions?|shellings?|massacres?|assaults?|killings?|shootings?|incidents?|bombardments?|atrocit(?:y|ies)|"
    r"crimes?|ambush(?:es)?|battles?|clashes|gassings?|deaths)"
)
_NEAR: Final = (
    rf"(?:{_WORD}){{0,6}}?"  # article, adjectives, day and party between the governing words and the attack
)
# What is done about an attack once it is known.
_ABOUT: Final = (
    r"condemn\w*|denounc\w*|decr(?:y|ied|ies)|deplor\w*|mourn\w*|bur(?:y|ied|ying)|investigat\w*|prob(?:e|es|ed|ing)|"
    r"inquir(?:y|ies) into|look(?:ed|ing)? into|discuss(?:ed|es|ing)?|debat\w+|reports? on|talks (?:on|about|over)|"
    r"(?:exchanged )?views (?:on|about)|meetings? (?:on|about|over)|session (?:on|about|over)|"
    r"(?:respon(?:d|se|ded|ding|ds)|react(?:ion|ed|ing|s)?|reactions) to|retaliat\w+ (?:for|against)|"
    r"in (?:retaliation|revenge|reprisal) for|aveng\w+|sanctions? (?:for|over)|outrage (?:at|over)|anger (?:at|over)|"
    r"protest\w* (?:at|over|against)|blam(?:e|ed|es|ing)(?: \w+){0,5} for|punish\w*(?: \w+){0,4} (?:for|over)|"
    r"accus\w+(?: [\w'’-]+){1,6} of|held(?: \w+){1,4} (?:responsible|accountable) for|"
    r"claim(?:ed|s|ing)? responsibility for|responsib(?:le|ility) for|den(?:y|ied|ies|ying)(?: \w+){0,4}|"
    r"(?:launch pad|launching point|origin|scene|site|place|anniversary|memory|victims?|survivors|casualties|"
    r"perpetrators?|authors?|images|footage|pictures?|videos?|photos?) (?:of|for|from|after)|"
    r"used to (?:launch|mount|stage|carry out|deliver)|samples from|evidence (?:of|from|about)|"
    r"in the (?:wake|aftermath) of|in connection with|over|about|since|(?:days|weeks|months) (?:after|before|since)|"
    r"(?:came|comes|coming) (?:\w+ ){0,3}after|prior to|described|recalled|remember\w*"
)
_RELATIVE: Final = rf"(?:that|which|who|in which|where) (?:{_WORD}){{0,7}}?"
_ASIDE: Final = rf",? (?:{_WORD}){{0,14}}?"
_HANGING: Final = re.compile(
    rf"\b(?:(?:{_ABOUT}) |the (?=(?:{_WORD}){{0,4}}?{_ATTACK},? )){_NEAR}{_ATTACK}\b{_ASIDE}{_RELATIVE}$",
    re.I,
)  # the claim itself stands in the clause that hangs on the attack
# "ordered the raid after gunmen killed", "met days after a bomb killed": the clause tells what came before the news
_AFTER: Final = re.compile(
    rf"(?<=[\w'’,] )(?:days|weeks|months|soon|shortly|came|comes|ordered|fired|launched|met|acted|vowed|warned|"
    rf"imposed|suspended|expelled|recalled|withdrew)(?: {_WORD[:-1]}){{0,8}}? after (?:{_WORD}){{1,9}}$",
    re.I,
)
# "a video showing the deaths of", "mass graves": what is seen or found is older than the news of it
_SEEN: Final = re.compile(
    rf"\b(?:videos?|footage|photo(?:graph)?s?|pictures?|images?|clips?) (?:{_WORD}){{0,4}}?"
    rf"(?:of|show\w*|depict\w*|document(?:s|ed|ing)) (?:{_WORD}){{0,10}}$",
    re.I,
)
_FOUND: Final = re.compile(
    rf"\bmass graves?\b|\b(?:bodies|corpses|remains) (?:{_WORD}){{0,8}}?(?:found|discovered|exhumed|unearthed)\b|"
    rf"\b(?:found|discovered|exhumed|unearthed) (?:{_WORD}){{0,6}}?(?:bodies|corpses|remains)\b",
    re.I,
)
_RUBBLE: Final = re.compile(r"\b(?:rubble|debris|wreck\w*|ruins|collapsed|rescue\w*)\b", re.I)
_REACTS: Final = re.compile(
    r"\b(?:condemn(?:s|ed|ing)?|denounc(?:es|ed)|deplor(?:es|ed)|mourn(?:s|ed)|blam(?:es|ed)|den(?:ies|ied)|"
    r"reject(?:s|ed)|dismiss(?:es|ed)|admit(?:s|ted)|acknowledg(?:es|ed)|investigat(?:es|ed|ing)|apologi[sz](?:es|ed)|"
    r"urg(?:es|ed)|demand(?:s|ed)|call(?:s|ed) (?:on|for)|vow(?:s|ed)|(?:has|have|had) accused|summoned|"
    r"held talks|met with|discuss(?:es|ed)|debat(?:es|ed)|vot(?:es|ed))\b",
    re.I,
)
_DEFINITE: Final = re.compile(
    rf"\b(?:the|that|this|those|these|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]?s|last (?:week|month)['’]?s) "
    rf"{_NEAR}{_ATTACK}\b",
    re.I,
)
_EARLIER: Final = re.compile(
    r"\b(?:previously|in the past|on (?:several|multiple|many|numerous|other|previous) occasions)\b", re.I
)


def told_as_known(text: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Return the place of the words in the sentence text[start:end] by which the claim at `at` is told as known.

    The claim stands in a clause that hangs on an attack which something is done about, or in what footage shows, or
    bodies are found that no rubble of the day has buried, or somebody reacts to "the attack".  A time before these
    words is that of the news, not of the attack.  None where nothing says so.
    """
    for pattern in (_HANGING, _AFTER, _SEEN):
        found = pattern.search(text, start, at)
        if found:
            return found.span()
    unearthed = _FOUND.search(text, start, end)
    if unearthed and not _RUBBLE.search(text, start, end):
        return unearthed.span()
    reacts = _REACTS.search(text, start, end)
    definite = _DEFINITE.search(text, reacts.end(), end) if reacts else None
    return definite.span() if definite else None


def told_as_earlier(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of words in the sentence that set its attacks at some time before the news, None for none."""
    earlier = _EARLIER.search(text, start, end)
    return earlier.span() if earlier else None
