"""What attacks hit: things destroyed or damaged, attacked, or blown at, each with the words that say so.

=========  =========================================================================================================
damage     "burned the offices of the bank", "two pylons were blown up", "set a bus on fire", "damage to the church"
attacked   "attacked the embassy", "a bomb went off in front of the bank", "the raid on the union's headquarters":
           that it was hit is told, what became of it is not
=========  =========================================================================================================
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whence.model.values import Amount
from whence.read.amounts import find_amounts
from whence.read.built import Built, find_built
from whence.read.unreal import is_meant, is_supposed

_DESTROY: Final = (
    r"destroy(?:ed|s|ing)|damag(?:ed|es|ing)|demolish(?:ed|es|ing)|flatten(?:ed|s|ing)|levell?ed|"
    r"burn(?:ed|t|ing)(?: down)?|"
    r"raz(?:ed|ing)|wreck(?:ed|s|ing)|loot(?:ed|ing)|sack(?:ed|ing)|torch(?:ed|ing)|"
    r"set(?:ting)? (?:fire to|ablaze|on fire|afire)|"
    r"reduced to rubble|gutt(?:ed|ing)|ransack(?:ed|ing)|vandali[sz](?:ed|ing)|dynamit(?:ed|ing)|bl(?:own|"
    r"ew|owing) up|"
    r"sabotag(?:ed|ing)|bombed|blast(?:ed|ing)|hit|ripped through|tore through|shatter(?:ed|ing)|"
    r"(?:(?:material|severe|heavy|major|serious|significant|extensive|great|some|huge|massive|widespread|"
    r"considerable|"
    r"material and \w+) )?damages? (?:in|to)|(?:destruction|burning|demolition|dynamiting|blowing[ -]up) of|"
    r"put out of (?:service|action)|riddled with bullets"
)
_ATTACK: Final = (
    r"attack(?:ed|ing)|storm(?:ed|ing)|straff?ed|straff?ing|machine-?gun(?:ned|ning)|shell(?:ed|ing)|"
    r"rocketed|bombard(?:ed|ing)|(?:fired|shot|opened fire) (?:on|at|upon|into)|"
    r"(?:hurl(?:ed|ing)|threw|throwing|thrown|toss(?:ed|ing)|lobb(?:ed|ing)|fired|launched) "
    r"(?:(?!and\b|who\b|from\b)[\w-]+ ){1,5}?(?:at|into|against|inside|toward)|"
    r"(?:attacks?|assaults?|air[- ]?raids?|bombings?|sabotage|strikes?) (?:on|against|of|at|to)|"
    r"(?:attacks?|sabotage|actions?|bombings?) (?:(?!by\b.{0,20}\bby\b)[\w-]+ ){1,8}?against|"
    r"(?:target|targets|aimed) (?:of|at|against)"
)
_WEAPON: Final = (
    r"(?:explosions?|blasts?|bomb attacks?|detonat\w+|explod\w+|went off|going off|set off|planted|placed|"
    r"thrown|hurled|landed|"
    r"fell|impacted)"
)
_THERE: Final = (
    r"(?:at|in|inside|within|outside|in front of|on top of|on|against|under|underneath|into|opposite|next to|"
    r"in the vicinity of|at the entrance (?:of|to))"
)
# when it was may stand between a blast and its place: "occurred last night at 2230 [0230 GMT] in front of"
_MEANWHILE: Final = (
    r"(?:\[[^\[\]]{1,40}\] |\([^()]{1,40}\) |(?:occurred|took|place|happened|yesterday|today|tonight|last|this|that|"
    r"on|at|the|same|time|approximately|about|around|shortly|just|before|after|early|late|morning|afternoon|evening|night|noon|"
    r"midnight|dawn|hours?|gmt|local|few|minutes|ago|a|simultaneously|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\w+ly|\d+|\w+day),? ){0,9}?"
)
_BLAST: Final = re.compile(
    rf"\b(?:{_WEAPON}|(?:detonated|exploded|set off|placed|planted) (?:[\w-]+ ){{1,4}}?(?:bombs?|charges?|devices?|"
    rf"explosives?)) {_MEANWHILE}{_THERE} (?!\d|(?:dawn|noon|midnight|night|approximately|about|the same time)\b)",
    re.I,
)
# "three bombs went off, one at the park, another in a school": each of several
_EACH: Final = re.compile(
    rf"\b(?:one|another|the other|the (?:first|second|third|fourth)|a (?:second|third|fourth)),? "
    rf"(?:of (?:them|these) )?(?:(?:was |were )?(?:placed|thrown|planted|hurled) )?{_THERE} ",
    re.I,
)
_SEVERAL: Final = re.compile(
    r"\b(?:bombs?|explosions?|blasts?|attacks?|devices?|charges?|dynamite)\b[^.;]{0,80}?"
    r"\b(?:exploded|went off|explosions?|blasts?|attacks?|detonat\w+|placed|thrown|set off|occurred|carried out)\b",
    re.I,
)
_HIT: Final = re.compile(rf"\b(?:(?P<damage>{_DESTROY})|(?P<attacked>{_ATTACK}))(?=[ ,.;]|$)", re.I)
_ABLAZE: Final = re.compile(r"\bset(?:ting)?(?= (?:[\w'’-]+ ){1,8}?(?:on fire|ablaze|afire)\b)", re.I)
_PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|being|be|are|is|(?:came|come|comes|coming) under)\s+[\"“]?(?:\w+\s+){0,2}$", re.I
)
_TARGETS: Final = re.compile(
    r"\b(?:was|were|been|became) the (?:targets?|objects?|scenes?) of (?:[\w-]+ ){0,4}?"
    r"(?:attacks?|bombings?|explosions?|raids?|shelling)\b|"
    r"\b(?:suffered|sustained) (?:[\w-]+ ){0,3}damages?\b",
    re.I,
)
_CLAUSE: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|told|when|while|after|before|but|who|where|since|although|and)\b", re.I
)
_PLACED: Final = re.compile(r"\b(?:in|near|at|from|to|on|outside|inside|with|for|by|around|behind) $", re.I)
_OF_WHICH: Final = re.compile(r",? (?:\w+ ){1,2}of which\b", re.I)
_THREAT: Final = re.compile(
    r"\b(?:could|would|may|might|threaten\w*|will|to|plan\w*|tried|attempt\w*)\s+(?:be\s+)?$", re.I
)
# what did not go off hit nothing
_DUD: Final = re.compile(
    r"\b(?:defus\w+|deactivat\w+|disarm(?:ed|ing)|failed to (?:explode|go off)|did not (?:explode|go off)|"
    r"thwarted|foiled|"
    r"dismantled|were (?:found|seized|discovered)|threat\w*)\b",
    re.I,
)
_ANEW: Final = re.compile(r"[;,] (?:and|but|while|whereas|although)\b")
# "the remains of destroyed buildings": there the participle is a quality
_QUALITY: Final = re.compile(
    r"\b(?:of|from|in|the|an?|into|under|through|damaged and|and|or|on|at|with|recently)\s+$", re.I
)
_DETERMINED: Final = re.compile(
    r"\s(?:the|an?|his|her|their|its|several|some|many|two|three|four|five|six|seven|eight|nine|ten|most|"
    r"part|at|about|\d)",
    re.I,
)
_PASSABLE: Final = re.compile(
    r"\s*(?:(?:at|least|about|around|almost|nearly|approximately|over|more|than|up|to|as|most|part|parts|"
    r"part|half|some|all|"
    r"one|number|of|the|a|roof|front|windows|doors|walls|segments|sections|entrance|main|completely|down|both|gates?|"
    r"offices?|inside|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|hundreds)\s+){0,7}",
    re.I,
)
_MORE: Final = re.compile(
    r"(?:\s(?:of|in|belonging to|owned by)\s(?:(?!and\b)[\w'’.-]+\s?){1,6}?)??(?:,\s(?:and\s|"
    r"as well as\s)?|\sand\s|\sas well as\s)",
    re.I,
)
# "an attack on the station, the ministry said": there it speaks
_SPEAKS: Final = re.compile(
    r" (?:\w+ly )?(?:has |have |had )?(?:said|says|told|reported|reports|announced|added|stated|confirmed|claimed)\b",
    re.I,
)
_WINDOW: Final = 130  # code points between a verb and the thing it is said of
_NEAR: Final = 14  # words between a thing and the verb behind it
_MOST: Final = 6  # things of one list


@dataclass(frozen=True, slots=True)
class Damage:
    """A thing at [start, end) with its number, hit as the words at [cue_start, cue_end) say; `rule` as above."""

    what: str
    amount: Amount | None
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str


def find_damage(text: str, start: int, end: int) -> tuple[Damage, ...]:
    """Return the things that the sentence text[start:end] says were destroyed, damaged or attacked, in order."""
    found: dict[int, Damage] = {}
    for cue, rule in _cues(text, start, end):
        for thing in _told(text, (start, end), cue, rule):
            known = found.get(thing.end)
            if known is None or (known.rule == "attacked" and thing.rule == "damage"):
                found[thing.end] = thing
    return tuple(found[at] for at in sorted(found))


def _cues(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], str]]:
    for cue in _HIT.finditer(text, start, end):
        yield cue, "damage" if cue["damage"] else "attacked"
    for cue in _ABLAZE.finditer(text, start, end):
        yield cue, "damage"
    for cue in _TARGETS.finditer(text, start, end):
        yield cue, "attacked"
    each = _EACH.finditer(text, start, end) if _SEVERAL.search(text, start, end) else ()
    for cue in (*_BLAST.finditer(text, start, end), *each):
        if not _is_dud(text, (start, end), cue):
            yield cue, "attacked"


def _is_dud(text: str, sentence: tuple[int, int], cue: re.Match[str]) -> bool:
    """Whether the clause of a blast says that it was prevented, as another clause may ("and a second was defused")."""
    first = max((m.end() for m in _ANEW.finditer(text, sentence[0], cue.start())), default=sentence[0])
    next_clause = _ANEW.search(text, cue.end(), sentence[1])
    return _DUD.search(text, first, next_clause.start() if next_clause else sentence[1]) is not None


def _told(text: str, sentence: tuple[int, int], cue: re.Match[str], rule: str) -> Iterator[Damage]:
    before = text[sentence[0] : cue.start()]
    if _THREAT.search(before) or is_supposed(before) or is_meant(before, cue.group()):
        return
    wide = rule == "damage"
    if cue.re is _TARGETS:
        yield from (_damage(text, b, cue, rule) for b in _subjects(text, sentence[0], cue, wide=wide))
        return
    if (
        _PASSIVE.search(before)
        and cue.re not in (_BLAST, _EACH)
        and not re.search(r"(?:of|on|at|to)$", cue.group())
    ):
        yield from (_damage(text, b, cue, rule) for b in _subjects(text, sentence[0], cue, wide=wide))
        return
    if cue.re is _HIT and _is_quality(before, text[cue.end() : sentence[1]], cue):
        return
    yield from (_damage(text, b, cue, rule) for b in _objects(text, sentence[1], cue, wide=wide))


def _is_quality(before: str, after: str, cue: re.Match[str]) -> bool:
    """Whether the participle only tells what sort of thing it is, or has a place and no thing behind it."""
    if re.match(r"\s+(?:by|near|in|on|at(?! least| most)|with|from)\b", after) and not re.search(
        r"\b(?:at|to|on|of|into)$", cue.group()
    ):
        return True
    ends = cue.group().lower().endswith(("ed", "burnt"))
    return bool(ends and _QUALITY.search(before) and not _DETERMINED.match(after))


def _objects(text: str, end: int, cue: re.Match[str], *, wide: bool) -> Iterator[Built]:
    """The thing right behind the verb, and those that a list joins to it."""
    at, edge = cue.end(), min(end, cue.end() + _WINDOW)
    for _ in range(_MOST):
        passed = _PASSABLE.match(text, at, edge)
        built = next(find_built(text, at, edge, wide=wide), None)
        if built is None or passed is None or built.first > passed.end() or _SPEAKS.match(text, built.end):
            return
        yield built
        more = _MORE.match(text, built.end, end)
        if more is None:
            return
        at, edge = more.end() - 1, min(end, more.end() + _WINDOW)


def _subjects(text: str, start: int, cue: re.Match[str], *, wide: bool) -> Iterator[Built]:
    """The thing before a passive verb, and those that a list joins to it."""
    low = max(start, cue.start() - _WINDOW)
    found = list(find_built(text, low, cue.start(), wide=wide))
    while found and _PLACED.search(text, low, found[-1].first):  # "houses in the market were burned"
        found.pop()
    if not found:
        return
    gap = text[found[-1].end : cue.start()]
    if len(gap.split()) > _NEAR or (_CLAUSE.search(gap) and not _OF_WHICH.match(gap)):
        return
    yield found[-1]
    for left, right in zip(found[-2::-1], found[:0:-1], strict=True):
        if not re.fullmatch(r",?(?: and)? ?", text[left.end : right.first], re.I):
            return
        yield left


def _damage(text: str, built: Built, cue: re.Match[str], rule: str) -> Damage:
    counts = [
        m
        for m in find_amounts(text, max(0, built.first - 30), built.end)
        if built.first <= m.end <= built.start + 1 or (built.start <= m.start and m.end < built.end)
    ]
    amount, first = (counts[-1].amount, min(counts[-1].start, built.start)) if counts else (None, built.start)
    return Damage(built.what, amount, first, built.end, cue.start(), cue.end(), rule)
