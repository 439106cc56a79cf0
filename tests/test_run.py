"""The two commands: what a newcomer meets, from a clone to a page."""

import contextlib
import http.cookiejar
import json
import os
import re
import runpy
import signal
import socket
import subprocess
import sys
import time
import types
import urllib.error
import urllib.parse
import urllib.request
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PLACES = ("", "portfolio/", "portfolio/products/", "squads/", "funding/", "funding/compare/", "board/")


@pytest.fixture
def run() -> types.ModuleType:
    loader = SourceFileLoader("run_under_test", str(ROOT / "run"))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    exec(loader.get_code(loader.name), module.__dict__)  # noqa: S102  a program without .py has no import
    return module


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Visitor:
    """Somebody with a browser that keeps cookies and runs no script."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> tuple[int, str]:
        return self.ask(self.site + path, None)

    def ask(self, address: str, sent: bytes | None) -> tuple[int, str]:
        try:
            with self.opener.open(address, sent, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def sign_in(self, email: str, password: str) -> tuple[int, str]:
        _, form = self.get("/cy/accounts/sign-in/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token, form
        typed = {"csrfmiddlewaretoken": token[1], "login": email, "password": password}
        return self.ask(f"{self.site}/cy/accounts/sign-in/", urllib.parse.urlencode(typed).encode())


@pytest.mark.skipif(os.name == "nt", reason="on Windows the server is Django's own")
def test_a_newcomer_is_served_the_sample_portfolio_on_sqlite(tmp_path, port):
    """`./run app` with a database of its own: what it prints is enough to get to every place in both languages."""
    env = {key: value for key, value in os.environ.items() if key not in ("DJANGO_SETTINGS_MODULE", "DATABASE_POOL")}
    env["DATABASE_URL"] = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    said = tmp_path / "said"
    with said.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, ROOT / "run", "app", "--port", str(port)],
            env=env,
            cwd=tmp_path,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
    try:
        visitor = Visitor(f"http://127.0.0.1:{port}")
        for _ in range(600):
            assert server.poll() is None, said.read_text()
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                if visitor.get("/health/")[0] == 200:
                    break
            time.sleep(0.2)
        printed = said.read_text(encoding="utf-8")
        assert f"http://localhost:{port}/en/" in printed
        assert f"http://localhost:{port}/cy/" in printed
        password = re.search(r"The password is (\S+)", printed)
        email = re.search(r"(\S+@\S+) .*administrator", printed) or re.search(r"\S+@\S+", printed)
        assert password, printed
        assert email, printed
        status, page = visitor.sign_in(email[email.lastindex or 0], password[1])
        assert status == 200, page
        for language in ("cy", "en"):
            for place in PLACES:
                status, page = visitor.get(f"/{language}/{place}")
                assert status == 200, f"{place}\n{page}"
                assert f'<html lang="{language}"' in page, place
        styles = re.search(r'href="(/static/main[^"]*\.css)"', page)
        assert styles, page
        assert visitor.get(styles[1])[0] == 200
    finally:
        server.send_signal(signal.SIGINT)
        code = server.wait(20)
    assert code == 0, said.read_text()
    assert "Traceback" not in said.read_text()


def test_an_older_python_is_told_what_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 0, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or later"):
        runpy.run_path(str(ROOT / "run"))


def test_a_taken_port_is_said_in_words(run, monkeypatch):
    for name in ("packages", "front_end", "loudly"):
        monkeypatch.setattr(run, name, lambda *_: 0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Another program has port {number}"):
            run.app(number)


def test_a_home_that_takes_nothing_is_not_written_to(run, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    env = run.surroundings()
    assert env["UV_CACHE_DIR"].startswith(str(ROOT))
    assert env["HOME"].startswith(str(ROOT))
    assert env["UV_PYTHON_DOWNLOADS"] == "never"


def test_a_step_is_done_again_only_when_what_it_is_made_from_changes(run, tmp_path, capsys):
    stamp = tmp_path / "stamp"
    with run.Step("Building", stamp, "as it was"):
        pass
    assert not run.Step("Building", stamp, "as it was").due()
    assert run.Step("Building", stamp, "changed").due()
    with contextlib.suppress(OSError), run.Step("Building", stamp, "changed"):
        raise OSError("the disk is full")
    assert run.Step("Building", stamp, "changed").due()


def test_the_pip_configuration_reaches_uv_and_node(run, monkeypatch):
    said = ":env:.cert='/certificates.pem'\nglobal.index-url='https://mirror.example/simple'\n"
    monkeypatch.setattr(run, "quietly", lambda *_, **__: said)
    for name in ("SSL_CERT_FILE", "UV_DEFAULT_INDEX", "NODE_EXTRA_CA_CERTS"):
        monkeypatch.delenv(name, raising=False)
    assert run.like_pip() == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "SSL_CERT_FILE": "/certificates.pem",
        "NODE_EXTRA_CA_CERTS": "/certificates.pem",
    }


def test_every_check_runs_though_one_fails_and_the_command_says_so(run, monkeypatch, capsys):
    for name in ("packages", "front_end"):
        monkeypatch.setattr(run, name, lambda *_: None)
    monkeypatch.setattr(run, "checked", lambda name, _: (name, 0.1, int("ruff check" in name), "E501 too long"))
    monkeypatch.setattr(run, "loudly", lambda *_, **__: 0)
    assert run.tests([]) == 1
    said = capsys.readouterr().out
    assert all(name in said for name in run.CHECKS)
    assert "tests (pytest)" in said
    assert "E501 too long" in said
    assert "1 of the checks failed." in said


# ---- the locks


@pytest.mark.parametrize("name", ["setup", "app", "test"])
def test_every_locked_package_has_its_hash_and_no_address(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_what_is_tested_is_what_is_installed():
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{name}.txt").read_text(), re.MULTILINE))

    assert versions("app") <= versions("test")


def test_the_front_end_s_lock_has_hashes_and_no_address():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: about for name, about in lock["packages"].items() if name}
    assert packages
    assert all(about["integrity"].startswith("sha512-") for about in packages.values())
    assert not any("resolved" in about for about in packages.values())
