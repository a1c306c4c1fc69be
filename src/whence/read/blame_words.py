"""The words by which texts blame, claim and deny: who is said, or says himself, to have done it."""

import re
from typing import Final


def words(*parts: str, lead: str = r"\b", tail: str = "") -> re.Pattern[str]:
    """Return the pattern of any of `parts` between `lead` and `tail`, in capitals or not."""
    return re.compile(lead + "(?:" + "|".join(parts) + ")" + tail, re.I)


CLAIM: Final = words(
    r"(?:claim(?:ed|s|ing)|took|taken|taking|assumed|accepted|admitted) (?:the |full )?(?:responsibility|credit)",
    r"said (?:it|they) (?:was|were|had been) (?:behind|responsible)",
)
_ITSELF: Final = (
    r"(?:(?:that )?(?:it|they|he)|(?:that )?(?:any of )?(?:its|their|his) (?:own )?(?:[\w-]+ )?(?:forces|fighters|"
    r"militants|warplanes|jets|aircraft|army|troops|men|planes|drones|artillery|units|helicopters|soldiers|"
    r"air ?force|members))"
)
# "A said it had shot down the plane", "A denied that its aircraft had bombed the town"
SAID_OWN: Final = re.compile(
    r"^(?:['’]s)?\W*(?:[\w’'-]+ ){0,8}?(?P<say>said|says|announced|confirmed|claimed|boasted|acknowledged|admitted|"
    rf"denied|denies)\b(?: [\w-]+){{0,7}}? {_ITSELF} (?:(?:had|have|has|were|was|\w+ly|also|been) ){{0,3}}",
    re.I,
)
CLAIMED_BY: Final = words("claimed", tail=r"(?: on \w+)? by\s+(?:the\s+|terrorist group\s+|\w+ group\s+)*$")
RESPONSIBLE: Final = words(
    r"(?:is|was|were|are|be|been|being|to be) (?:also |\w+ly |believed (?:to be )?)?"
    r"(?:behind|responsible for|to blame for|blamed for|accused of|suspected of)",
    "responsible for", "stood behind", "(?:fully )?responsible",
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
UNKNOWN: Final = words(
    r"\b(?:no (?:one|group|party|organi[sz]ation|side)|nobody|none)\b[^.;]{0,40}?\b(?:responsibility|claimed)\b",
    r"\bno (?:immediate )?claims? of responsibility\b",
    r"\b(?:not |un)(?:immediately |yet |entirely )?(?:clear|known|certain|say)\b[^.;]{0,30}?"
    r"\b(?:who|whose|which (?:side|party|forces|planes|aircraft|jets|warplanes)|whether\b|"
    r"if\b)",
    r"\b(?:could|can|did|does) ?n[o’']t (?:\w+ )?(?:determine|say|establish|confirm|know|specify)\b[^.;]{0,12}?"
    r"\b(?:whether|if|who|which|whose)\b",
    r"\b(?:unidentified|unknown) \W?(?:\w+ )?(?:gunmen|assailants?|attackers?|war ?planes?|"
    r"aircraft|jets?|planes?|drones?|"
    r"perpetrators?|group|party|militants|air ?strikes?|raids?)\b",
    r"\bresponsibility\b[^.;]{0,30}\b(?:unclear|unknown|not (?:yet )?been claimed)\b",
    lead="",
)
