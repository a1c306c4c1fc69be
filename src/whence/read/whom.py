"""Whether a participle of harm has those whom it hit behind it, and so is the verb of whoever stands before it."""

import re
from typing import Final

# a past participle is a verb of doing only before those whom it hit: "killed twelve", not "killed while fighting"
HAS_OBJECT: Final = re.compile(
    r"\s*(?:(?:and|or) \w+(?:ed|ing) )?"
    r"(?:in (?:an? |the |its )?(?:[\w-]+ ){0,2}(?:operations?|raids?|attacks?|strikes?|ambush) )?"
    r"[\"“]?(?:(?:at least|more than|over|up to|about|around|some|nearly|"
    r"almost|"
    r"as many as|an estimated|no fewer than|close to|between|dozens|scores|hundreds|thousands|several|many|"
    r"numerous|a|an|the|one|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|his|her|its|their|all|most|both|other|"
    r"another|him|them|"
    r"former|senior|top|prominent|suspected|alleged|\d[\d,]*|"
    r"[a-z]+(?:teen|ty)(?:-\w+)?)\b|(?:[\w'’-]+\s+){0,2}(?:people|civilians|children|women|men|soldiers|"
    r"fighters|"
    r"militants|residents|rebels|terrorists|troops|protesters|prisoners|guards|students|villagers|captives|"
    r"hostages)\b)"
    # "slaughtered whole families", "murdered farmers"
    r"|\s+(?!(?:in|at|near|by|on|during|from|when|while|as|after|before|and|or|for|over|around|outside|inside|across|"
    r"along|since|to|last|this|late|early|of|with|who|that|which|were|was|are)\b)(?:[a-z-]+\s+)?"
    r"(?:famil(?:y|ies)|herdsmen|fishermen|policemen|workers|farmers|shepherds|activists|journalists|detainees|settlers|"
    r"doctors|medics|nurses|miners|drivers|teachers|refugees|traders|officers|officials|conscripts|recruits|mourners)\b"
    # "killed commander Jon Dalo", "killed Jon Dalo"
    r"|\s+(?:(?!(?:in|at|near|by|on|during|from|when|while|as|after|before|and|or|for|over|around|outside|inside|across|"
    r"along|since|to|last|this|late|early|of|with)\b)(?-i:[a-z])[\w-]*\s+){1,3}(?-i:[A-Z][a-z])"
    r"|\s+(?-i:[A-Z][\w’'-]+\s(?:(?:al|bin|ibn|abu|el)[ -])?[A-Z][a-z])",
    re.I,
)
