"""Names that are made of common words, and the words that names of bodies are made of: fronts, ministries, police.

General knowledge, written down by hand; in small letters but for the names themselves.
"""

from typing import Final

# Names made of common words: known the world over, or shared by bodies of many countries.
NAMES: Final = (
    "United States", "United Nations", "United Kingdom", "United Arab Emirates", "Soviet Union", "Great Britain",
    "Latin America", "Central America", "South America", "North America", "North Korea", "South Korea", "South Africa",
    "Middle East", "Near East", "Far East", "West Bank", "West Germany", "East Germany", "New York", "New Delhi",
    "New Zealand", "Ivory Coast", "Gold Coast", "Holy See", "White House", "State Department", "Security Council",
    "General Assembly", "European Union", "European Community", "Red Cross", "Red Crescent", "Amnesty International",
    "Human Rights Watch", "Shining Path", "Red Brigades", "Islamic State", "Free Syrian Army", "Black September",
    "Red Army Faction", "New People's Army", "National Liberation Army", "Army of National Liberation", "Extraditables",
    "Khmer Rouge", "Popular Liberation Army",
    "Catholic Church", "Supreme Court", "Pacific Ocean", "Atlantic Ocean", "Red Sea", "Black Sea", "Dead Sea",
    "Panama City", "Guatemala City", "Mexico City", "Kuwait City", "Gaza City", "Ho Chi Minh City", "Costa Rica",
    "Puerto Rico", "El Salvador", "San Salvador", "Sri Lanka", "Sierra Leone", "Burkina Faso", "Saudi Arabia",
    "Czech Republic", "Dominican Republic", "Central African Republic", "Cold War",
)  # fmt: skip
# The last word of the name of a body, and words that stand before it in such names and hardly elsewhere.
BODIES: Final = frozenset(
    """
    front army movement party league union federation confederation association institute ministry committee assembly
    congress court council brigade battalion command alliance coalition commission police guard directorate embassy
    corps regiment division office bureau department tribunal university cartel bank forces convergence directorate
    service services authority organization organisation squad agency junta
    """.split()  # noqa: SIM905 (a table)
)
OF_BODIES: Final = frozenset(
    """
    national popular people's liberation revolutionary democratic supreme patriotic republican socialist communist
    christian social workers' liberal conservative federal defense defence interior justice treasury treasury's
    nationalist international central electoral constitutional constituent medical presidential joint infantry
    artillery cavalry airborne counterinsurgency immediate reaction rapid attorney general's prosecutor prosecutor's
    labor agriculture education health finance foreign planning economy rights human peasant episcopal judicial criminal
    investigation intelligence customs civil civilian air peasants' students' teachers' unity integration patriotic
    """.split()  # noqa: SIM905 (a table)
)
