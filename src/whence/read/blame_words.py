"""The words by which texts blame, claim and deny: who is said, or says himself, to have done it."""

import re
from typing import Final


def words(*parts: str, lead: str = r"\b", tail: str = "") -> re.Pattern[str]:
    """Return the pattern of any of `parts` between `lead` and `tail`, in capitals or not."""
    return re.compile(lead + "(?:" + "|".join(parts) + ")" + tail, re.I)


# what may stand between "by" and a party's name
ARTICLES: Final = (
    r"\s+(?:(?:the|a|an|some|several|suspected|what (?:were|was|are|is)|likely|apparent|both|either|two|"
    r"other|"
    r"unidentified|forces of|members of|fighters of|jets of|warplanes of|aircraft of|"
    r"(?:helicopters|planes|tanks|troops|soldiers|agents|units) of|(?:the )?bombers of|"
    r"fighters from|believed to be|at least|more than|of|\d+|three|four|five|so[- ]called|many|most|all|"
    r"other|dozens|"
    r"scores|hundreds|numbers?|around|about|nearly|over|almost|six|seven|eight|nine|ten|members|"
    r"criminal|ruling|brutal|murderous|fleeing|retreating|advancing|invading|occupying|foreign|local|rival|"
    r"direct|heavy|intense|intensive|fresh|renewed|repeated|indiscriminate|deadly|"
    r"opposing|radical|hardline|hard-line|notorious|"
    r"[\w-]+-(?:linked|affiliated|backed|inspired|aligned|dominated)|takfiri|jihadist|extremist)\s+)*$"
)
CLAIM: Final = words(
    r"(?:claim(?:ed|s|ing)|took|taken|taking|assumed|accepted|admitted) (?:the |full |"
    r"sole )?(?:responsibility|credit)",
    r"said (?:that )?(?:it|they|(?:one of )?its (?:own )?(?:men|fighters|members|forces|units|troops)) "
    r"(?:was|were|had been) (?:behind|responsible)",
    r"claim(?:ed|s|ing) (?:the|an?|that|this|both|two|several|its) (?:[\w-]+ ){0,3}?(?:attacks?|bombings?|"
    r"blasts?|assaults?|"
    r"strikes?|shootings?|killings?|raids?|ambush|murders?|explosions?)\b",
    r"apologi[sz](?:ed|es|ing) (?:for|over)", r"(?:express(?:ed|es|ing)|voiced) (?:\w+ )?regret (?:for|over|"
    r"at)",
    r"regret(?:ted|s) (?:the )?(?:loss of|deaths|killing|strike|attack)",
    r"(?:claim(?:ed|s|ing)|admit(?:ted|s)|boast(?:ed|s)) (?:to have|(?:of )?having) (?:\w+ly )?(?:killed|executed|"
    r"beheaded|murdered|attacked|bombed|shelled|fired|launched|struck|hit|carried out|destroyed|shot|downed|"
    r"ambushed|used)",
    r"(?:admitted|acknowledged|conceded|confirmed) (?:to )?(?:killing|"
    r"executing|bombing|shelling|firing|attacking|striking|hitting|shooting|using|"
    r"carrying out)",
)  # fmt: skip
_ARMS: Final = (
    r"(?:forces|fighters|militants|warplanes|jets|aircraft|army|troops|men|planes|drones|artillery|units|"
    r"helicopters|"
    r"soldiers|air ?force|members|pilots|gunners|bombers|snipers|police|air ?strikes?|strikes?|raids?|bombs?|missiles?|"
    r"shells?|rockets?)"
)
# "it", "its jets", "one of its members", "six warplanes": by which a speaker means what is his
ITSELF: Final = re.compile(
    rf"\b(?:it|they|he|we|(?:any |one |two |some |several |none )?(?:of )?(?:its|their|his|"
    rf"our) (?:own )?(?:[\w-]+ ){{0,2}}?{_ARMS}"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|"
    r"\d+) (?:of its )?(?:[\w-]+ )?(?:war ?planes|bombers|"
    r"(?:fighter )?jets|aircraft|helicopters|drones|warships))"
    r" (?P<how>(?:[\"“]?(?:had|have|has|were|was|did|does|do|may|might|could|\w+ly|also|been|not|never|(?:had|did|"
    r"has|have|do)n[’']t)[\"”]?"
    r" ){0,4})",
    re.I,
)
SAYS: Final = re.compile(
    r"^(?:['’]s)?\W*(?:[\w’'-]+ ){0,8}?(?P<say>said|says|announced|confirmed|confirms|claimed|boasted|"
    r"acknowledged|admitted|admits|"
    r"conceded|stated|insisted|insists|declared|maintained|denied|denies|deny)\b",
    re.I,
)
CLAIMED_BY: Final = words("claimed", tail=r"(?: on \w+)? by\s+(?:the\s+|terrorist group\s+|\w+ group\s+)*$")
RESPONSIBLE: Final = words(
    r"(?:is|was|were|are|be|been|being|to be|stands?|stood) (?:on \w+day |most |very )?"
    r"(?:also |again |\w+ly |believed (?:to be )?|thought to be )?"
    r"(?:behind|responsible for|to blame(?: for)?|blamed (?:(?:by|in) (?:[\w’'-]+ ){1,5}?)?for"
    r"|accused (?:(?:by|in) (?:[\w’'-]+ ){1,5}?)?of|suspected of|implicated in|"
    r"guilty of|punished for|sanctioned for|convicted of)",
    "responsible for", "stood behind", "(?:fully )?(?:responsible|accountable)",
    r"(?:bears?|bore|bearing) (?:\w+ )?responsibility",
    "(?:could|may|might|must) (?:well )?(?:be|have been) behind",
    r"(?:is|was|are|were) (?:a |the )?(?:prime|main|chief) suspects? (?:in|of|for)",
    r"(?:is|was|are|were|been) (?:sentenced|jailed|tried|indicted)(?: [\w-]+){0,5}? for",
    r"as (?:being )?(?:the )?(?:perpetrators?|culprits?|(?:party|ones?|those) (?:responsible|behind))",
    r"ha(?:s|ve|d) (?:the )?blood (?:of [^.;\"“”]{1,50} )?on (?:its|their|his) hands",
)  # fmt: skip
BLAME: Final = words(
    "blam(?:ed|es|ing|e)", "accus(?:ed|es|ing|e)", "punish(?:ed|es|ing)?",
    r"point(?:ed|s|ing)? (?:the|a) finger at", "implicat(?:ed|es|ing)",
    r"(?:evidence|signs?|indications?|suspicions?|findings|analysis|everything|clues?|facts)\b[^.;\"]{0,40}?"
    r"\bpoint(?:ed|s|ing)? (?:\w+ )?(?:to|at|towards?)",
    r"(?:bore|bears|bearing|has|had) (?:all )?the (?:hallmarks?|fingerprints?|signature) of",
    tail=r"\s+(?:(?:the|a|an|terrorist group|(?!by\b)\w+)\s+)?[\"“‘']?$",
)  # fmt: skip
_KILLERS: Final = r"(?:attackers?|killers?|perpetrators?|assailants?|culprits?|murderers?|abductors?)"
BLAMED_ON: Final = words(
    r"blam(?:ed|es|ing|e)\b[^.;\"]{0,80}? on", r"(?<!reports )(?<!report )(?<!remarks )(?<!comments )(?<!statement )"
    r"(?<!statements )(?<!words )(?<!quotes )(?<!papers )(?<!documents )(?<!letter )(?<!letters )"
    r"(?:attributed|traced) (?:[\w’'-]+ ){0,4}to",
    r"responsibility (?:\w+ ){0,4}(?:of|to|on|with)", "work of", "perpetrated by",
    r"(?:responsibility|blame) for [^.;\"]{0,70}? (?:rest(?:s|ed)|l(?:ies|ay)|f[ea]lls?) (?:\w+ )?"
    r"(?:with|(?:up)?on)",
    r"(?:puts?|plac(?:ed|es)|la(?:id|ys)|pinn?(?:ed|s)) (?:\w+ ){0,2}responsibility for [^.;\"]{0,70}? on",
    r"suspicions? (?:\w+ )?(?:f[ea]ll(?:s|en)?|rest(?:s|ed)?|cent(?:re|er)(?:s|d|ed)?) (?:up)?on",
    r"(?:blame|responsibility)\b[^.;\"]{0,60}? at the (?:doors?|doorstep|feet) of",
    r"fingers? (?:of \w+ )?(?:is|are|was|were|been) (?:\w+ )?pointed (?:\w+ )?at",
    "blood [^.;\"]{0,40}?on the hands of",
    rf"(?:named|identified) (?:the|his|her|their|its) {_KILLERS} as(?: members of| belonging to| being)?",
    rf"(?:{_KILLERS}|those (?:who (?:killed|murdered|attacked|fired|shot|planted|carried|did|bombed)|"
    r"behind (?:the|this) (?:[\w-]+ )?(?:attack|bombing|strike|raid|killing|murder|massacre|blast)s?)\b)"
    r"[^.;\"]{0,50}? (?:c[ao]me from|belong(?:ed|s)? to|(?:was|were|are) (?:members (?:of|from)|from))",
    tail=r"\s+(?:the\s+)?[\"“‘']?$",
)  # fmt: skip
# "threatened A over its alleged use of gas", "punish A for the bombing"
OVER_ITS: Final = re.compile(
    r"^\W*(?:(?:for|over|in response to|after) )(?:its|his|their|the) (?:[\w-]+ ){0,2}?(?:use of|attacks?|"
    r"bombing|bombardment|"
    r"shelling|massacre|killing|role in|part in|strikes?)\b",
    re.I,
)
# those who speak for a party: "the A foreign minister denied it"
OFFICE: Final = (
    r"(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nformation|[Ii]nterior|[Pp]rime|deputy|state|military|army|government|opposition|"
    r"rebel|senior|[Mm]inistry)\s+)*"
    r"(?:officials?|ministers?|ministry|ambassador|envoy|spokes\w+|president|media|television|tv|sources?|"
    r"commanders?|leaders?|"
    r"authorities|news agency|representatives?|generals?)(?:\s+[A-Z][\w-]+){0,4}"
)
_DENY: Final = (
    r"(?:(?:has|have|had|both|all|each|since|always|long|never|\w+ly|again|also|government|regime|army|"
    r"military|forces)\s+){0,3}"
    r"(?:den(?:y|ied|ies)|reject(?:ed|s)?|dismiss(?:ed|es)?|refut(?:ed|es?)|disput(?:ed|es?))(?!\s+to\b)"
)
DENIES: Final = re.compile(
    rf"^(?:['’]s)?\W*(?:(?-i:{OFFICE})\W+)?(?:(?:which|who|itself)\s+)?(?:(?:in|on|at|"
    rf"through) (?:[\w.’'-]+,? ){{1,10}}?|\w+ed "
    rf"(?:the|an?|it|this) (?:[\w-]+ ){{1,4}}?and )?{_DENY}\s+(?:(?:\w+ly|any|all|the|such|these|those|that|"
    rf"it|"
    r"carrying|being|having|using|targeting|involvement|responsibility|accus|alleg|charg|claim|report|"
    r"killing|bombing|striking)\b)?"
    r"(?![^.]{0,80}\b(?:been|were|was) (?:killed|wounded|injured|hurt|harmed)\b(?! by))"
    r"(?=[^.]{0,90}\b(?:evidence|accus\w+|alleg\w+|charg\w+|involve\w+|responsib\w+|behind|carr\w+|us(?:ing|"
    r"ed)|target\w+|"
    r"kill\w+|bomb\w+|str[iu]\w+|attack\w*|hit\w*|shell\w*|launch\w*|fir(?:ed|ing)|dropp\w+|conduct\w*|"
    r"caus(?:ed|ing)|role|"
    r"part in|it)\b|\W*$|\s*(?:news |such |these |media )*(?:reports?|claims?)\W*$)",
    re.I,
)
# "a charge that A denies"
CHARGE: Final = words(
    "charges?", "accusations?", "allegations?", "claims?", "something", tail=r",? (?:that |which )?(?:the )?$"
)
DENIES_IT: Final = re.compile(rf"^(?:['’]s)?\s+(?:(?-i:{OFFICE})\s+)?{_DENY}\b", re.I)
DENIAL: Final = words(
    "den(?:y|ied|ies|ying)", "reject(?:ed|s|ing)?", "dismiss(?:ed|es)", "refut(?:ed|es)", "did not carry out",
    "had nothing to do", "not responsible", "was not behind", "were not behind", "no role in", "not involved",
)  # fmt: skip
_DOING: Final = (
    r"(?:carr(?:y|ied) out|conduct(?:ed)?|struck|strike|bomb(?:ed|ing)?|target(?:ed|ing)?|attack(?:ed|ing)?|"
    r"use[ds]?|fired?|"
    r"launch(?:ed)?|shell(?:ed|ing)?|kill(?:ed|ing)?|sho(?:o)?t|hit|involved|responsible|behind|drop(?:ped)?|"
    r"possess(?:ed)?)\b"
)
_NEVER: Final = r"(?:(?:ha[sd]|have|did|does|do|was|were|is|are) ?(?:n[o’']t|never)|never)"
# "the army did not carry out strikes", "our planes flew no missions"
NOT_DONE: Final = re.compile(
    rf"^(?:['’]s)?\W*(?:\w+ly |{_ARMS} ){{0,2}}(?:{_NEVER}\b(?! (?:\w+ly )?(?:immediately|yet|say"
    rf"|clear|known|claim|confirm|den[iy]|respond|admit|acknowledg|apologi|"
    rf"comment))[^.;\"]{{0,50}}?\b{_DOING}"
    r"|(?:flew|conducted|carried out|launched|made|fired|dropped) no \w+)",
    re.I,
)
# "the army insisted that it had nothing to do with the strike", "the brigade distanced itself from the bombing"
DISOWNS: Final = re.compile(
    r"^(?:['’]s)?\W*(?:[\w’'-]+ ){0,6}?(?:said|says|insist\w*|maintain\w*|stated|declared|argued)(?: that)? "
    r"(?:it|they|he) (?:ha[sd]|have|played|bears?|bore) (?:had )?(?:nothing to do with|"
    r"no (?:\w+ )?(?:hand|part|role|involvement|connection|responsibility)\b)"
    r"|^\W*(?:(?:has|have|had|also|later|\w+ly) ){0,3}(?:(?:dissociated|disassociated|distanced) "
    r"(?:it|him|them)sel(?:f|ves) from|(?:called|described|branded|rejected|dismissed)(?= (?:the|these|such|any) "
    r"(?:accusation|claim|allegation|charge|report)s? (?:that|of|about) (?:it|its|they|their|his)\b)|disavow(?:ed|s)|"
    r"disown(?:ed|s)|disclaim(?:ed|s)(?: \w+){0,3}? (?:for|in)) "
    r"(?:the|this|that|these|such|any|an?|all) (?:(?!after |before )[\w-]+ ){0,3}?"
    r"(?:attack|strike|raid|bombing|killing|murder|massacre|"
    r"shelling|blast|explosion|assault|shooting|accusation|claim|allegation|charge|report)s?\b",
    re.I,
)
# "the rebels did this", said of what was told
DID_THIS: Final = re.compile(r"^\W*(?:did|ha(?:s|ve|d) done) (?:this|it)\b(?! to\b)", re.I)
# "A holds B responsible": A does not answer for it
HOLDS_OTHER: Final = re.compile(
    r"\b(?:h(?:o|e)ld(?:s|ing)?|f(?:ou|i)nds?|named|identified|described) "
    r"(?!responsible|accountable|as\b|guilty)[\w’'\"“]",
    re.I,
)
# "neither the army nor the rebels did it"
NEITHER: Final = words("neither", "nor", "none of", tail=r"(?: of)?\s+(?:(?:the|its|their)\s+)*$")
# "if the army did it, it must say so" says of nobody that he did it; "asked if" doubts
IF: Final = re.compile(
    r"(?:^|[,;:]|\bthat|\beven)\W*(?:but |and )?(?:if|unless|lest|in case)\b[^.;:,“”\"]*$", re.I
)
OWN_NOT: Final = re.compile(rf"(?:\w+ ){{0,3}}?{_DOING}", re.I)
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
    r"\b(?:fabricat\w+|false|untrue|baseless|lies?|unfounded|invented|hoax|groundless)\b",
    re.I,
)
CONDEMNED: Final = words(
    "condemn(?:ed|s|ing)", "denounc(?:ed|es|ing)", "decr(?:ied|ies|ying)", "deplor(?:ed|es|ing)", "slamm(?:ed|ing)",
    tail=r"\s+(?:the\s+)?(?:(?:brutal|barbaric|savage|cowardly|indiscriminate|deadly)\s+)?$",
)  # fmt: skip
CONFIRMED: Final = words(
    "confirm(?:ed|s|ing)", "acknowledg(?:ed|es|ing)", "admit(?:ted|s|ting)", "conced(?:ed|es|ing)",
    tail=r"\s+(?:that )?(?:(?:the|an?|its|their|some|several|at least|\d+|two|three|four|five|six|"
    r"seven|eight|nine|ten)\s+)*$",
)  # fmt: skip
UNKNOWN: Final = words(
    r"\b(?:no (?:one|(?:[\w-]+ ){0,3}?(?:group|party|organi[sz]ation|side|faction|individual|body))|nobody|none)\b"
    r"[^.;]{0,40}?\b(?:responsibility|claimed)\b",
    r"\bha(?:s|d|ve) ?(?:not|n[’']t) (?:yet )?(?:assigned|apportioned) (?:any )?(?:blame|responsibility)\b",
    r"\b(?:not|n[’']t) (?:yet )?(?:been )?identif\w+ (?:the )?(?:attackers?|gunm[ae]n|perpetrators?|"
    r"assailants?|shooters?|"
    r"killers?|assassins?)\b",
    r"\bno (?:immediate )?claims? of responsibility\b",
    r"\b(?:not |un)(?:immediately |yet |entirely )?(?:clear|known|certain|say)\b[^.;]{0,30}?"
    r"\b(?:who(?! (?:was|were|is|are) (?:in|on|at|aboard|among|inside|killed|dead|wounded|injured|hurt|there)\b)|"
    r"whose|which (?:side|party|forces|planes|aircraft|jets|warplanes)|whether\b|"
    r"if\b)",
    r"\b(?:could|can|did|does) ?n[o’']t (?:\w+ )?(?:determine|say|establish|confirm|know|"
    r"specify)\b[^.;]{0,12}?"
    r"\b(?:whether|if|who|which|whose)\b",
    r"\b(?:unidentified|unknown) \W?(?:\w+ )?(?:gunmen|assailants?|attackers?|"
    r"(?:aircraft|jets?|(?:war ?)?planes?|drones?)(?! (?:had |has )?(?:crash|been shot|was shot))|"
    r"perpetrators?|group|party|militants|air ?strikes?|raids?)\b",
    r"\bresponsibility\b[^.;]{0,30}\b(?:unclear|unknown|not (?:yet )?been claimed)\b",
    r"\b(?:nobody|no[ -]one) (?:yet )?knows who (?!will|would|should|can)\b",
    r"\bwho (?!was |were )(?:[\w’'-]+ ){1,8}(?:remains?|remained|is|was) (?:still |as yet )?"
    r"(?:unknown|unclear|not (?:yet )?(?:known|clear))\b",
    r"\b(?:identit(?:y|ies)|nationality|affiliation) of (?:the |those )?(?:\w+ )?(?:attackers?|(?:war)?planes?|"
    r"aircraft|gunm[ae]n|assailants?|perpetrators?|bombers?|killers?|jets|shooters?)\b[^.;]{0,50}"
    r"\b(?:unknown|unclear|n(?:o|['’])t (?:\w+ ){0,3}(?:known|clear|established|determined|confirmed))\b",
    lead="",
)
