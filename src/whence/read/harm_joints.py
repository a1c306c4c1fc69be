"""The words that join a harm word and those whom it befell, and the words that part them: patterns, compiled once."""

import re
from typing import Final

from whence.read.groups import PERSONS

# words at which a clause ends, so that no subject is looked for behind them
BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|say|saying|reported that|added|adding|told|when|while|after|before|whose|because|"
    r"but|since|if|that|amid|meanwhile|where|until|(?<!well )as(?! well| many| much))\b",
    re.I,
)
AUXILIARY: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|being|got|get|to have|has been|have been|had been)"
    r"(?:\s+(?:\w+ly|also|reported|feared|believed|confirmed|said to be|thought to be|to be|to have been|have been|"
    r"been|either|all|both|instantly|later|shot (?:at )?and|then|now|left|"
    r"among those|\w+ed(?: up| off| down| out)? and))*\s*$",
    re.I,
)
JOIN: Final = re.compile(
    r"\b(?:and|as well as|including|include[sd]?|among (?:them|whom)|along with|plus|with|of whom|of them|alongside|"
    r"together with|in addition to|counting|namely|or|by|(?:was|were|is|are) among)\b|^\s*(?:,|--|–|—|\()|,",
    re.I,
)
NUMBER_BEFORE: Final = re.compile(r"\bfrom\s+$|\bfrom (?:an? )?(?:earlier|initial|previous)\b[\w\s]*$", re.I)
INCLUDING: Final = re.compile(r"^\W*(?:including|among (?:them|whom)|of whom)\b", re.I)
PARTS: Final = re.compile(
    r"\b(?:including|among them|among whom|most of them|mostly|of whom|of them|include[sd]?|as well as|along with)\b",
    re.I,
)
# "18 farmers, five of them boys": a part that follows its whole
PART_OF: Final = re.compile(
    r"(?:[\w-]+\s+){1,4}of\s+(?:them|whom|those|these|the (?:dead|victims|killed|wounded))\b", re.I
)
ASIDE: Final = re.compile(r"\b(?:in addition to|besides|apart from|including)\s+$", re.I)
# "carries a wounded cook": there the participle tells who she is
QUALIFYING: Final = re.compile(r"\b(?:an|a|this|his|her|its)\s*$", re.I)
# another verb between two groups ends the list: "killed eight and left 36 injured"
VERB: Final = re.compile(
    r"\b(?:left|leaving|leaves|caus(?:ed|ing)|saw|had|arrested|captured|detained|destroyed|fled)\b", re.I
)
# "47 shepherds, mostly old men and boys, suffered burns": who they are stands between them and the verb
APPOSED: Final = re.compile(
    r"\s*,?\s*(?:mostly|mainly|(?:most|many|some) of (?:them|whom)|including|among them|all)"
    rf"(?:,?\s+(?:and|of them|the|young|old|{'|'.join(sorted({*PERSONS, *PERSONS.values()}))})\b)+\s*,?",
    re.I,
)
EXPECTED: Final = re.compile(
    (
        r"^\W*(?:\w+\W+){0,3}?(?:expected|could|may|might|likely|feared|"
        r"set)\b(?:\W+\w+){0,3}?\W+(?:rise|increase|climb|grow|higher)"
    ),
    re.I,
)
TOLL_STOP: Final = re.compile(
    r"[\"”]|\b(?:said|says|told|fates?)\b|\b(?:may|might|could|(?:likely|expected|feared) to)\s+(?:\w+\s+){0,2}"
    r"(?:rise|increase|climb|grow)\b",
    re.I,
)
LISTS: Final = re.compile(r"\b(?:was|were|is|are|include[sd]?|comprise[sd]?)\b", re.I)
# "killed 52 men, the council said, including 17 guards": who says so stands between the whole and its part
SAID_SO: Final = re.compile(
    r"^\s*,?\s*(?:(?!(?:that|who|which|and|but|while|when)\b)[\w'’.-]+,?\s+){1,7}?(?:said|says|reported|reports)"
    r"(?:\s+(?:on\s+)?\w+day(?:\s+\w+)?)?\s*,?\s*(?=(?:and\s+)?(?:including|include[sd]?|among|of (?:whom|them))\b)",
    re.I,
)
QUOTE_ENDS: Final = re.compile(r"\w[\"”]\s*$")  # “… wounded men” one baker said
RISEN: Final = re.compile(
    r"\b(?:rose|risen|climbed|jumped|grew|grown|increased|went|gone|raised|revised) (?:\w+ )?to\s+$", re.I
)
TOLL_AT: Final = re.compile(r"(?<!addition )\b(?:to|at|reached|is|was|stands? at|hit|of|as|become)\s+$", re.I)
TITLED_NAME: Final = re.compile(
    r"\"[^\"“”]{2,50}\"|“[^\"“”]{2,50}”"
)  # ‘members of the "Sun Brigade" were killed’
# "killing Ana Moro alias Captain Sky, a commander": a name stands between the verb and who she was
NAME_FIRST: Final = re.compile(r"\s*(?:(?:[A-Z]|al-|el-)[\w'’.-]*,?\s+|(?:alias|aka|or|de|bin)\s+){2,9}")
COLON: Final = re.compile(r"(?:\s*,?\s*as follows)?\s*:\s*")  # "reached ten: six women and four men"
WHO: Final = re.compile(r"\s*,?\s*(?:who|that)\b")
# "two drivers were warned and the mill was destroyed": the second verb has a subject of its own
SUBJECT: Final = re.compile(
    r"\b(?:was|were|is|are|has|have|had)\b.*\band\s+(?:the|an?|its|their|his|her)\s+(?:[\w'’-]+\s*){1,4}$",
    re.I,
)
LOOK: Final = 240  # code points before a harm word in which its auxiliaries stand
CLAUSE: Final = 8  # more words where all of them tell who it was
# "were taken from the mill and shot dead": the first verb's subject is the second's
COORDINATED: Final = re.compile(
    r"\b(?P<aux>was|were|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|ught|und|ung|wn|ut|aid|et|eft|old|ade|ought)\b"
    r"(?![^.;:\"“”]*\b(?:who|that|which|said|but|when|while)\b)[^.;:\"“”]{0,90}?,?\s+(?:and|or)(?:\s+(?:then|later|also|\w+ly))?\s*$",
    re.I,
)
TOLL_FAR: Final = 18  # words between a toll and its number
FAR: Final = 16  # words between a subject and its passive verb
NEAR: Final = (
    3  # words between a group and a participle without an auxiliary, or between a verb and its object
)
ARTICLES: Final = ("a ", "an ", "another ")  # a list that lost its commas: "an uncle an aunt and a niece"
SPEAKS: Final = re.compile(
    r"\s+(?:\w+\s+){0,6}?(?:said|says|say|told|reported|reports|added|announced|testified|recalled|stated"
    r"|explained|declared)\b",
    re.I,
)
# "killed nine judges and drove 30 others from office": a verb right before a number is another deed
OTHER_DEED: Final = re.compile(
    r"\b(?:and|or|but)\s+(?:(?:also|then|later|\w+ly)\s+)?(?!estimated|reported)"
    r"(?:\w{3,}ed|took|held|drove|sent|left|caught)\s+(?:away |off |up )?$",
    re.I,
)
KIN: Final = ("his ", "her ", "their ", "its ")
# "robbed two cooks and killed their guard": a second verb with an object of its own
AND: Final = re.compile(r"\s*,?\s*and(?: then| also| later)?\s*", re.I)
OWN_OBJECT: Final = re.compile(r"\s+(?:his|her|its|their|them|him|the|an?)\b", re.I)
# "a father killed his former wife": whoever stands before did it
HIS_OBJECT: Final = re.compile(
    r"\s+(?:his|her|their|him|them|himself|herself|themselves)\b(?! (?:death|wounds|injuries)\b)", re.I
)
JOINED: Final = 9  # words between two groups of one list
