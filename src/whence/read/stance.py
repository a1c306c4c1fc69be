"""How surely something is said: stated, hedged or denied, by the words of the clause and of its chain."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.span import Evidence, Reason, Span
from whence.model.statement import OF_REPORTS, Aspect, Hop, Stance
from whence.read import lexicon as lex
from whence.read.chains import Attribution

_NOT: Final = r"(?:was|were|is|are|had|has|have|did|does|do|could|would) ?n[o’']t (?:been )?(?:\w+ )?"
_DEEDS: Final = (
    r"(?:responsible|behind|involved|to blame|carry|carried|conduct|conducted|kill|killed|target"
    r"|targeted|attack|attacked"
    r"|bomb|bombed|strike|struck|hit|use|used|cause|caused|launch|launched|fire|fired|hurt|harmed"
    r"|injured|wounded|any)"
)
_FATE: Final = r"(?:killed|dead|injured|wounded|hurt|harmed|hit|targeted|affected|involved|responsible)"
_OTHER_MATTER: Final = r"(?! (?:the|their|his|its) (?:cause|nature|type|origin|identit|motive|nationalit))"
_ASKED: Final = (  # what is refused instead of denied
    r"(?:pleas?|calls?|offers?|demands?|requests?|proposals?|ultimatums?|deals?|truces?|cease-?fires?|invitations?|talks"
    r"|access|visas?|entry|permission)"
)
# who rejects a crime condemns it, who rejects what is said of one denies it
_NOT_A_CRIME: Final = (
    r"(?! (?:(?:the|this|that|these|those|any|all|such|every|yesterday[’']s|today[’']s|criminal|brutal|cowardly|"
    r"terrorist|recent|latest|heinous) ){0,3}"
    r"(?:murder|assassination|killing|kidnapping|abduction|massacre|slaying|crime|terrorism|violence)s?\b)"
)
_TABLE: Final[tuple[tuple[Stance, str, tuple[str, ...]], ...]] = (
    (
        "denies",
        "negated claim",
        (
            (
                rf"\b(?:no|not a single|neither|none of the|nobody|no one) (?:\w+ ){{0,3}}?(?:was|were"
                rf"|is|are|been) {_FATE}\b"
            ),
            r"\bno (?:\w+ ){0,2}?(?:casualties|deaths|fatalities|injuries|victims|losses)\b",
            r"\bwithout (?:any |causing )?(?:casualties|losses|injuries|deaths)\b",
            rf"\b{_NOT}{_DEEDS}\b",
            (
                r"(?<!not )(?<!n[’']t )(?<!nor )(?<!nor yet )\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed"
                rf"|ing)?{_NOT_A_CRIME}|dismiss(?:es|ed|ing)?"
                rf"|refut(?:e|es|ed|ing)|rebut(?:s|ted)?)\b(?! (?:[\w.’'-]+ ){{0,3}}?{_ASKED}\b)"
            ),
            (
                r"\b(?:totally|completely|entirely|absolutely|simply) (?:false|untrue)\b|\b(?:baseless"
                r"|fabricated|no basis)\b"
            ),
            (
                r"\b(?:was|were|is|are) (?:all |just |simply |\w+ly )?(?:an? )?(?:lies?|false|untrue"
                r"|fabricat(?:ion|ions|ed)|invented"
                r"|unfounded|groundless|hoax|propaganda)\b"
            ),
            r"\black(?:s|ed|ing)? (?:in |any )?credibility\b|\bnot credible\b|\bno truth (?:in|to)\b",
            (
                r"\bnot true\b|\b(?:calls?|called|branded|labell?ed) (?:the |those |these |such |any )?(?:\w+ )?"
                r"(?:reports?|claims?|accusations?|allegations?)\b[^.;]{0,120}? (?:an? )?"
                r"(?:lies?|false|untrue|fabricat\w+|inventions?|propaganda|baseless|nonsense)\b"
            ),
            r"\bnothing to do with\b|\bnever (?:killed|targeted|attacked|bombed|struck|used|carried|hit)\b",
        ),
    ),
    (
        "hedges",
        OF_REPORTS,
        (
            r"\b(?:by|at|over|about|following) (?:\w+ )?(?:reports|claims|allegations|rumou?rs) (?:that|of)\b",
            (
                r"\b(?:clarity|clarification|information|briefed|comment\w*) (?:on|about) (?:\w+ )?"
                r"(?:reports|claims|allegations)\b"
            ),
            r"\b(?:investigat\w+|examin\w+|look\w* into|prob\w+) (?:whether|if|claims|reports)\b",
            r"\binvestigation\w* to (?:determine|establish) (?:whether|if)\b",
        ),
    ),
    (
        "hedges",
        "hedging adverb",
        (
            r"\b(?:" + "|".join(sorted(lex.HEDGE_ADVERBS - {"likely"})) + r")\b",
            r"\b(?:most|very) likely\b|\b(?:was|were|are|is) likely\b(?! to\b)",
            r"\blikely (?:carried|conducted|fired|caused|by)\b",
        ),
    ),
    (
        "hedges",
        "hedging adjective",
        (
            (
                rf"\b(?:{'|'.join(sorted(lex.HEDGE_ADJECTIVES))})\b(?! (?:terroris|milit|jihad|member"
                rf"|fighter|extrem))"
            ),
        ),
    ),
    (
        "hedges",
        "hedging verb",
        (
            r"\b(?:may|might|could) (?:well |also )?(?:have|be)\b",
            r"\b(?:it )?(?:seems?|seemed|appears?|appeared) (?:to|that|as)\b",
            (
                r"\b(?:is|are|was|were|been|be) (?:\w+ly )?(?:believed|thought|feared|suspected"
                r"|presumed|rumou?red|alleged|said"
                r"|understood|claimed)\b(?! (?:by|on|in a))"
            ),
            r"\b(?:strongly |also )?suggest(?:s|ed|ing)? (?:that\b|(?:the )?[A-Z])",
            r"\b(?:believed|thought|suspected|presumed|understood|assumed|rumou?red) to (?:be|belong|have)\b",
            (
                r"\b(?:evidence|signs?|indications?|clues?|everything|suspicions?)\b[^.;\"]{0,40}? point(?:ed|s|ing)? "
                r"(?:\w+ )?(?:to|at|towards?)\b|\bhallmarks? of\b"
                r"|\bsuspicions? (?:\w+ )?(?:f[ea]ll\w*|rest\w*) (?:up)?on\b"
            ),
            r"\b(?:feared|presumed|believed) (?:dead|killed|wounded|injured|missing|to)\b|\bestimated to\b",
        ),
    ),
    (
        "hedges",
        "hearsay",
        (
            r"\breported (?:dead|killed|wounded|injured|missing|to have)\b",
            (
                r"\bit(?: is| was| has| had|[’']s) (?:(?:also|been|widely|now) ){0,2}"
                r"(?:reported|claimed|alleged|rumou?red)(?: that\b|\b(?=[^.]{0,40}:))"
            ),
            (
                r"\b(?:there (?:are|were|have been|had been)|amid|amidst) (?:\w+ ){0,2}?"
                r"(?:reports|claims|allegations|rumou?rs|suggestions)\b"
            ),
            r"\b(?:determine|establish) (?:whether|if|claims|reports)\b",
        ),
    ),
    (
        "hedges",
        "not verified",
        (
            (
                r"\b(?:could|can) ?not (?:be |immediately |independently )+"
                r"(?:verif\w+|confirm\w*|corroborat\w+|determin\w+|establish\w*)"
                rf"{_OTHER_MATTER}"
            ),
            (
                r"\bunable to (?:independently )?verify\b"
                rf"|\bcould ?n[’']t (?:be )?(?:\w+ly )?(?:verif\w+|confirm\w*){_OTHER_MATTER}"
            ),
            (
                r"\bnot (?:been |yet been )?(?:independently )?(?:verified|confirmed)\b|\bunconfirmed\b"
                r"|\bunverified\b"
            ),
            (
                r"\b(?:un|not )(?:clear|known|certain) (?:whether|if|who|which)\b|\bnot know (?:whether"
                r"|if|who|which)\b"
            ),
            (
                r"\b(?:(?:would|could|did|can|do|does) ?n[o’']t|(?:declin|refus)(?:ed|es|ing) to"
                rf"|neither) (?:\w+ly )?confirm(?:ed|s)?\b{_OTHER_MATTER}"
            ),
            r"\b(?:asked|asks|asking|wonder\w*|question(?:ed|s|ing)?)(?: \w+){0,3}? (?:whether|if)\b",
            r"\b(?:initial|early|preliminary|conflicting) (?:reports?|information)\b|\ba reported \w+",
        ),
    ),
)
_RULES: Final = tuple((stance, name, re.compile("|".join(p), re.IGNORECASE)) for stance, name, p in _TABLE)


# What is doubted is the doer, not the harm: "jets believed to be Karvian killed ten", "suspected army raids".
_OF_DOER: Final = re.compile(
    r"""(?:believed|thought|suspected|presumed|likely|reportedly|allegedly|purportedly|apparently|probably|supposedly
        |said|claimed|alleged|understood|assumed)\s(?:to\s(?:be\s|have\sbeen\s)?)?
        (?:(?:carried|conducted|launched|fired|perpetrated|committed|dropped|ordered|staged|by|mounted)\b
        |(?:have\s|has\s|had\s)?(?:struck|hit|targeted|attacked|bombed|shelled|used|entered)\b
        |belong\sto\b
        |(?:the\s)?(?-i:[A-Z])[\w.]+(?:ian|ish|eli|aeli|can|qi|ese|bels|U\.?S\.?)\b|(?:government|regime|rebel|militant)\b)
      | (?:suspected|alleged|apparent|supposed|purported)\s(?:[\w.'’-]+\s){0,4}?
        (?:air\s?(?:strikes?|raids?)|strikes?|raids?|attacks?|shelling|bomb\w*|forces|army|jets|war\s?planes|planes
        |rebels|militants|gunmen|(?:suicide\s)?(?:attacker|bomber)s?|rockets?|missiles?|mortars?|shells?)\b
      | suspected\sof\b
      | (?:un|not\s)(?:clear|known|certain)\s(?:who|which|whose|if\sthe|whether\sthe)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The harm stands in a clause that takes the attack for granted: "allegedly the base of an attack that killed ten".
_GIVEN: Final = re.compile(
    r"\b(?:attack|strike|raid|bombing|blast|explosion|shelling|assault|massacre)s? (?:[\w’'-]+ ){0,6}?"
    r"(?:that|which) (?:has |have |had |also |reportedly )?(?:killed|left|claimed|wounded|injured)\b",
    re.IGNORECASE,
)
# What is doubted is the harm, not the doer: "A fired on the town, where ten were reported dead".
_OF_HARM: Final = re.compile(
    r"(?:(?:is|are|was|were|been|be) )?(?:\w+ly )?(?:reported|feared|presumed|believed|estimated|thought)"
    r"(?: to have (?:been )?)? ?(?:dead|killed|wounded|injured|missing|died|hurt)\b",
    re.IGNORECASE,
)
# "fired two shells without causing casualties" denies harm, and not who fired
_NO_HARM: Final = re.compile(
    r"(?:no|without|not a single)\b.*\b(?:casualties|losses|injuries|deaths|fatalities|victims|killed|dead"
    r"|injured|wounded|hurt|harmed)",
    re.IGNORECASE,
)
# what is doubted is what the one hit was: "strikes on alleged camps", "killed a suspected smuggler"
_OF_TARGET: Final = re.compile(
    r"\b(?:against|on|at|targeting|targeted|hit|hitting|struck|striking|bomb(?:ed|ing)|killed|killing|wounded|wounding|"
    r"detain(?:ed|ing)|arrest(?:ed|ing))"
    r" (?:(?:an?|the|some|several|at least|one|two|three|four|five|six|seven|eight|nine|ten|dozens of|\d+|[A-Z]\w+) )*$"
)
_Found = tuple[Stance, str, int, int]


def find_stance(text: str, start: int, end: int, aspect: Aspect | None = None) -> _Found | None:
    """Return (stance, rule, start, end) of the first words that hedge or deny, else None.

    With an `aspect`, words that doubt only who did it do not hedge how many were harmed, and the other way round.
    """
    for stance, name, pattern in _RULES:
        for match in pattern.finditer(text, start, end):
            if stance == "denies":
                of_harm = aspect == "responsible" and _NO_HARM.match(match.group()) is not None
            else:
                of_target = name == "hedging adjective" and _OF_TARGET.search(text, start, match.start())
                of_harm = bool(of_target) or _elsewhere(text, match, end, aspect)
            if not of_harm:
                return stance, name, match.start(), match.end()
    return None


def _elsewhere(text: str, hedge: re.Match[str], end: int, aspect: Aspect | None) -> bool:
    """Return whether a hedge is about another part of the event than `aspect`."""
    if aspect in ("killed", "injured"):
        at = hedge.start()
        if _OF_DOER.match(text, at, end) or _GIVEN.search(text, at, end):
            return True
        verb = re.match(r"(?:is|are|was|were|been|be) (?:\w+ly )?", hedge.group(), re.IGNORECASE)
        return verb is not None and _OF_DOER.match(text, at + verb.end(), end) is not None
    return aspect == "responsible" and _OF_HARM.match(text, hedge.start(), end) is not None


def stance_of(
    text: str, start: int, end: int, hops: Sequence[Hop], aspect: Aspect | None = None
) -> tuple[Stance, Reason | None]:
    """Return how surely the clause [start, end) is said through the chain `hops`, and why if it is not plainly stated.

    The root's denial decides; then a denial in the clause's own words; then any hedge in the chain or in the words
    that is about `aspect`.
    The evidence of the reason carries no report id ("") when the words of the clause decide: the caller knows it.
    """
    if hops and hops[-1].stance == "denies":
        return "denies", hops[-1].reason
    found = find_stance(text, start, end, aspect)
    if found and found[0] == "denies":
        return "denies", _reason(text, found)
    for hop in reversed(hops):
        if hop.stance == "hedges":
            return "hedges", hop.reason
    if found is None or (hops and found[1] == "hearsay" and text.startswith("reported ", found[2])):
        return "states", None  # "were reported killed, X said": the one who reports is named
    return "hedges", _reason(text, found)


_JOINT: Final = r"(?: [\w’'-]+){0,3}? or (?:by |the |a |an |of |from )*"
_PARTY: Final = (
    r"(?:[A-Z][\w.’'-]+|(?:government|regime|rebel|opposition|army|militant|insurgent|coalition|allied)s?\b)"
)
_OR_AFTER: Final = re.compile(_JOINT + _PARTY)
_OR_BEFORE: Final = re.compile(_PARTY + _JOINT + "$")
_ABREAST: Final = 60  # code points between two parties of which one did it


def one_of_two(text: str, clause: tuple[int, int], party: tuple[int, int]) -> Reason | None:
    """Return why a deed is laid to `party` only as one of two ("army or rebel shelling"): it is hedged; else None."""
    after = _OR_AFTER.match(text, party[1], min(clause[1], party[1] + _ABREAST))
    before = _OR_BEFORE.search(text, max(clause[0], party[0] - _ABREAST), party[0])
    if after is None and before is None and " or " not in text[slice(*party)]:
        return None
    start, end = before.start() if before else party[0], after.end() if after else party[1]
    return _reason(text, ("hedges", "one of two", start, end))


def hearsay_over(attributions: Sequence[Attribution], start: int, end: int) -> tuple[int, int] | None:
    """Return the words that mark the text [start, end) as hearsay of nobody in particular, if any do.

    "There were claims that one shipment:" marks so the paragraph after it, in which no word hedges.
    """
    for a in attributions:
        if a.hops or a.cue is None or a.source is not None:
            continue  # the outlet's own word is nobody's hearsay
        if any(s <= start and end <= e for s, e in a.content):
            return a.cue
    return None


def _reason(text: str, found: tuple[Stance, str, int, int]) -> Reason:
    _, name, start, end = found
    words = text[start:end]
    return Reason(name, f"“{words}” in the clause itself", (Evidence("", Span.of(text, start, end)),))
