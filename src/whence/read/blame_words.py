"""The words by which texts blame, claim and deny: who is said, or says himself, to have done it."""

import re
from typing import Final


def words(*parts: str, lead: str = r"\b", tail: str = "") -> re.Pattern[str]:
    """Return the pattern of any of `parts` between `lead` and `tail`, in capitals or not."""
    return re.compile(lead + "(?:" + "|".join(parts) + ")" + tail, re.I)


CLAIM: Final = words(
    r"(?:claim(?:ed|s|ing)|took|taken|taking|assumed|accepted|admitted) (?:the |full )?(?:responsibility|"
    r"credit)",
    r"said (?:it|they) (?:was|were|had been) (?:behind|responsible)",
)
_ITSELF: Final = (
    r"(?:(?:that )?(?:it|they|he)|(?:that )?(?:any of )?(?:its|their|his) (?:own )?(?:[\w-]+ )?(?:forces|"
    r"fighters|"
    r"militants|warplanes|jets|aircraft|army|troops|men|planes|drones|artillery|units|helicopters|soldiers|"
    r"air ?force|members))"
)
# "A said it had shot down the plane", "A denied that its aircraft had bombed the town"
SAID_OWN: Final = re.compile(
    r"^(?:['’]s)?\W*(?:[\w’'-]+ ){0,8}?(?P<say>said|says|announced|confirmed|claimed|boasted|acknowledged|"
    r"admitted|"
    rf"denied|denies)\b(?: [\w-]+){{0,7}}? {_ITSELF} (?:(?:had|have|has|were|was|\w+ly|also|been) ){{0,3}}",
    re.I,
)
CLAIMED_BY: Final = words("claimed", tail=r"(?: on \w+)? by\s+(?:the\s+|terrorist group\s+|\w+ group\s+)*$")
RESPONSIBLE: Final = words(
    r"(?:is|was|were|are|be|been|being|to be) (?:also |\w+ly |believed (?:to be )?)?"
    r"(?:behind|responsible for|to blame for|blamed for|accused of|suspected of)",
    "responsible for", "stood behind", "(?:fully )?responsible",
    "(?:could|may|might|must) (?:well )?(?:be|have been) behind",
)  # fmt: skip
BLAME: Final = words(
    "blam(?:ed|es|ing|e)", "accus(?:ed|es|ing|e)", r"point(?:ed|s|ing)? (?:the|a) finger at",
    tail=r"\s+(?:(?:the|a|an|terrorist group|\w+)\s+)?[\"“‘']?$",
)  # fmt: skip
BLAMED_ON: Final = words(
    r"blam(?:ed|es|ing|e)\b[^.;\"]{0,80}? on", r"attributed (?:\w+ ){0,4}to",
    r"responsibility (?:\w+ ){0,4}(?:of|to|on|with)", "work of", "perpetrated by",
    tail=r"\s+(?:the\s+)?[\"“‘']?$",
)  # fmt: skip
DENIES: Final = re.compile(
    r"^(?:['’]s)?\W*(?:(?:has|have|had|\w+ly|again|also|government|regime|army|military|forces)\s+){0,3}"
    r"(?:den(?:y|ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|refut(?:ed|es))\s+(?:(?:\w+ly|any|"
    r"all|the|such|these|those|that|it|"
    r"carrying|being|having|using|targeting|involvement|responsibility|accus|alleg|charg|"
    r"claim|report|killing|bombing|striking)\b)?"
    r"(?![^.]{0,80}\b(?:been|were|was) (?:killed|wounded|injured|hurt|harmed)\b(?! by))"
    r"(?=[^.]{0,60}\b(?:accus\w+|alleg\w+|charg\w+|involve\w+|responsib\w+|behind|carr\w+|"
    r"us(?:ing|ed)|target\w+|kill\w+|bomb\w+|"
    r"str[iu]\w+|attack\w*|it)\b|\W*$)",
    re.I,
)
DENIAL: Final = words(
    "den(?:y|ied|ies|ying)", "reject(?:ed|s|ing)?", "dismiss(?:ed|es)", "refut(?:ed|es)", "did not carry out",
    "had nothing to do", "not responsible", "was not behind", "were not behind", "no role in", "not involved",
)  # fmt: skip
# "the army did not carry out strikes", "our planes have never bombed it"
NOT_DONE: Final = re.compile(
    r"^(?:['’]s)?\W*(?:\w+ly |(?:forces|jets|warplanes|aircraft|planes|army|government) ){0,2}"
    r"(?:(?:ha[sd]|have|did|does|do|was|were|is|are) ?(?:n[o’']t|never)|never)\b(?! (?:immediately|yet|say|"
    r"clear|known|comment))"
    r"[^.;\"]{0,50}?\b(?:carr(?:y|ied) out|conduct\w*|struck|strike|bomb\w*|target\w*|attack\w*|use[ds]?|"
    r"fire[ds]?|launch\w*|"
    r"shell\w*|kill\w*|involved|responsible|behind)\b",
    re.I,
)
DENIAL_BY: Final = words(
    r"denials? (?:by|of|from)",
    "denied by",
    tail=r"\s+(?:the |an? )?(?:\w+ )?(?:President |government of )?(?:[A-Z]\w+ )?(?:al-)?$",
)
# "A called the reports false": of whoever speaks for a state it is his own deed that he denies
CALLS: Final = re.compile(
    r"^(?:['’]s)?\W*(?:[\w’'-]+ ){0,5}?(?:said|says|told|called|calls|describ\w+|insist\w+|maintain\w+|"
    r"argued|dismiss\w+)\b",
    re.I,
)
UNTRUE: Final = re.compile(
    r"\b(?:attacks?|strikes?|reports?|claims?|accusations?|allegations?|charges?|footage)\b[^.;]{0,70}?"
    r"\b(?:fabricat\w+|false|untrue|baseless|lies?|unfounded|invented|hoax|staged|groundless|propaganda)\b",
    re.I,
)
CONFIRMED: Final = words(
    "confirm(?:ed|s|ing)", "acknowledg(?:ed|es|ing)", "admit(?:ted|s|ting)", "conced(?:ed|es|ing)",
    tail=r"\s+(?:that )?(?:(?:the|an?|its|their|some|several|at least|\d+|two|three|four|five|six|"
    r"seven|eight|nine|ten)\s+)*$",
)  # fmt: skip
UNKNOWN: Final = words(
    r"\b(?:no (?:one|group|party|organi[sz]ation|side)|nobody|none)\b[^.;]{0,40}?\b(?:responsibility|"
    r"claimed)\b",
    r"\bno (?:immediate )?claims? of responsibility\b",
    r"\b(?:not |un)(?:immediately |yet |entirely )?(?:clear|known|certain|say)\b[^.;]{0,30}?"
    r"\b(?:who|whose|which (?:side|party|forces|planes|aircraft|jets|warplanes)|whether\b|"
    r"if\b)",
    r"\b(?:could|can|did|does) ?n[o’']t (?:\w+ )?(?:determine|say|establish|confirm|know|"
    r"specify)\b[^.;]{0,12}?"
    r"\b(?:whether|if|who|which|whose)\b",
    r"\b(?:unidentified|unknown) \W?(?:\w+ )?(?:gunmen|assailants?|attackers?|war ?planes?|"
    r"aircraft|jets?|planes?|drones?(?! (?:had |has )?(?:crash|been shot|was shot))|"
    r"perpetrators?|group|party|militants|air ?strikes?|raids?)\b",
    r"\bresponsibility\b[^.;]{0,30}\b(?:unclear|unknown|not (?:yet )?been claimed)\b",
    lead="",
)
