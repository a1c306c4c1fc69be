"""How agencies are named in credit lines: those that many texts credit, and the shape of those that nobody lists."""

import re
from collections.abc import Iterable
from typing import Final

# Agencies by the names that stand in credit lines (facts; who owns which is the source book's matter).
_AGENCIES: Final = (
    "Agence France-Presse", "Agence France Presse", "AFP", "Thomson Reuters Foundation", "Thomson Reuters", "Reuters",
    "The Associated Press", "Associated Press", "AP", "United Press International", "UPI", "DPA", "Deutsche Welle",
    "TASS", "ITAR-TASS", "Interfax", "RIA Novosti", "RIA", "Sputnik", "Xinhua", "Anadolu Agency", "Anadolu", "AA",
    "Demirören News Agency", "IHA", "DHA", "IRNA", "ISNA", "FNA", "Fars News Agency", "Fars", "Tasnim", "Mehr",
    "Press TV", "SANA", "Petra", "MENA", "WAM", "SPA", "KUNA", "QNA", "NNA", "ANHA", "ANF", "ARA News", "Rudaw",
    "EFE", "ANSA", "PTI", "ANI", "IANS", "Kyodo", "Yonhap", "Bloomberg", "CNN", "BBC", "Al Jazeera", "Al-Jazeera",
    "Al Arabiya", "Al-Masdar News", "Al-Masdar", "AMN", "MNA", "Al Mayadeen", "Al-Alam", "RT", "VOA", "RFE/RL", "dpa",
    "Ukrinform", "UNIAN", "Belga",
    "APA", "PAP", "CTK", "SAPA", "GNA", "NAN", "APP", "Bakhtar", "Pajhwok", "Antara", "Bernama", "IRIN",
)  # fmt: skip
COLLECTIVE: Final = (
    r"(?:(?:[Nn]ews\s|[Ww]ire\s)?[Aa]gencies|AGENCIES|[Nn]ews\swires|[Ww]ire\s(?:services|reports))"
)


def _any_of(names: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted({re.escape(n) for n in names}, key=lambda n: (-len(n), n))) + ")"


KNOWN: Final = _any_of(_AGENCIES)
ONE: Final = (
    rf"(?:{_any_of((*_AGENCIES, *(n.upper() for n in _AGENCIES), 'Afp', 'Sana'))}|{COLLECTIVE})(?![\w'’])"
)
SHAPE: Final = (
    r"(?:[A-Z][\w'’&.-]{0,30})(?:\s(?:of|the|for|and|&)\s[A-Z][\w'’&-]{0,30}|\s[A-Z][\w'’&-]{0,30}){0,5}"
)
AND: Final = r"\s{0,2}(?:,\s?and|and|,|/|&|\+|with|\|)\s{0,2}"
LIST: Final = rf"(?:{ONE})(?:{AND}{ONE}){{0,5}}"
MIXED: Final = rf"(?:{ONE}|{SHAPE})(?:{AND}(?:{ONE}|{SHAPE})){{0,5}}"

# Words in the names of those who sell or lend their reports to others.
_LENDS: Final = re.compile(
    r"\b(?:Wires?|Newswires?|News\sAgency|Press\sAgency|Agency|News|Press|News\sService|Syndicate|Telegraph\sAgency|Presse)\b"
)
_CAPITALS: Final = re.compile(r"[A-Z]{2,6}")
_NO_AGENCY: Final = frozenset(
    ("END", "ENDS", "MORE", "UPDATE", "NOTE", "USA", "UK", "UN", "EU", "UAE", "AD", "PS", "FAQ")
)
KNOWN_NAME: Final = re.compile(ONE)


def lends(name: str, *, capitals: bool = False) -> bool:
    """Return whether `name` is known for an agency's, or built like one; `capitals`: letters alone may be one."""
    if KNOWN_NAME.fullmatch(name) or (_LENDS.search(name) and len(name.split()) > 1):
        return True
    return capitals and _CAPITALS.fullmatch(name) is not None and name not in _NO_AGENCY
