"""The build: what the desk borrows is fetched once, checked byte for byte, and its absence stops nothing."""

import hashlib
import importlib.util
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PERMISSIVE = {"0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "(MIT OR Apache-2.0)"}
TEXTS = {"tool/a.js": b"first", "tool/b.js": b"second", "data/c.json": b"{}"}


def load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


assets = load("assets", ROOT / "web" / "assets.py")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two small packages, whose digests are pinned."""
    web = tmp_path / "web"
    web.mkdir()
    lock = {"packages": {"": {}, "node_modules/tool": {}, "node_modules/data": {}, "node_modules/unused": {}}}
    (web / "package.json").write_text("{}")
    (web / "package-lock.json").write_text(json.dumps(lock))
    (web / "bundle.toml").write_text(
        'target = "static/built"\nnode = "node"\nunshipped = ["unused"]\n'
        '[[file]]\nto = "tool.js"\nfrom = ["tool/a.js", "tool/b.js"]\nsha256 = ""\n'
        '[[file]]\nto = "c.json"\nfrom = ["data/c.json"]\nsha256 = ""\n'
        '[[file]]\nto = "NOTICE.txt"\nfrom = []\nsha256 = ""\n'
    )
    assets.pin(tmp_path, npm())
    for path in (tmp_path / "static" / "built").iterdir():
        path.unlink()
    return tmp_path


def npm(**changed: bytes) -> Callable[[Path], None]:
    """An npm that lays the packages down, with other bytes in the files named."""

    def fetch(folder: Path) -> None:
        for name, data in (TEXTS | {f"tool/{k}.js": v for k, v in changed.items()}).items():
            path = folder / "node_modules" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for name in ("tool", "data"):
            told = {"name": name, "version": "1.0.0", "license": "MIT"}
            (folder / "node_modules" / name / "package.json").write_text(json.dumps(told))
        (folder / "node_modules" / "tool" / "LICENSE.md").write_text("Given freely by the toolmaker.\n")
        (folder / "node_modules" / "data" / "README.md").write_text(
            "# data\nNumbers.\n## License\nGiven freely by the counter.\n## More\nElse.\n"
        )

    return fetch


def nobody(_folder: Path) -> None:
    raise assets.UnreachableError("npm is not there.")


def never(_folder: Path) -> None:
    pytest.fail("npm was asked although everything was in place")


def test_files_are_fetched_joined_and_kept(project: Path) -> None:
    assert assets.ensure(project, npm())[0] == "fetched"
    built = project / "static" / "built"
    assert (built / "tool.js").read_bytes() == b"first\nsecond"
    assert assets.ensure(project, never)[0] == "kept"
    assert sorted(p.name for p in built.parent.iterdir()) == ["built"], "no scaffolding is left behind"


def test_a_damaged_file_is_fetched_anew(project: Path) -> None:
    assets.ensure(project, npm())
    (project / "static" / "built" / "c.json").write_bytes(b"[1]")
    assert assets.ensure(project, npm())[0] == "fetched"
    assert (project / "static" / "built" / "c.json").read_bytes() == b"{}"


def test_without_npm_the_build_goes_on_and_packs_nothing_unchecked(project: Path) -> None:
    assets.ensure(project, npm())
    (project / "static" / "built" / "c.json").write_bytes(b"[1]")
    outcome, words = assets.ensure(project, nobody)
    assert outcome == "missing"
    assert "works without its map" in words
    assert not (project / "static" / "built").exists()


def test_other_bytes_than_pinned_stop_the_build(project: Path) -> None:
    with pytest.raises(assets.TamperedError, match=r"tool\.js"):
        assets.ensure(project, npm(b=b"something else"))
    assert not list((project / "static" / "built").iterdir())


def test_the_notice_holds_the_licence_of_every_package_served(project: Path) -> None:
    assets.ensure(project, npm())
    notice = (project / "static" / "built" / "NOTICE.txt").read_text("utf8")
    assert "tool 1.0.0 (MIT)" in notice
    assert "Given freely by the toolmaker." in notice
    assert "Given freely by the counter." in notice
    assert "Else." not in notice
    assert "unused" not in notice


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("npm error code EINTEGRITY\nnpm error sha512-A", "TamperedError"),
        ("npm error code ENOTFOUND\nnpm error network", "UnreachableError"),
        ("", "UnreachableError"),
    ],
)
def test_what_npm_says_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, kind: str
) -> None:
    monkeypatch.setattr(assets, "npm_command", lambda: ("npm",))
    monkeypatch.setattr(subprocess, "run", lambda a, **_: subprocess.CompletedProcess(a, 1, "", said))
    with pytest.raises(getattr(assets, kind)):
        assets.fetch_with_npm(tmp_path)


def test_npm_runs_no_script_of_a_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(assets, "npm_command", lambda: ("npm",))
    monkeypatch.setattr(subprocess, "run", run)
    assets.fetch_with_npm(tmp_path)
    assert asked[0][:3] == ["npm", "ci", "--ignore-scripts"]


def test_an_npm_that_hangs_is_no_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def run(command: list[str], timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(assets, "npm_command", lambda: ("npm",))
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(assets.UnreachableError, match="TimeoutExpired"):
        assets.fetch_with_npm(tmp_path)


def test_every_package_is_pinned_by_the_lock_and_permissive() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf8"))["packages"]
    wanted = json.loads((ROOT / "web" / "package.json").read_text("utf8"))["dependencies"]
    assert lock[""]["dependencies"] == wanted
    for path, package in lock.items():
        if path:
            assert package["integrity"].startswith("sha512-"), path
            assert package["license"] in PERMISSIVE, path
            assert not package.get("hasInstallScript"), path


def test_every_file_served_is_pinned_and_what_is_in_place_matches() -> None:
    bundle = assets.read_bundle(ROOT)
    assert all(len(f.sha256) == 64 for f in bundle.files)
    for file in bundle.files:
        path = bundle.target / file.to
        if path.exists():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256, file.to


def test_packages_carry_the_files_and_git_does_not() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["hatch"]["build"]
    target = assets.read_bundle(ROOT).target.relative_to(ROOT).as_posix()
    assert f"/{target}/*" in told["artifacts"]
    assert "custom" in told["hooks"]
    assert f"/{target}/" in (ROOT / ".gitignore").read_text("utf8").splitlines()
