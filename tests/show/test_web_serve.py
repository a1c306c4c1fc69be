"""`whence serve` prints one address, serves it on loopback, and ends when it is told to."""

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from click.testing import CliRunner
from deskcase import make_case

from whence.model.errors import NotACase
from whence.show.commands.serve import command


def test_one_address_is_printed_and_is_the_key(tmp_path: Path) -> None:
    make_case(tmp_path / "case")
    program = [sys.executable, "-m", "whence", "serve", str(tmp_path / "case"), "--no-browser"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        try:
            assert address.startswith("http://127.0.0.1:")
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            with browser.open(address, timeout=60) as page:
                assert "air strike, Keld" in page.read().decode()
                assert "token" not in page.url
            with pytest.raises(urllib.error.HTTPError, match="403"):
                urllib.request.urlopen(address.partition("?")[0], timeout=60)
            port = address.split(":")[2].split("/")[0]
            taken = subprocess.run([*program, "--port", port], capture_output=True, text=True, check=False)
            assert taken.returncode == 1
            assert f"Port {port} cannot be used" in taken.stderr
            assert "hint: " in taken.stderr
        finally:
            served.send_signal(signal.SIGINT)
        # 0 where the suite itself runs in the background of a shell, which has its children ignore interrupts
        ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        assert served.wait(60) == (0 if ignored else 130)
        assert served.stdout.read() == ""


def test_without_a_case_it_says_what_to_do(tmp_path: Path) -> None:
    told = CliRunner().invoke(command, [str(tmp_path), "--no-browser"]).exception
    assert isinstance(told, NotACase)
    assert "whence build" in told.hint
