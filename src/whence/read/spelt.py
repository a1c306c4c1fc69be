"""Who did it in so many words: blamed, called responsible, claimed or denied by the party itself."""

import re
from typing import Final

from whence.read.actors import Actor
from whence.read.blame import BREAK, Blame, Scope, made, verbs_behind
from whence.read.blame_words import (
    BLAME,
    BLAMED_ON,
    CALLS,
    CHARGE,
    CLAIM,
    CLAIMED_BY,
    DENIAL,
    DENIAL_BY,
    DENIES,
    DENIES_IT,
    DID_THIS,
    DISOWNS,
    HOLDS_OTHER,
    IF,
    ITSELF,
    NEITHER,
    NOT_DONE,
    OVER_ITS,
    OWN_NOT,
    RESPONSIBLE,
    SAYS,
    UNTRUE,
)


def spelt_out(scope: Scope, actor: Actor) -> Blame | None:
    """Return the blame of `actor` that words of blame, claim or denial spell out, None if there is none."""
    before, after = scope.text[scope.start : actor.start], scope.text[actor.end : scope.end]
    denial = _denial(scope, actor, before, after)
    if denial:
        return denial
    claim = CLAIM.search(after)
    if claim and _claims(before, after[: claim.start()]):
        return made(actor, (actor.end + claim.start(), actor.end + claim.end()), "claimed by itself")
    own = _own_deed(scope, actor, after)
    if own:
        return own
    claimed = CLAIMED_BY.search(before)
    if claimed:
        return made(actor, (scope.start + claimed.start(), actor.start), "claimed by itself")
    over = OVER_ITS.match(after)
    if over:
        return made(actor, (actor.end, actor.end + over.end()), "blamed")
    named = RESPONSIBLE.search(after[:_FAR]) or (
        DID_THIS.match(after) if scope.events or scope.harms else None
    )
    if named and _charged(scope, actor, before, named):
        denied = bool(DENIAL.search(scope.text, _anew(scope, actor), actor.end + named.end()))
        return made(actor, (actor.end, actor.end + named.end()), "named as responsible", denied=denied)
    for pattern in (BLAME, BLAMED_ON):
        m = pattern.search(re.sub(r"\b(?:the|an?)\s+$", "", before, flags=re.I))
        if m and (_is_for_a_deed(scope, m) if pattern is BLAMED_ON else _of_a_deed(scope, actor.end)):
            return made(actor, (scope.start + m.start(), scope.start + m.end()), "blamed")
    return None


# "the brigade fighting the army claimed it": the army is not who claims
_FOUGHT: Final = re.compile(r"\b(?:fighting|battling|opposing|opposed to|against)\s+(?:the |all )?$", re.I)
_UNCLAIMED: Final = re.compile(r"\b(?:not|never|no|yet to)\b|n[’']t\b", re.I)
# "A denied it and said that B was behind it": what stands before is A's denial and none of what is said of B
_ANEW: Final = re.compile(
    r"[\"“”;]|\b(?:and|but)\b(?: \w+)? (?:sa(?:id|ys)|told|insist\w*|claim(?:s|ed)|blam(?:es|ed)"
    r"|added|suggest(?:s|ed)|accus(?:es|ed))\b|\b(?:but|while|"
    r"saying|adding|claiming|insisting|suggesting|arguing|accusing|blaming)\b",
    re.I,
)


def _claims(before: str, gap: str) -> bool:
    """Whether the party between `before` and `gap` is the one that claims: "neither A nor B claimed it" says no."""
    if NEITHER.search(before) or _FOUGHT.search(before) or _UNCLAIMED.search(gap):
        return False
    return len(gap.split()) <= 8 and not BREAK.search(gap)


def _anew(scope: Scope, actor: Actor) -> int:
    """Where the clause that tells of the party begins."""
    return max((m.end() for m in _ANEW.finditer(scope.text, scope.start, actor.start)), default=scope.start)


_FAR: Final = 120  # code points between a party and the words that call it responsible
_OF_WHAT: Final = re.compile(
    r"\W*(?:(?!but\b|and (?!the [A-Z])[a-z]|as\b)[\w’'-]+ ){0,5}?(?:of|for|from|over)\s+"
    r"(?P<what>(?:[\w’'“”\"-]+\s*){1,7})"
)
# what is charged but hurts nobody by itself: "accused the army of avoiding battles with the rebels"
_NO_ATTACK: Final = re.compile(
    r"\W*(?:of|for) (?:\w+ly )?(?:avoiding|failing|refusing|ignoring|allowing|letting|withholding|hiding|concealing|"
    r"covering up|supporting|backing|arming|funding|financing|sheltering|harbou?ring|protecting|planning|preparing|"
    r"exaggerating|fabricating|lying|siding|colluding|cooperating|inciting|encouraging)\b",
    re.I,
)
_OF_WHOM: Final = re.compile(r"\W*of (?:[A-Z][\w-]+ ?){1,3}")  # "the government of Oran Vashti"
_POINTS: Final = re.compile(
    r"\b(?:it|this|that|doing so|carnage|deaths?|bloodshed|violence|incidents?|tragedy|disaster|"
    r"(?:the|this|that) (?:act|crime)s?)\b",
    re.I,
)


def _of_a_deed(scope: Scope, after: int) -> bool:
    """Whether what a party is charged with is a deed: "accused A of defying a resolution" is none."""
    whose = _OF_WHOM.match(scope.text, after, scope.end)
    at = whose.end() if whose else after
    if _NO_ATTACK.match(scope.text, at, scope.end):
        return False
    named = _OF_WHAT.match(scope.text, at, scope.end)
    if named is None:
        return True
    start, end = named.span("what")
    near = any(start <= e.start < end for e in scope.events) or any(
        start <= h.start < end for h in scope.harms
    )
    return near or bool(_POINTS.search(named["what"]))


_FOR: Final = re.compile(r"\b(?:responsibility|blame) for\b", re.I)


def _is_for_a_deed(scope: Scope, blame: re.Match[str]) -> bool:
    """Whether the blame that is laid on a party is for a deed: "blame for the flood was laid at its door" is not."""
    start, end = scope.start + blame.start(), scope.start + blame.end()
    if _FOR.search(blame.group()) is None:
        return True
    words = [*(e.start for e in scope.events), *(h.start for h in scope.harms)]
    return any(start <= at < end for at in words)


def _charged(scope: Scope, actor: Actor, before: str, named: re.Match[str]) -> bool:
    """Whether the party is the subject of "is responsible for", said of a deed."""
    gap = scope.text[actor.end : actor.end + named.start()]
    if (
        BREAK.search(gap)
        or HOLDS_OTHER.search(gap)
        or re.search(r"\b(?:via|through|from|with|by|to) (?:the )?$", before)
    ):
        return False
    if named.group().lower().startswith("as ") and gap.strip(' "”'):
        return False  # "A sees B as the culprit"
    what = named.group().lower().endswith(("for", "of"))
    return not what or _of_a_deed(scope, actor.end + named.end() - 4)


def _denial(scope: Scope, actor: Actor, before: str, after: str) -> Blame | None:
    """What a party denies, or is said not to have done."""
    denies = DENIES.match(after)
    if denies:
        return made(actor, (actor.end, actor.end + denies.end()), "denied by itself", denied=True)
    charge = DENIES_IT.match(after) if CHARGE.search(before) else None
    if charge:
        return made(actor, (actor.end, actor.end + charge.end()), "denied by itself", denied=True)
    not_done = NOT_DONE.match(after)
    if not_done and not IF.search(before):
        return made(actor, (actor.end, actor.end + not_done.end()), "denied by itself", denied=True)
    disowns = DISOWNS.match(after)
    if disowns and (scope.events or scope.harms):
        return made(actor, (actor.end, actor.end + disowns.end()), "denied by itself", denied=True)
    denial_by = DENIAL_BY.search(before)
    if denial_by:
        return made(actor, (scope.start + denial_by.start(), actor.start), "denied by itself", denied=True)
    at_home = actor.arms and actor.name.endswith(("government", "regime"))
    untrue = UNTRUE.search(after) if at_home and CALLS.match(after) else None
    if untrue and (scope.events or scope.harms):
        return made(actor, (actor.end, actor.end + untrue.end()), "denied by itself", denied=True)
    return None


_TO_SELF: Final = re.compile(r"\s+(?:(?:him|her|it)self|themselves)\b", re.I)
_UNDER_WAY: Final = re.compile(
    r"\W*(?:[\w-]+ ){0,4}?(?:offensive|operations?|campaign|battle|war|(?<=up )air ?strikes|(?<=up )raids)\b",
    re.I,
)
_SPEECH: Final = 140  # code points behind "said" in which a speaker tells what is his


def _own_deed(scope: Scope, actor: Actor, after: str) -> Blame | None:
    """What a party says, or denies, that it did itself."""
    said = SAYS.match(after)
    if said is None or re.search(r"\b(?:not|never|neither|nor)\b|n[’']t\b", said.group(), re.I):
        return None
    for own in ITSELF.finditer(after, said.end(), said.end() + _SPEECH):
        if re.search(r"[\"“”;]|\b(?:said|says|after|before)\b", after[said.end() : own.start()]):
            return None
        blame = _of_itself(scope, actor, actor.end + own.end(), own["how"].lower(), said["say"].lower())
        if blame:
            return blame
    return None


def _of_itself(scope: Scope, actor: Actor, at: int, how: str, say: str) -> Blame | None:
    """The deed at `at` that a party tells of its own: `how` are the words before it, `say` the verb of telling."""
    if re.search(r"\b(?:not|never)\b|n[’']t\b", how):
        undone = OWN_NOT.match(scope.text, at, scope.end)
        return made(actor, (at, undone.end()), "denied by itself", denied=True) if undone else None
    verb = next((e for e in verbs_behind(scope, at) if e[0] - at <= 1), None)
    if verb and _TO_SELF.match(scope.text, verb[1], scope.end):
        return None  # "police said they had hanged themselves" is said of others
    if verb is None or how.split()[-1:] in (["was"], ["were"], ["been"]):
        return None
    if _UNDER_WAY.match(scope.text, verb[1], scope.end) and not scope.harms:
        return None  # who says that he has begun an offensive claims no attack yet
    denied = say.startswith("den")
    return made(actor, (at, verb[1]), "denied by itself" if denied else "claimed by itself", denied=denied)
