"""The words by which texts allege links between two actors: verbs, nouns, compounds, parts and makers."""

import re
from typing import Final

from whence.model.statement import Relation

# the relation, its verbs (finite, participle or gerund), and the words between verb and object
VERBS: Final[tuple[tuple[Relation, str], ...]] = (
    (
        "arms",
        (
            r"(?:arm(?:ed|s|ing)|(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|send(?:s|ing)?|sent|"
            r"ship(?:s|ped|ping)?|deliver(?:s|ed|ing)?|"
            r"smuggl(?:e|es|ed|ing)|transport(?:s|ed|ing)?|funnel(?:s|led|ling)?) (?:\w+ "
            r"){0,4}?(?:weapons?|arms|ammunition|missiles?|munitions|rockets?|guns)"
            r"(?: and [\w-]+)?(?: via \w+)? to)"
        ),
    ),
    (
        "finances",
        (
            r"(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?|bankroll(?:s|ed|ing)?|pay(?:s|ing)? the "
            r"(?:salaries|wages) of)"
        ),
    ),
    ("trains", r"(?:train(?:s|ed|ing)?)"),
    (
        "shelters",
        (
            r"(?:shelter(?:s|ed|ing)?|harbou?r(?:s|ed|ing)?|gives? (?:safe haven|sanctuary|refuge) to|"
            r"host(?:s|ed|ing)? (?:the )?(?:leaders|fighters|camps) of)"
        ),
    ),
    (
        "trades with",
        (
            r"(?:trad(?:e|es|ed|ing) (?:\w+ )?(?:in )?(?:[\w-]+ )?with|(?:buy(?:s|ing)?|bought|"
            r"purchas(?:e|es|ed|ing)) (?:\w+ ){0,2}?(?:oil|antiquities|grain|gold|cotton) from|"
            r"sell(?:s|ing)? (?:\w+ ){0,2}?(?:oil|antiquities|grain|gold|cotton) to)"
        ),
    ),
    (
        "commands",
        (
            r"(?:command(?:s|ed|ing)|direct(?:s|ed|ing)(?! (?:support|talks|link))|gives? orders to|"
            r"controls the)"
        ),
    ),
    (
        "part of",
        (
            r"(?:(?:is|are|was|were) (?:an? )?(?:part|wing|branch|affiliate|arm|member|offshoot) of|"
            r"belong(?:s|ed|ing)? to|fights? (?:with)?in the ranks of|"
            r"(?:is|are|was|were) affiliated (?:with|to)|(?:pledged|swore|sworn) "
            r"allegiance to|joined the ranks of)"
        ),
    ),
    ("manufactures", r"(?:manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|build(?:s|ing)?)"),
    ("owns", r"(?:owns|owned|owning|acquired|(?:is|was) the owner of)"),
    (
        "supports",
        (
            r"(?:support(?:s|ed|ing)|(?:to|that|who|not|will|would) (?:support|back)|back(?:s|ed|ing)|aid(?:s|ed|"
            r"ing)|sponsor(?:s|ed|"
            r"ing)?|"
            r"(?:provid(?:e|es|ed|ing)|giv(?:e|es|en|ing)|gave) (?:\w+ ){0,3}(?:support|backing|aid|"
            r"cover) (?:to|for))"
        ),
    ),
    (
        "linked with",
        (
            r"(?:(?:co-?operat|collaborat|collud)(?:e|es|ed|ing)(?: together)?(?: on the ground)? with|"
            r"(?:is|are|was|were) (?:allied|in league) (?:with|to))"
        ),
    ),
)
MUTUAL: Final[Relation] = "linked with"
# what follows "A and B" where the two are each other's: "A and B cooperate"
TOGETHER: Final = re.compile(
    r"\s+(?:(?:have|had|also|\w+ly|are|were|been)\s+){0,3}(?:(?:co-?operat|collaborat|collud)(?:e|ed|ing)|allied|"
    r"allies|in league)\b(?!\s+(?:with|against|of)\b)",
    re.I,
)
# nouns of a link: "A's support for B", "full cooperation with", "collusion between A and B"
NOUNS: Final[tuple[tuple[Relation, str], ...]] = (
    ("arms", r"(?:arming|weapons supplies|arms (?:supplies|deliveries|shipments))"),
    ("finances", r"(?:funding|financing)"),
    ("trains", r"training"),
    ("trades with", r"(?:trade|oil trade)"),
    ("supports", r"(?:(?:\w+ )?support|backing|sponsorship)"),
    ("linked with", r"(?:co-?operation|collaboration|collusion|alliance|ties|links)"),
)
_MADE_FOR: Final = (
    r"(?P<object>(?:the\s+)?(?:[\w'’-]+\s+){0,5}?(?:programme|program|drones?|missiles?|fleet|army|air force|project|"
    r"industry|aircraft|UAVs?|tanks?|rockets?|helicopters?|military)(?:\s+(?:programme|program|fleet|industry|"
    r"project))?)"
)
_MADE_OF: Final = (
    r"(?:engines?|sensors?|cameras?|optics|motors?|electronics|batteries|chips|components?|parts|antennas?|"
    r"fuel pumps?|"
    r"bomb racks?|guidance systems?|warheads?|radios?|gyroscopes?|servos?|lenses|propellers?|materials?|technology|"
    r"wings|"
    r"units?|systems?|modules?|gears?|gearboxes|fuselages?|frames?|circuits?|turbines?|receivers?|software)"
)
# "A supplies wings for the X drone": `what` is a part of the thing
PART: Final = re.compile(
    r"\b(?P<verb>suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|manufactur(?:e|es|ed|ing)|"
    r"mak(?:es|e|ing)|made|produc(?:e|es|ed|ing)|build(?:s|ing)?|built|exports?|exported|sells?|sold)\s+"
    rf"(?P<what>(?:(?:the|a|an|its|their)\s+)?(?:[\w-]+\s+){{0,4}}?{_MADE_OF})\s+"
    rf"(?:for|to|of|used in|used by)\s+{_MADE_FOR}",
    re.I,
)
MADE_BY: Final = re.compile(
    r"\b(?P<object>(?:(?!(?:The|A|An|Some)\b)[A-Z][\w-]+\s+)*(?:combat\s+|armed\s+|attack\s+|military\s+)?(?:drones?|"
    r"missiles?|rockets?|engines?|sensors?|cameras?|tanks?|shells?|bombs?|UAVs?|weapons?|"
    r"components?))\s+"
    r"(?:(?:is|are|was|were|being)\s+)?(?:made|manufactured|built|produced|"
    r"supplied)\s+by\s+(?:the\s+)?(?P<subject>[A-Z][\w&.-]*(?:\s+(?:[A-Z][\w&.-]*|of|and))*)",
)
# a word that begins no name though it is capital: a sentence begins with it
_NO_NAME: Final = (
    r"(?!(?:The|A|An|In|On|At|By|For|Of|And|But|As|It|He|She|They|We|Its|Their|His|Her|This|That|These|Those|Some|"
    r"Several|Many|Most|All|Both|Other|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|After|When|"
    r"While|Since|More|No|Meanwhile|Earlier|Later|According|However|Also|If|Although|Who|What|There|Foreign|Local|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)"
)
NAME: Final = re.compile(rf"(?<![\w-]){_NO_NAME}[A-Z][\w&’'-]*(?:\s+(?:of the |of |al[ -])?[A-Z][\w&’'-]*)*")
_ARMED: Final = (
    r"(?:rebels?|militias?|militiamen|jihadists?|fighters?|forces?|militants?|groups?|troops?|army|mercenaries|"
    r"units?|"
    r"brigades?|coalition|alliance|factions?|proxies|gunmen|opposition|front|movement|government|regime|insurgents?)"
)
_PLAIN: Final = (
    r"(?:(?!(?:the|a|an|and|or|in|on|of|to|by|for|from|with|at|as|is|are|was|were|has|have|who|that|which|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)[\w'’-]+\s+)"
)
BACKED: Final = re.compile(
    r"\b(?P<subject>(?:U\.S\.?|[A-Z][\w]+))[-‐](?P<how>backed|supported|sponsored|funded|financed|armed|trained|"
    rf"controlled)\s+(?P<object>{_PLAIN}{{0,4}}?{_ARMED}\b|[A-Z][\w'’-]+(?:\s+(?:[Aa]l-)?[A-Z][\w'’-]+)*)"
)
# who stands before "-backed" and is nobody in particular
NOBODY: Final = frozenset(
    ["foreign", "arab", "un", "u.n.", "coalition", "internationally", "state", "government"]
)
HOW: Final[dict[str, Relation]] = {
    "backed": "supports",
    "supported": "supports",
    "sponsored": "supports",
    "funded": "finances",
    "financed": "finances",
    "armed": "arms",
    "trained": "trains",
    "controlled": "commands",
}
ADVERBS: Final = (
    r"(?:(?:has|have|had|is|are|was|were|been|also|still|be|being|to be|of|accused of|continues? to|continued to|"
    r"openly|directly|secretly|reportedly|allegedly|\w+ly|(?:intelligence|secret) (?:services?|agenc\w+)|government|"
    r"state|army|military|forces?|and (?:the |its )?(?-i:[A-Z][\w-]+)|\w+ing and)\s+){0,5}"
)
