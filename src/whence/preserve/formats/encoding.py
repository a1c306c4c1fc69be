"""Bytes to text: which encoding, and what could not be read; never an exception, never a silent repair."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Leading bytes of formats that are no text, whatever the file is called.
_MAGIC: Final = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, WACZ and others)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file (sound, film or picture)"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"WARC/", "a web archive (WARC)"),
)
_SAMPLE: Final = 1 << 15  # bytes given to the guesser: its time grows with them, its guesses hardly improve
_CONTROL: Final = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UNKNOWN: Final = "\ufffd"


def binary_kind(data: bytes) -> str:
    """Return what kind of binary file `data` is, as words for people, or "" if it may be text."""
    head = data[:_SAMPLE]
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return words
    if len(head) > 12 and head[4:8] == b"ftyp":
        return "an MP4 film or recording"
    if _marked(head) or _wide(head):
        return ""
    controls = len(head) - len(head.translate(None, _CONTROL))
    return "binary data" if controls * 20 > len(head) else ""


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and notes on how it was read; bytes that fit no encoding become U+FFFD.

    NUL characters, which no text holds unless it is damaged, become U+FFFD too.
    """
    text, notes = _decoded(data, declared)
    nuls = text.count("\0")
    if not nuls:
        return text, notes
    return text.replace("\0", _UNKNOWN), (*notes, f"{nuls} NUL characters are shown as {_UNKNOWN}")


def _decoded(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and notes on its encoding.

    Tried in order: byte order mark, UTF-16 without mark, UTF-8, the declared encoding, a statistical guess.
    UTF-8 goes before the declaration since text that is valid UTF-8 by chance is rare, wrong labels are not.
    """
    marked = _marked(data)
    if marked:
        return _lenient(data, marked)
    wide = _wide(data)
    if wide:
        return _lenient(data, wide, f"read as {wide} (no byte order mark)")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        first = error.start
    name = _known(declared)
    if name and name != "utf-8":
        return _lenient(data, name)
    if _mostly_utf8(data):
        return _lenient(data, "utf-8")
    guess = _guess(data, first)
    return _lenient(data, guess, f"the encoding is not stated; read as {guess}")


def whole(text: str) -> str:
    """Return `text` with half characters (lone surrogates, as JSON may carry) replaced by U+FFFD."""
    return _SURROGATE.sub(_UNKNOWN, text)


def _marked(data: bytes) -> str:
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _known(declared: str) -> str:
    """Return Python's name of the declared encoding, "" if it is none that turns bytes into text."""
    try:
        info = codecs.lookup(declared.strip().strip("\"'")) if declared.strip() else None
    except (LookupError, ValueError, UnicodeError):
        return ""
    if info is None or not getattr(info, "_is_text_encoding", True) or info.name in _NEVER:
        return ""
    # browsers read both labels as the larger Windows set, and so do the pages that carry them
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


_NEVER: Final = frozenset(
    ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "utf-7")
)


def _wide(data: bytes) -> str:
    """Return the UTF-16 that `data` is by the place of its zero bytes, "" if it is none."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _mostly_utf8(data: bytes) -> bool:
    """Return whether the bytes above 127 are mostly well-formed UTF-8, so that the rest is damage."""
    text = data.decode("utf-8", "replace")
    bad = text.count(_UNKNOWN)
    good = len(text) - bad - len(data.translate(None, bytes(range(128, 256))))
    return good > 2 * bad


def _guess(data: bytes, first: int) -> str:
    """Return the likeliest encoding by the bytes around the first that is not UTF-8."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow, seldom needed)

    start = max(0, first - _SAMPLE // 4)
    best = from_bytes(data[start : start + _SAMPLE], explain=False).best()
    return best.encoding if best is not None else "cp1252"


def _lenient(data: bytes, name: str, note: str = "") -> tuple[str, tuple[str, ...]]:
    """Return `data` read as `name`, what does not fit as U+FFFD, with `note` and a count of those."""
    text = data.decode(name, "replace")
    notes = [note] if note else []
    lost = text.count(_UNKNOWN)
    if lost:
        notes.append(f"{lost} places do not fit the encoding {name} and are shown as {_UNKNOWN}")
    return whole(text), tuple(notes)
