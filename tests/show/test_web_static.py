"""The desk's sheets and scripts keep what the policy and the readers need; so does what is borrowed."""

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import jinja2.nodes
import pytest

WEB = Path(__file__).parents[2] / "src" / "whence" / "show" / "web"
SHEETS = sorted((WEB / "static").glob("*.css"))
SCRIPTS = sorted((WEB / "static").glob("*.js"))
TEMPLATES = sorted((WEB / "templates").glob("*.html"))
BORROWED = sorted((WEB / "static" / "built").glob("*.*js"))


def names(paths: list[Path]) -> list[str]:
    return [p.name for p in paths]


def palette() -> dict[str, tuple[str, str]]:
    """The desk's colours as (on light, on dark)."""
    text = (WEB / "static" / "desk.css").read_text("utf8")
    return {n: (a, b) for n, a, b in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", text)}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


READ = [
    (ink, ground)
    for ground in ("paper", "card", "sunk")
    for ink in ("ink", "soft", "accent", "hedges", "denies", "warn", "ok")
]
READ += [("ink", f"{x}-soft") for x in ("states", "hedges", "denies", "accent", "warn", "ok")]
READ += [("soft", f"{x}-soft") for x in ("hedges", "denies", "accent")]
READ += [("hedges", "hedges-soft"), ("denies", "denies-soft"), ("warn", "warn-soft"), ("ok", "ok-soft")]
READ += [("accent", "accent-soft"), ("paper", "accent")]
SEEN = [("edge", "paper"), ("edge", "card"), ("focus", "paper"), ("focus", "card"), ("focus", "accent-soft")]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_words_can_be_read_on_every_ground(ink: str, ground: str, theme: int) -> None:
    colours = palette()
    assert contrast(colours[ink][theme], colours[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_borders_and_focus_can_be_seen(line: str, ground: str, theme: int) -> None:
    colours = palette()
    assert contrast(colours[line][theme], colours[ground][theme]) >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=names(SHEETS))
def test_sheets_name_no_side_and_no_colour_of_their_own(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf8"), flags=re.S)
    sides = re.findall(
        r"(?<![\w-])(?:margin|padding|border|inset|text-align|float)[\w-]*:\s*(?:left|right)\b", text
    )
    sides += re.findall(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|(?<=[{;])\s*(?:left|right)\s*:", text
    )
    assert not sides, "logical directions alone: a right-to-left page mirrors itself"
    assert "@import" not in text
    assert not re.findall(r"url\(\s*['\"]?(?:https?:|//)", text)
    if sheet.name != "desk.css":
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*\})", text)) <= {"#fff"}, "colours have names"


@pytest.mark.parametrize("sheet", SHEETS, ids=names(SHEETS))
def test_sheets_use_only_names_that_exist(sheet: Path) -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", "".join(s.read_text("utf8") for s in SHEETS)))
    assert set(re.findall(r"var\((--[\w-]+)", sheet.read_text("utf8"))) <= defined


def test_states_hedges_and_denies_differ_without_colour() -> None:
    text = (WEB / "static" / "desk.css").read_text("utf8")
    lines = {k: re.search(rf"mark\.{k} {{([^}}]*)}}", text) for k in ("states", "hedges", "denies")}
    styles = {
        k: frozenset(re.findall(r"\b(solid|wavy|double|dashed)\b", m[1])) for k, m in lines.items() if m
    }
    assert len(set(styles.values())) == 3, styles


@pytest.mark.parametrize("script", SCRIPTS, ids=names(SCRIPTS))
def test_our_scripts_make_no_page_from_strings_and_reach_for_nothing(script: Path) -> None:
    text = script.read_text("utf8")
    assert text.lstrip().startswith("/*"), "each says what it does"
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        '.setAttribute("style"',
    ):
        assert forbidden not in text
    assert not re.findall(r"[\"'`]https?://", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=names(TEMPLATES))
def test_templates_hold_no_inline_script_or_style(template: Path) -> None:
    text = template.read_text("utf8")
    assert not re.findall(r"<script(?![^>]*\bsrc=)", text)
    assert not re.findall(r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", text)
    assert not re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text)
    assert "|safe" not in text


@pytest.mark.parametrize("template", TEMPLATES, ids=names(TEMPLATES))
def test_templates_ask_for_files_that_exist(template: Path) -> None:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(WEB / "templates"), autoescape=True)
    tree = environment.parse(template.read_text("utf8"))
    ours = {p.name for p in (WEB / "static").iterdir() if p.is_file()}
    borrowed = set(
        re.findall(r'^to = "(.+?)"', (WEB.parents[3] / "web" / "bundle.toml").read_text("utf8"), re.M)
    )
    assert set(asked(tree)) <= ours | borrowed


def asked(tree: jinja2.nodes.Template) -> Iterator[str]:
    for call in tree.find_all(jinja2.nodes.Call):
        named = isinstance(call.node, jinja2.nodes.Getattr) and call.node.attr in ("static", "has")
        if named and call.args and isinstance(call.args[0], jinja2.nodes.Const):
            yield str(call.args[0].value)


@pytest.mark.skipif(not BORROWED, reason="npm's parts were not fetched: python web/assets.py")
def test_what_is_borrowed_asks_no_network_of_itself() -> None:
    for path in BORROWED:
        text = path.read_text("utf8")
        assert not re.findall(r"(?:fetch|importScripts|import)\(\s*[\"'`]https?:", text), path.name
        if path.name in ("d3.js", "dagre.js", "topojson.js"):
            assert "eval(" not in text, path.name
            assert "new Function" not in text, path.name
