"""Who did it by the shape of the sentence: the agent of an attack, its subject, or whose name it bears."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whence.read.actors import Actor
from whence.read.blame import BREAK, Blame, Scope, made, verbs_behind
from whence.read.blame_words import ARTICLES, IF, NEITHER, words
from whence.read.claims import ACHIEVED
from whence.read.deeds import find_gains
from whence.read.ground import FROM_HELD, UNDER_FIRE, USED_BY, jailed_at
from whence.read.named_after import PLATFORM, named_after
from whence.read.whom import HAS_OBJECT

_BY: Final = words("by", "at the hands of", tail=ARTICLES.removesuffix("$") + r"[\"“‘]?$")
# "a town held by A", "a video published by A": the participle before "by" is no attack
_NOT_BY: Final = words(
    "held", "controlled", "run", "ruled", "captured", "seized", "occupied", "besieged", "populated", "made", "used",
    "confirmed", "reported", "supported", "backed",
    r"(?<!strikes )(?<!raids )(?<!attack )(?<!attacks )(?<!assault )(?<!bombing )led",
    "owned", "published", "posted", "released", "quoted",
    "dominated", "signed", "brokered", "surrounded", "inhabited", "designated", "foiled", "repelled", "aided",
    "siege", "control", "imposed", "provided", "supplied", "funded", "financed", "trained", "armed", "sent",
    "delivered", "manufactured", "produced", "blockade", "written", "told", "condemned", "welcomed", "followed",
    "accompanied", "joined", "accused", "blamed", "denied", "rejected", "criticised", "criticized", "questioned",
    tail=r"(?:\s+\w+ly)? by" + ARTICLES,
)  # fmt: skip
_PARTICIPLE: Final = re.compile(
    r"\b(?!(?:town|down|own|(?:un)?known|hundred|shed|bed|red|speed|need|indeed)\b)"
    r"(?P<verb>[a-z]{2,}(?:ed|ken|wn))(?: \w+ly| earlier| later| now)? $|\b(?P<as>used|held|run) as (?:an? )?[\w-]+ "
    r"(?:and (?:an? )?[\w-]+ )?$"
)
# participles that say of any deed whose it is
_DONE_BY: Final = re.compile(
    r"caused|carried|done|made|inflicted|planned|ordered|organi[sz]ed|masterminded|triggered|attempted|undertaken|"
    r"described|claimed|delivered|initiated|provoked|unleashed|wreaked|directed|repeated|(?:un)?armed|manned|"
    r"trapped|planted|placed|(?:over)?thrown|blown|taken|stabbed|raped|tortured|burned|torched|abducted|"
    r"kidnapped|besieged|surprised|lobbed|hurled|sprayed|rigged|flown|piloted|supposed|alleged|reported|suspected|followed|rammed|launched|started",
    re.I,
)
# "dozens of A stormed it": the doer is A
# "mutual shelling between A and B" is both sides' deed
_MUTUAL: Final = re.compile(
    r"\b(?:mutual|reciprocal) (?:\w+ )?(?:shelling|bombardment|fire|strikes|raids|attacks) between (?:the )?$",
    re.I,
)
_SHARE: Final = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens|a (?:large |small )?(?:number|group|convoy|handful|squad|"
    r"column)|"
    r"groups|elements|some|most|many|\w+) of (?:the |its )?(?:heavily )?(?:armed |foreign )?$",
    re.I,
)
# "rocket fire from A": the attack comes from its agent
_FROM: Final = re.compile(
    r"\b(?:fire|gunfire|shells?|rockets?|missiles?|mortars?|bombs?|barrage|shelling|bombardment|(?:air)?strikes?|"
    r"raids?|artillery|attacks?|assault|flights?|sorties|missions|fired|dropped|launched|shot)"
    r"(?: (?:from|of)|\b[^.;]{0,70}\b(?:came|come|originated) from)\s+(?:(?:the|an?|suspected|"
    r"what (?:were|was)|so[- ]called)\s+)*$",
    re.I,
)
_OBJECT: Final = words(
    "against", "on", "targeting", "targeted", "hit", "hitting", "struck", "at", "of", "killed", "killing", "kill",
    "kills", "from", "near", "with", "between", "including", "pounds", "into", "inside", "in", "by",
    "upon", "onto", "belonging to", "among(?:st)?",
    "eliminat(?:ed|ing)", "target(?:s|ing)?", "injured", "wounded", "like", "than", "via", "through", "versus",
    "over the", "towards?", "destroys?", "pounds?", "storms?",
    "(?:one|some|most|all|many|several|two|three|four|five|six|seven|eight|nine|ten) of (?:them|whom)",
    tail=ARTICLES,
)  # fmt: skip
_AFTER_VERB: Final = re.compile(
    r"(?<![\w-])(?!(?i:armed|so-called|during|following|reported|said|suspected|alleged|unidentified|masked|"
    r"hooded|allied|united|"
    r"combined|suggested|claimed|insisted|stated|believed|announced|declared|confirmed|added|"
    r"argued)\b)(?:\w{2,}(?:ing|ed)|drove|fought|beat|overran|caught|drives|fights)(?: (?:out|off|down|back))?\s+"
    r"(?:(?:the|a|an|of|some|several)\s+)*$"
)
_SUPPOSED: Final = words(
    "believed to be", "thought to be", "likely", "apparently", "suspected to be", "presumed", "said to be", "probably",
    tail=r"\s+$",
)  # fmt: skip
# what stands behind another's deed, or was prevented, is no deed of its own
_ASIDE: Final = words(
    r"(?:backed|supported|aided|assisted|covered|accompanied) by",
    r"(?:help|(?<!in )support|backing|cover|aid|assistance|protection) (?:of|from)",
    "despite", "foil(?:ed|s|ing)?", "repel(?:led|s|ling)?", "thwart(?:ed|s|ing)?", "prevent(?:ed|s|ing)?",
    "encountered",
    "repuls(?:ed|es|ing)", "confronted", "frustrat(?:ed|es|ing)", "avert(?:ed|s|ing)?", "fend(?:ed|s|ing)? off",
    tail=r"[^.;\"]{0,40}$",
)  # fmt: skip
_PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got)(?:\s+(?:\w+ly|also|reported|now|then|being|\w+ed (?:and|or)))*\s*$",
    re.I,
)
# a gerund behind these words has the subject of the main clause: "the army entered the town after killing ten"
_CONTINUED: Final = re.compile(r"\b(?:after|before|while|by|in addition to)\s+$", re.I)
# "the army "killed many fighters", it said": the mark only begins the words quoted
_QUOTE_OPENS: Final = re.compile(r" [\"“]$")
_KEPT_AT: Final = re.compile(
    r"\bcontinu(?:ed|es|ing)(?: (?:on|over|in|into|through|for)(?: \w+){1,3}| \w+ly) to\s*$", re.I
)
_STOP: Final = re.compile(
    r"\b(?:to(?: carpet)?|would|could|will|not|never|by|near|against|on|at|including|of)\s*$", re.I
)
# "the planes were believed to be Karvian"
_ARE: Final = re.compile(
    r"\b(?:troops|soldiers|gunm[ae]n|attackers?|snipers?|"
    r"(?:war|air)?planes?|jets?|aircraft|drones?|bombers?|helicopters?|(?:air ?)?strikes?|raids?|"
    r"attacks?|shells?|missiles?|"
    r"rockets?)(?: (?:that|which|who) [^.;,\"]{1,60}?)?\W+(?:was|were|is|are) "
    r"(?:\w+ly )?(?:(?:believed|thought|said|suspected|presumed) to (?:be|"
    r"have been) )?$",
    re.I,
)
# "fighting between A and B", "clashes among A, B and C": none of them is said to have done it
_OF_TWO: Final = re.compile(
    r"\bbetween\b(?:U\.S\.|[^.;\"]){0,80}\band (?:\S+ )?$|\bbetween (?:\S+ ){0,2}$|"
    r"\b(?:clash\w*|(?:in-?)?fight\w*|battles?|feud\w*|rivalry) (?:[\w-]+ ){0,2}among(?:st)?\b[^.;\"]{0,80}$",
    re.I,
)
# "a pretext for A to bomb the town", "it allows A to shell it and storm it" tells of no deed yet
_ENABLED: Final = words(
    "for", "allow(?:s|ed|ing)?", "enabl(?:es|ed|ing)", "want(?:s|ed)?", "urg(?:es|ed|ing)", tail=ARTICLES
)
_TO: Final = re.compile(r"\s+to\b", re.I)
_INFIGHTING: Final = re.compile(r"['’]?s?['’]? in-?fighting\b", re.I)
# "A accused them of treason and executed ten": a second verb of one subject; "A who sit in the hills fired"
_ALSO_DID: Final = re.compile(
    r"^\s*(?:(?:have|has|had|also|then|later|\w+ly) ){0,2}(?!said\b|told\b)\w+ed\b(?![^.;\"]*\b(?:that|who|"
    r"which|said)\b)"
    r"[^.;\"“]{0,90}\band (?:(?:also|then|later|subsequently) )?$",
    re.I,
)
_PLACED: Final = re.compile(
    r"^\W*(?:who|which|that) (?:are |were )?\w+ (?:up )?(?:in|at|near|on|around) [\w-]+(?: (?!and\b)[\w-]+)?",
    re.I,
)
# "A, whose jets have flown since May, bombed it": what stands between commas is said by the way
_ASIDE_OF_IT: Final = re.compile(r"^\W*,\s*(?:who|whose|which)\b[^,;.\"“”]{3,90},\s*", re.I)
# "opened an inquiry into the blast that killed nine": the deed is the blast's
_OF_WHAT_STRUCK: Final = re.compile(
    r"\b(?:into|about|over|for|following|after|near|on)\s+(?:[\w’'-]+\s+){1,4}?(?:that|which)\s+(?:ha(?:s|ve|d)\s+)?$",
    re.I,
)
_MANAGED: Final = re.compile(r"\b(?:able|managed|succeeded) (?:[\w-]+ ){1,2}to\s*$", re.I)
# "killed ten soldiers and allied militia and injured more": the militia is among the killed
_ONE_OF_THE_HARMED: Final = re.compile(
    r"\b(?:kill|wound|injur)(?:s|ed|ing)\b(?: [\w’'-]+){1,8}? and (?:\w+ )?$", re.I
)
# "one of their posts was among those hit": the party's verb is "was"
_OTHER_VERB: Final = re.compile(
    r"\b(?:was|were|is|are)\b (?!also\b|then\b|now\b|not\b|\w+ly\b)(?:[\w’'-]+ )+$(?<! and )(?<! to )", re.I
)
# who shoots down what flies at him has attacked nobody
_DOWNED: Final = re.compile(r"shot down|shoots down|shooting down|down(?:ed|ing)|intercept(?:ed|ing)")
_MUNITION: Final = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}?(?:missiles?|rockets?|projectiles?|shells|mortars?)\b", re.I
)
_PREPOSED: Final = re.compile(
    r"\s+(?:in|by|on|at|against|from|near|during|since|last|this|earlier|over|across|around|between|after|before)\b",
    re.I,
)
_BY_OTHERS: Final = re.compile(r"\s+(?:\w+ly )?by\b", re.I)
_PLACED_BEHIND: Final = re.compile(r"\s*(?:over|around|about) (?:the|an?)\b", re.I)
# an attack that came to nothing, relief that was flown in
_FOILED: Final = re.compile(
    r"^\W*(?:[\w-]+ ){0,4}?(?:was|were|had been|has been) (?:repelled|foiled|thwarted|repulsed|prevented|"
    r"averted)\b",
    re.I,
)
_RELIEF: Final = re.compile(r"\b(?:aid|relief|food|humanitarian|air ?drops?)\b[^.;]{0,40}$", re.I)
_SUBJECT: Final = 14  # words between a subject and its verb
_TAKING: Final = 5  # words between a party and what it does to take a place
_GERUND: Final = 30  # words between a subject and what it did by the way: "A took the village …, killing ten"
# "the raid that A claims killed ten": A tells of it; "A has accused B of shelling it, killing ten": the deeds are B's
_HOLDS: Final = re.compile(
    r"\W*(?:\w+ly )?(?:claims?|says?|alleges?|contends?|maintains?|insists?|believes?|estimates?|reports?)"
    r"(?: that)?(?: \w+ly)?\s*",
    re.I,
)
_ACCUSES: Final = re.compile(
    r"\W*(?:(?:has|have|had|also|then|later|again|repeatedly|\w+ly)\s+){0,2}(?:accus|blam)(?:ed|es|e)\b", re.I
)
_ENDS: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says?|told|announced|confirmed that|when|while|who|whom|but|since|if|adding|as)\b",
    re.I,
)
# "helicopter activity by A": what flies has hit nobody
_NO_DEED: Final = re.compile(
    r"\b(?:activit(?:y|ies)|movements?|patrols?|presence|exercises?|drills?|deployments?|overflights?)\s*$",
    re.I,
)
_COULD_BE: Final = re.compile(
    r"\b(?:could|would|might|may|can|will|should)\s+(?:(?:also|still|soon|well|again|\w+ly)\s+)?be\s+(?:\w+ly\s+)?$",
    re.I,
)
_AGENT: Final = 12  # words between an attack and its agent


def _agent(scope: Scope, actor: Actor, before: str) -> Blame | None:
    by = _BY.search(before)
    source = _FROM.search(before) or _MUTUAL.search(before) or (FROM_HELD.search(before) if by else None)
    planes = _ARE.search(before) if actor.adjective else None
    if planes:
        return made(actor, (scope.start + planes.start(), actor.start), "agent of the attack")
    if by and USED_BY.search(before):
        return _doer(scope, actor)
    jailed = jailed_at(before, scope.text[actor.end : scope.end])
    if jailed is not None:
        return made(actor, (scope.start + jailed, actor.start), "agent of the attack")
    by = source or by
    if by is None or (by is not source and (_NOT_BY.search(before) or _of_another_verb(scope, by.start()))):
        return None
    # "rocket fire from A": the attack's own word opens the tie
    at = scope.start + (by.end() if by is source else by.start())
    near = [(e.end, e.start) for e in scope.events] + [(h.end, h.start) for h in scope.harms]
    last = max((n for n in near if n[0] <= at), default=None)
    if last is None:
        return _doer(scope, actor) if by is not source else _under_fire(scope, actor, before)
    gap = scope.text[last[0] : at]
    if _COULD_BE.search(scope.text, scope.start, last[1]):
        return None
    if len(gap.split()) > _AGENT or re.search(r"[\"“”;]", gap) or _NO_DEED.search(gap):
        return None
    return made(actor, (last[1], scope.start + by.end()), "agent of the attack")


def _under_fire(scope: Scope, actor: Actor, before: str) -> Blame | None:
    """The party from which fire comes where people are hurt by it: "came under fire from A and ten were killed"."""
    fire = UNDER_FIRE.search(before) if scope.harms else None
    return made(actor, (scope.start + fire.start(), actor.start), "agent of the attack") if fire else None


def _apart(gap: str, far: int) -> bool:
    """Whether the words between a party and a verb part them: more than `far`, a new clause, or a passive."""
    return len(gap.split()) > far or bool(BREAK.search(gap) or _PASSIVE.search(gap))


def _of_another_verb(scope: Scope, by: int) -> bool:
    """Whether "by" at `by` of the sentence belongs to a participle that is no deed: "a clinic managed by A was hit"."""
    verb = _PARTICIPLE.search(scope.text, scope.start, scope.start + by)
    if verb is None or verb["as"] or _DONE_BY.fullmatch(verb["verb"]):
        return verb is not None and bool(verb["as"])
    words = [(e.start, e.end) for e in scope.events] + [(h.start, h.end) for h in scope.harms]
    return not any(start < verb.end("verb") and verb.start("verb") < end for start, end in words)


def _doer(scope: Scope, actor: Actor) -> Blame | None:
    """The party behind "by" of a deed that no table knows, where the deed did harm: "a push by A killed ten"."""
    for start, end, harm in verbs_behind(scope, actor.end):
        gap = scope.text[actor.end : start]
        if not harm or _apart(gap, _SUBJECT) or re.search(r"\b(?:people|civilians|soldiers|fighters)\b", gap):
            return None
        return made(actor, (start, end), "agent of the attack")
    return None


def _subject(scope: Scope, actor: Actor, before: str, inside: Sequence[Actor]) -> Blame | None:
    if (
        _OF_TWO.search(before)
        or (actor.adjective and not actor.arms and not _SUPPOSED.search(before))
        or _OBJECT.search(_SHARE.sub("", before))
        or (_ENABLED.search(before) and _TO.match(scope.text, actor.end, scope.end))
        or _AFTER_VERB.search(before)
        or _AFTER_VERB.search(_SHARE.sub("", before))
    ):
        return None
    for verb_start, verb_end, harm in verbs_behind(scope, actor.end):
        gap = _ASIDE_OF_IT.sub(" ", scope.text[actor.end : verb_start])
        gap = _CONTINUED.sub(" ", _QUOTE_OPENS.sub(" ", gap))
        doing = re.search(r"ing\b", scope.text[verb_start:verb_end])
        far, ends = (_GERUND, _ENDS) if doing else (_SUBJECT, BREAK)
        if len(gap.split()) > far or ends.search(_PLACED.sub(" ", _ALSO_DID.sub(" ", gap))):
            return None
        another = not doing and (_PASSIVE.search(gap) or _OTHER_VERB.search(_PLACED.sub(" ", gap)))
        if another or _HOLDS.fullmatch(gap) or (doing and _ACCUSES.match(gap)):
            return None
        if _OF_WHAT_STRUCK.search(gap):
            continue
        if _of_a_noun(scope, verb_start, verb_end):
            continue
        if _STOP.search(gap) and not (ACHIEVED.search(gap) or _MANAGED.search(gap) or _KEPT_AT.search(gap)):
            continue
        if _BY_OTHERS.match(scope.text, verb_end, scope.end) and not doing:
            continue  # "foiled an attack launched by": the verb is another's
        if _between(scope.text, actor, verb_start, inside) or _shared_gerund(
            scope, actor, verb_start, verb_end
        ):
            return None
        verb = scope.text[verb_start:verb_end].lower()
        if _ONE_OF_THE_HARMED.search(before) and re.fullmatch(
            r"\s*and\s+", scope.text[actor.end : verb_start]
        ):
            return None
        participle = (harm and verb.endswith("ed")) or verb in ("downed", "shot down", "slain")
        behind = scope.text[verb_end : scope.end]
        downed = _DOWNED.fullmatch(verb) and _MUNITION.match(behind)
        if downed or (
            participle and (not HAS_OBJECT.match(behind) or (not harm and _PLACED_BEHIND.match(behind)))
        ):
            return None
        return made(actor, (verb_start, verb_end), "subject of the attack")
    return None


def _of_a_noun(scope: Scope, start: int, end: int) -> bool:
    """Whether the verb at [start, end) is a participle of the attack before it: "strikes conducted in the south"."""
    noun = any(
        not e.verb and 0 <= start - e.end <= 1 and not PLATFORM.fullmatch(scope.text, e.start, e.end)
        for e in scope.events
    )
    return noun and _PREPOSED.match(scope.text, end, scope.end) is not None


_AS: Final = re.compile(r"\b(?:as|when|after|while|during|amid|once)\b", re.I)
_COST: Final = re.compile(
    r"\b(?:fighting|battles?|clashes|assault|attack|offensive|advance|operation|push|highway|town|city|"
    r"which|that)\b[^.;\"]{0,60}"
    r"\b(?:left|killed|killing|claimed|cost|ended in|resulted in|leaving|deaths?|dead)\b",
    re.I,
)


def _taker(scope: Scope, actor: Actor, before: str) -> Blame | None:
    """The party that took something by which people died: "ten were killed as A advanced on the town"."""
    if actor.adjective or not scope.harms or _OF_TWO.search(before) or _OBJECT.search(_SHARE.sub("", before)):
        return None
    gain = next((g for g in find_gains(scope.text, actor.end, scope.end)), None)
    if gain is None:
        return None
    gap = scope.text[actor.end : gain[0]]
    if _apart(gap, _TAKING) or _STOP.search(gap):
        return None
    died = [h for h in scope.harms if h.end <= actor.start and h.shape in ("passive", "either")]
    link = scope.text[died[-1].end : actor.start] if died else ""
    if (died and _AS.search(link)) or _COST.search(scope.text, gain[1], scope.end):
        return made(actor, gain, "subject of the attack")
    return None


def _between(text: str, actor: Actor, verb_start: int, inside: Sequence[Actor]) -> bool:
    """Whether another party stands nearer to the verb, and is neither this one's partner nor its description."""
    other = next((a for a in inside if actor.end <= a.start and a.end <= verb_start), None)
    if other is None:
        return False
    gap = text[actor.end : other.start]
    if re.fullmatch(r"\W*(?:which|whom|that) (?:the )?", gap):
        return True  # "A, which B bombarded": the verb is B's
    if re.search(r"ing\b", text[verb_start : verb_start + 12]) and re.search(r"\b(?:ha[sdv]e?|\w+ed)\b", gap):
        return False  # "A foiled B's attack, killing ten": the gerund is A's
    return not re.search(
        r"\b(?:and|or|nor|which|from|in|of|alongside|with|(?:backed|aided|supported) by)\b", gap
    )


def _shared_gerund(scope: Scope, actor: Actor, verb_start: int, verb_end: int) -> bool:
    """Whether the verb is a gerund whose subject did something before the actor was named: "hit the A, killing ten"."""
    if not re.search(r"ing\b", scope.text[verb_start:verb_end]):
        return False
    done = [e.start for e in scope.events if e.verb] + [h.start for h in scope.harms if h.shape != "passive"]
    return any(start < actor.start for start in done)


def doer(scope: Scope, actor: Actor, before: str, inside: Sequence[Actor]) -> Blame | None:
    """Return the blame of `actor` by the shape of the sentence, None if it does nothing there.

    `before` is the sentence up to the actor, `inside` are all parties of the sentence.
    """
    if (
        _ASIDE.search(before)
        or _RELIEF.search(before)
        or IF.search(before)
        or _FOILED.match(scope.text[actor.end : scope.end])
        or _INFIGHTING.match(scope.text, actor.end, scope.end)
    ):
        return None
    blame = (
        _agent(scope, actor, before)
        or _subject(scope, actor, before, inside)
        or _taker(scope, actor, before)
        or named_after(scope, actor, before)
    )
    doubted = any(p.search(before) for p in (_DOUBTED, NEITHER, _IT_WAS_NOT))
    if blame and blame.rule == "subject of the attack":
        doubted = doubted or bool(_NONE_OF_THEM.search(before))
    return replace(blame, denied=True) if blame and doubted else blame


# "it was not the army that shelled the mill"
_IT_WAS_NOT: Final = re.compile(r"\bit (?:was|is)(?: not|n[’']t) (?:the |an? )?$", re.I)
_NONE_OF_THEM: Final = re.compile(
    r"\b(?:no|not a single|not one) $", re.I
)  # "no army jets had struck the mill"
_DOUBTED: Final = words(
    r"no (?:\w+ )?(?:evidence|proof|indication|sign|reason to (?:believe|think))", "rul(?:ed|es|"
    r"ing) out", "false to say",
    tail=r"(?: \w+)? (?:that|of|the possibility that|linking)\b[^.;\"]{0,30}$",
)  # fmt: skip
