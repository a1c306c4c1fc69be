"""Parties that take part in violence, as a text names them, under names as clean as the text allows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.read.armed import begins_at, mentions
from whence.read.coalitions import coalition_name, is_at_war
from whence.read.ground import is_fired_from
from whence.read.homeland import home_country, shares_state
from whence.read.numerals import word_list
from whence.read.parties import ARM, GENERIC, NAMED
from whence.read.powers import NOT_ITS_STATE, PEOPLE_AS_DOER, SPEAKS_FOR, is_doer, is_power
from whence.read.rulers import find_rulers
from whence.read.states import CAPITALS, COUNTRY_NAMES, STATES

_AREA: Final = re.compile(
    (
        r"^(?: group)? targets? (?:was|were|in|near|at|of)\b|"
        r"^[- ](?:held|controlled|run|ruled|besieged|backed|led|affiliated|linked|occupied|"
        r"friendly|made|built|brokered)\b(?! by\b)|^ (?:stronghold|territory|area|areas|positions?|bastion|"
        r"enclaves?|pocket|suburbs?|districts?|neighbou?rhoods?|towns?|villages?|quarters?|"
        r"checkpoints?|headquarters|outposts?|depots?|"
        r"territories|hands|control|lines|ranks|official|media|source|spokes\w+|state media|tv)\b"
        r"|^(?:['’]s?|s) (?:\w+ ){0,2}(?:affiliate|branch|offshoot|franchise|ally|allies|backers?|"
        r"opponents)\b"
        r"|^ (?:affiliates?|branch|offshoot|franchise|opponents)\b"
    ),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party at [start, end) of a text and its clean name; `adjective` marks a bare demonym ("Russian raids"),
    `arms` that the words name forces or weapons of a state."""

    start: int
    end: int
    name: str
    adjective: bool = False
    arms: bool = False


# "the Karvian militias", "Shiite militiamen": a band that is told apart by its people, and is not their state
_BAND: Final = re.compile(
    r"(?<![\w-])(?!(?:The|A|An|Some|Several|Many|Most|Other|These|Those|Armed|Two|Three|Four|Five|Dozens|"
    r"When|After|"
    r"While|Local|Suspected|Foreign)\b)[A-Z][a-z]+(?:ian|ean|ese|ish|i|an|ite|aeli|rab|unni|hia) (?:\w+ )?"
    r"(?:militias?|militiam[ae]n|mercenaries|paramilitaries|settlers|pirates)\b"
)


# a people that has fighters and no state
_PEOPLE: Final = re.compile(
    r"(?<![\w-])(?:Kurdish|Druze|Alawite|Turkmen|Tuareg|Fulani|Hutu|Tutsi|Karen|Kachin|Rohingya|Uighur|"
    r"Chechen|Baloch|Pashtun|"
    r"Sunni|Shi['’]?ite|Shia)(?:-(?:led|dominated))? (?:fighters|gunmen|militants|rebels|forces)\b"
)


# "the Oran al-Dorin regime", "forces loyal to President Dorin"
_LOYAL: Final = re.compile(
    r"\b(?i:forces|troops|soldiers|militias?|fighters|warplanes) loyal to (?:the )?(?:[A-Z]\w+ )?(?:President|"
    r"President's)"
    r"(?: [A-Z][\w-]+){1,2}|\b(?i:forces|troops|soldiers|fighters) (?:loyal to|of) (?:the )?"
    r"(?:regime|government)\b|\b(?i:forces|troops|soldiers) loyal to the president\b"
)


def _people(words: str) -> str:
    """A people's fighters under one name, whatever the text calls them."""
    return f"{re.split('[ -]', words, maxsplit=1)[0]} forces"


def find_actors(text: str) -> tuple[Actor, ...]:
    """Return the parties that `text` names, in order, none inside another."""
    home = home_country(text)
    found: list[Actor] = []
    taken = bytearray(len(text))  # one mark a code point: time stays linear in the number of parties
    for actor in (
        *(Actor(m.start(), m.end(), m.group()) for m in _BAND.finditer(text)),
        *(Actor(m.start(), m.end(), _people(m.group())) for m in _PEOPLE.finditer(text)),
        *_states(text, home),
        *_named(text),
        *(Actor(start, end, name) for start, end, name in mentions(text)),
        *_possessed(text, home),
        *(
            Actor(m.start(), m.end(), f"{home} government".strip(), False, True)
            for m in _LOYAL.finditer(text)
        ),
        *(Actor(start, end, name, False, True) for start, end, name in find_rulers(text, home)),
        *_countries(text, home),
        *_generic(text, home),
    ):
        place = _AREA.match(text[actor.end : actor.end + 32]) and not SPEAKS_FOR.match(text, actor.end)
        if place and not actor.adjective and is_fired_from(text, actor.start, actor.end):
            place = None
        aside = place or _TERM.search(text[max(0, actor.start - 24) : actor.start])
        if not any(taken[actor.start : actor.end]) and not aside:
            found.append(actor)
            taken[actor.start : actor.end] = b"\1" * (actor.end - actor.start)
    joined = _told_apart(text, sorted(found, key=lambda a: a.start))
    whole = [_with_phrase(text, a) for a in joined]
    # "militants of the group X": the general word is a part of the name's phrase
    last = len(whole) - 1
    apart = [a for i, a in enumerate(whole) if i == last or whole[i + 1].start > a.start]
    return tuple(_who(text, apart, i) for i in range(len(apart)))


def _with_phrase(text: str, actor: Actor) -> Actor:
    """The actor with the words before it that are his: "fighters of the A", "jets "believed to be from A""."""
    start = begins_at(text, actor.start)
    if start == actor.start:
        return actor
    closes = text[actor.end : actor.end + 1] in ('"', "”") and any(q in text[start : actor.end] for q in '"“')
    return replace(actor, start=start, end=actor.end + closes, adjective=False)


# "its term for rebels" names nobody
_TERM: Final = re.compile(
    r"\b(?:term|word|name|label|shorthand|euphemism) (?:for|used for|of) (?:the |all |any )?$", re.I
)
_BACK: Final = 40  # parties looked back at for the one that "the group" means
# "the jihadists" mean the one group that the text has named, if it has named one alone
_THEY: Final = frozenset(
    {"jihadists", "jihadis", "extremists", "militants", "jihadist fighters", "extremist fighters"}
)
_OWN_MEN: Final = re.compile(r"\b(?:its|their) (?:own )?$", re.I)
_BY_THE: Final = re.compile(r"\bby the (?:so-called )?$")
_THE_GROUP: Final = re.compile(r"\b[Tt]he (?:so-called )?$")


def _who(text: str, actors: Sequence[Actor], i: int) -> Actor:
    """Actor `i`; "the jihadist group" is the named party that the text spoke of last."""
    actor = actors[i]
    if i and actor.arms and actors[i - 1].arms and shares_state(text, actors[i - 1].end, actor.start):
        return replace(actor, name=_who(text, actors, i - 1).name)
    if actor.name in VAGUE and _OWN_MEN.search(text[max(0, actor.start - 12) : actor.start]):
        owner = next((a.name for a in reversed(actors[max(0, i - 2) : i]) if a.name[0].isupper()), actor.name)
        return replace(actor, name=owner)
    general = actor.name.endswith(" group") or actor.name in _THEY
    if not general or not _THE_GROUP.search(text[max(0, actor.start - 16) : actor.start]):
        return actor
    # "ten A rebels were shot by the group": who is hit is not who did it
    agent = _BY_THE.search(text[max(0, actor.start - 20) : actor.start])
    said = text.rfind(". ", 0, actor.start) if agent else actor.start
    before = [
        a.name
        for a in actors[max(0, i - _BACK) : i]
        if a.end <= said
        and not (a.arms or a.adjective)
        and a.name[0].isupper()
        and not a.name.endswith(("coalition", " regime"))
    ]
    one = bool(before) and (actor.name not in _THEY or len(set(before)) == 1)
    return replace(actor, name=before[-1]) if one else actor


_APPOSED: Final = re.compile(
    r"^[\s\"“”'(]*(?:(?:group|groups|organi[sz]ations?|members|fighters|militants|of|from|the|"
    r"so-called|affiliated|linked|belonging|loyal|allied|"
    r"to|with|known as|called|named)[\s\"“”'(]*)*$",
    re.I,
)
_BRACKETED: Final = re.compile(r"[\s'’\"”-]*(?:\([^()]{0,40}\)[\s-]*)?")


def _told_apart(text: str, found: list[Actor]) -> tuple[Actor, ...]:
    """Join a general word to the name beside it: "terrorists from the Red Brigade", "the Red Brigade militants"."""
    kept: list[Actor] = []
    for actor in found:
        last = kept[-1] if kept else None
        general = actor.name in VAGUE or actor.name.split()[-1] in _VAGUE_HEADS
        if (
            last
            and last.name in VAGUE | {last.name for _ in (0,) if last.name.split()[-1] in _VAGUE_HEADS}
            and not general
            and not actor.arms
            and not actor.adjective
            and _APPOSED.match(text[last.end : actor.start])
        ):
            kept[-1] = Actor(last.start, actor.end, actor.name)
        elif last and last.name.endswith("coalition") and _FOE.fullmatch(text[last.end : actor.start]):
            kept[-1] = replace(last, end=actor.end)
        elif (
            last
            and general
            and not last.adjective
            and last.name not in VAGUE
            and _BRACKETED.fullmatch(text[last.end : actor.start])
        ):
            kept[-1] = Actor(last.start, actor.end, last.name, last.adjective, last.arms)
        else:
            kept.append(actor)
    return tuple(kept)


# "the coalition against A" is one party
_FOE: Final = re.compile(
    r" (?:fighting|battling|combating|(?:that |which )?(?:is )?fighting|against) (?:the )?", re.I
)
VAGUE: Final = frozenset({"terrorists (unnamed)", "rebels", "mercenaries", "militants", "gunmen"})
_VAGUE_HEADS: Final = frozenset(
    [
        "militant",
        "militants",
        "militia",
        "militias",
        "militiamen",
        "gunmen",
        "jihadist",
        "jihadists",
        "extremist",
        "extremists",
        "group",
        "groups",
        "fighters",
    ]
)


# peoples, faiths, continents and common words: none of them has a government
_PEOPLES: Final = frozenset(
    word_list(
        "Kurdish Arab Turkmen Druze Alawite Sunni Shi Christian African European Asian Tibetan Kashmiri Palestinian "
        "Civilian Urban Metropolitan Republican Partisan Veteran"
    )
)


def _as_noun(text: str, m: re.Match[str]) -> bool:
    """Whether "the US" is the state itself: an article before it, a verb behind it."""
    before, after = text[max(0, m.start() - 4) : m.start()], text[m.end() : m.end() + 24]
    short = m[1].upper().startswith("U") and before.lower() == "the "
    return short and bool(re.match(r"\s+(?:has|have|had|is|was|also|then|[a-z]{3,}ed)\b", after))


# After a state's adjective: who is named so and is not the state.
_NO_STATES: Final = re.compile(
    r"[- ]led\b|[- ](?:[Nn]ational |[Oo]pposition )?(?:[Cc]oalition|[Cc]ouncil|[Oo]bservatory|"
    r"[Nn]etwork|[Cc]ivil|(?:[A-Z]\w+ )?News|[Dd]emocratic|[Nn]ational Army|[Oo]pposition|[Rr]ebel|"
    r"(?:[Aa]rmed |[Ii]slamist |[Mm]oderate )+(?:[Rr]ebel|[Oo]pposition|[Ff]ighters|[Mm]ilitants)|"
    r"[Ii]nsurgents|[Kk]urds\b|[Aa]ctivist)"
)


_OF_REBELS: Final = " Republican Army"  # no state's: "the Irish Republican Army"


def _states(text: str, home: str) -> list[Actor]:
    found = []
    words = "|".join(sorted((re.escape(k) for k in STATES), key=len, reverse=True))
    for m in re.finditer(rf"(?<![\w-])({words})(?![\w-])(?: ((?:{ARM})(?:['’]?s)?\b))?", text, re.I):
        if (
            not m[1][0].isupper()
            or (m[1].lower() == "us" and m[1] != "US")
            or text.startswith(_OF_REBELS, m.end(1))
            or _NO_STATES.match(text[m.end() : m.end() + 24])
        ):
            continue
        country = STATES[m[1].lower()]
        if m[1].lower() == home.lower():
            if m[2] is None:
                following = re.match(
                    r" (?:air|raid|strike|bomb|shell|missile|rocket|artillery|barrel|aerial|or |and )",
                    text[m.end() :],
                    re.I,
                )
                speaks = SPEAKS_FOR.match(text, m.end())
                listed = speaks or re.search(
                    r"[a-z](?:ian|ish|an|ese|i|aeli) (?:or|and) $", text[max(0, m.start() - 16) : m.start()]
                )
                if following is None and listed is None:
                    continue
            found.append(Actor(m.start(), m.end(), f"{home} government", m[2] is None, m[2] is not None))
        else:
            acts = m[2] is not None or _as_noun(text, m)
            found.append(Actor(m.start(), m.end(), country, not acts, acts))
    for m in PEOPLE_AS_DOER.finditer(text):
        if STATES[m[1].lower()] != STATES.get(home.lower(), ""):
            found.append(Actor(m.start(1), m.end(), STATES[m[1].lower()], False, True))
    for m in re.finditer(
        (
            rf"\b(?!(?:The|A|An|This|These|Those|Pro|Anti|Other|All|Some|Several)\b)([A-Z][a-z]+(?:ian|"
            rf"ean|ese|ish|i|an))\b (?=(?:{ARM})\b)({ARM})\b"
        ),
        text,
    ):
        if text.startswith(_OF_REBELS, m.end(1)):
            continue
        # a people has forces, and no state whose government they were
        name = m.group() if m[1] in _PEOPLES else f"{m[1]} government"
        found.append(Actor(m.start(), m.end(), name, False, True))
    return found


_JAISH: Final = re.compile(r"^(?:Jaysh|Jeish|Jaesh|Gaish)\b")  # one word, "army", in several spellings


def _named(text: str) -> list[Actor]:
    found = []
    for pattern, name in NAMED:
        for m in re.finditer(rf"(?<![\w-])(?:{pattern})(?![^\W_])", text):
            article = re.match(r"(?:(?:The|An?|Suspected|Alleged|Some|Several|Two|Three)\s+)+", m.group())
            start = m.start() + (article.end() if article else 0)
            found.append(Actor(start, m.end(), name or _JAISH.sub("Jaish", text[start : m.end()])))
    return found


_POSSESSED: Final = re.compile(
    rf"(?<![\w-])({'|'.join(re.escape(c) for c in sorted(set(STATES.values())))})(?:['’]?s)? ({ARM})\b", re.I
)


def _possessed(text: str, home: str) -> list[Actor]:
    """ "Karvia's air force", "Karvia regime": a state's arms behind the state's own name."""
    found = []
    for m in _POSSESSED.finditer(text):
        country = COUNTRY_NAMES[m[1].lower()]
        if m[1][0].isupper():
            at_home = country == STATES.get(home.lower(), "")
            found.append(Actor(m.start(), m.end(), f"{home} government" if at_home else country, False, True))
    return found


# one pass for all names, the longest first; "Karvias bombing" has lost its apostrophe
_COUNTRY: Final = re.compile(
    rf"(?<![\w-])({'|'.join(sorted((re.escape(k) for k in COUNTRY_NAMES), key=lambda k: (-len(k), k)))})"
    r"(?:s(?= [A-Z\w]+ing\b| [Oo]nslaught| [Aa]ttack))?(?![\w-])",
    re.I,
)


_TOWN: Final = re.compile(r"\b(?P<town>[A-Z][\w’'-]+), $")
_LOOK: Final = 40  # code points of the longest name of a town


def _lies_in(text: str, m: re.Match[str]) -> bool:
    """Whether a country only tells where a town lies: "the blasts in Toluma, Karvia, killed ten"."""
    town = _TOWN.search(text, max(0, m.start() - _LOOK), m.start())
    name = town["town"].lower() if town else ""
    return bool(name) and text.startswith(",", m.end()) and (name in CAPITALS or name not in COUNTRY_NAMES)


def _countries(text: str, home: str) -> list[Actor]:
    found = []
    for m in _COUNTRY.finditer(text):
        if NOT_ITS_STATE.match(text, m.end()):
            continue
        key, power = m[1].lower(), is_power(text, *m.span())
        if not m.group()[0].isupper() or (key in CAPITALS and not power):
            continue
        if _lies_in(text, m):
            continue
        if COUNTRY_NAMES[key] != STATES.get(home.lower(), ""):
            found.append(Actor(m.start(), m.end(), COUNTRY_NAMES[key], False, True))
        elif power or is_doer(text, m.start(), m.end()):
            found.append(Actor(m.start(), m.end(), f"{home} government", False, True))
    return found


def _as_called(words: str) -> str:
    """A general word as the text has it, small but for a name in front: "Karvian-backed militants"."""
    head, hyphen, rest = words.partition("-")
    return head + hyphen + rest.lower() if hyphen and rest.split()[0] in _BACKING else words.lower()


_BACKING: Final = frozenset(
    {"backed", "supported", "sponsored", "funded", "trained", "aligned", "affiliated"}
)


# no part of a longer word, but for the first of a text behind its agency: "HARROW, NANA-Army units fired"
_OPENS: Final = r"(?:(?<![\w-])|(?<=[A-Z]{3}-)(?-i:(?=[A-Z][a-z])))"


def _generic(text: str, home: str) -> list[Actor]:
    names = {
        "coalition": coalition_name(text),
        "government": f"{home} government".strip(),
        "army": f"{home} government".strip(),
    }
    found = []
    for pattern, name in GENERIC:
        for m in re.finditer(rf"{_OPENS}(?:{pattern})(?![\w])", text, re.I):
            if name == "coalition" and not is_at_war(text, m.start(), m.end()):
                continue
            found.append(
                Actor(
                    m.start(),
                    m.end(),
                    names.get(name, name) or _as_called(m.group()),
                    False,
                    name in ("government", "army"),
                )
            )
    return found
