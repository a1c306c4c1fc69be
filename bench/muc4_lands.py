"""The nine countries of MUC-4 and those near them: which of them a text names most, and where it was filed."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from whence.link.atlas import Atlas
from whence.link.places import look_up
from whence.model.report import Report
from whence.model.values import Place

COUNTRIES: Final = {
    "SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA", "BO": "BOLIVIA", "CL": "CHILE",
    "CO": "COLOMBIA", "EC": "ECUADOR", "PE": "PERU",
}  # fmt: skip
STEMS: Final = {
    "SV": "salvador", "GT": "guatemal", "HN": "hondur", "AR": "argentin", "BO": "bolivia", "CL": "chile",
    "CO": "colombia", "EC": "ecuador", "PE": "peru",
}  # fmt: skip
OTHERS: Final = {
    "NI": "NICARAGUA", "PA": "PANAMA", "CR": "COSTA RICA", "VE": "VENEZUELA", "BR": "BRAZIL", "US": "UNITED STATES",
    "MX": "MEXICO", "ES": "SPAIN", "UY": "URUGUAY", "PY": "PARAGUAY", "CU": "CUBA",
}  # fmt: skip


def most_placed(links: Mapping[int, tuple[Place, ...]]) -> str:
    """Return the code of the one of the nine countries in which most of the places named may lie, "" if none does."""
    lands = Counter(c for found in links.values() for c in {p.country for p in found} if c in COUNTRIES)
    return max(lands, key=lambda c: (lands[c], c), default="")


def filed_from(report: Report, gazetteer: Atlas) -> str:
    """Return the code of the country of the dateline, "" where it has none.

    Of the places of that name it is one in the country that the text names most, else the likeliest.
    """
    if report.dateline is None:
        return ""
    after = report.text[report.dateline.end : report.dateline.end + 40]
    named = re.match(r"\s?\(([^()]{3,30})\)", after)
    names = (named[1] if named else "", report.dateline.quote)
    codes = next(
        (c for n in names if n and (c := [p.country for p, _ in look_up(n.title(), gazetteer)[0]])), []
    )
    most = most_named(report.text)
    return most if most in codes else next(iter(codes), "")


def most_named(text: str) -> str:
    """Return the code of the one of the nine countries that `text` names most, by name or adjective; "" if none."""
    counts = {code: len(re.findall(rf"\b{stem}", text, re.I)) for code, stem in STEMS.items()}
    return max((n, code) for code, n in counts.items())[1] if any(counts.values()) else ""


def named_lands(text: str) -> frozenset[str]:
    """Return the codes of the countries that `text` names or whose people it names, of those near the nine."""
    return frozenset(code for code, stem in STEMS.items() if re.search(rf"\b{stem}", text, re.I)) | frozenset(
        code for code, name in OTHERS.items() if name in text.upper()
    )
