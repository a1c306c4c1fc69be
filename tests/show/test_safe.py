"""Text of strangers is shown so that nothing in it acts on a terminal, reorders a line or hides."""

import pytest

from whence.show.safe import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "⟨U+001B⟩[2J"),
        ("a\x80\x9bb", "a⟨U+0080⟩⟨U+009B⟩b"),
        ("ten\u202emen", "ten⟨U+202E⟩men"),
        ("\u2066ten\u2069", "⟨U+2066⟩ten⟨U+2069⟩"),
        ("ten\u200bmen\ufeff", "ten⟨U+200B⟩men⟨U+FEFF⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("می\u200cخواهم kil\u00adled", "می\u200cخواهم kil\u00adled"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
    ],
)
def test_what_could_act_or_hide_is_shown_as_its_code_point(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_is_cut_and_has_no_breaks() -> None:
    assert one_line("a\n b\u2028c") == "a b c"
    assert one_line("abcdef", 4) == "abc…"
