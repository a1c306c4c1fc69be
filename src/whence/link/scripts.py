"""Letters of the scripts that names come in, as Latin: Arabic (with Persian, Kurdish, Urdu letters) and Cyrillic.

Arabic writes no short vowels, so these tables give the bare consonants and long vowels; `anyascii` does the rest.
Romanisation follows the plainest news usage (BGN/PCGN without marks), which is what the Latin side folds to as well.
"""

from typing import Final

ARABIC: Final = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ى": "a", "ة": "a",
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ڕ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "ع": "a", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "ڵ": "l",
    "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ە": "a", "و": "w", "ۆ": "o", "ۇ": "u", "ي": "y", "ی": "y", "ێ": "e",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ے": "e", "ں": "n", "ـ": "",
}  # fmt: skip
CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
# Latin letters whose plain form is not the letter without its mark (Turkish, Kurdish, the Balkans, transliteration).
LATIN: Final = {
    "ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "gh", "ı": "i", "ḥ": "h", "ḫ": "kh", "ẖ": "kh",
    "ġ": "gh", "ṭ": "t", "ṣ": "s", "ḍ": "d", "ẓ": "z", "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "đ": "dj",
}  # fmt: skip
LETTERS: Final = str.maketrans(ARABIC | CYRILLIC | LATIN)
ARTICLE_ARABIC: Final = "ال"


def is_arabic(word: str) -> bool:
    """Return whether the word holds a letter of the Arabic script."""
    return any("\u0600" <= c <= "\u06ff" for c in word)
