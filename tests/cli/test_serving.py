"""Starting the real thing: the example company, looked at page by page, and a first start."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_main import PROGRAM, start
from tests.people import make

from leitstern.app.accounts.roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]

LINK = re.compile(r"(http://localhost:\d+)/start/(\S+)")


def test_the_demo_is_founded_served_looked_at_and_stopped(tmp_path: Path) -> None:
    told = start(
        "demo",
        "--check",
        "--customers",
        200,
        home=tmp_path / "other",
        LEITSTERN_DEMO_HOME=str(tmp_path / "demo"),
    )
    assert told.returncode == 0, told.stderr
    assert re.search(r"\d+ pages looked at\.", told.stdout)
    for address in ("/measures", "/beliefs", "/guess", "/customers", "/imports", "/method"):
        assert re.search(rf"^ok .* {address}$", told.stdout, re.MULTILINE), told.stdout
    assert not (tmp_path / "other").exists()


def test_a_first_start_prints_the_link_of_the_administrator_and_ends_in_order(tmp_path: Path) -> None:
    server = subprocess.Popen(
        [*PROGRAM, "--home", str(tmp_path / "home"), "serve"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert server.stdout
        lines = [server.stdout.readline() for _ in range(2)]
        found = LINK.search(lines[1])
        assert found, lines
        page = patiently(found.group(0))
        assert "you will be the administrator" in page
        assert '{"status": "ok"}' in patiently(found.group(1) + "/alive")
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
        if server.stdout:
            server.stdout.close()


def patiently(address: str) -> str:
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def test_a_port_that_is_taken_is_told_before_anything_begins(typed: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for command in ("serve", "demo"):
            told = typed("--home", tmp_path / "home", command, "--port", port)
            assert told.code == 1
            assert str(port) in told.err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_what_is_no_port_is_refused(typed: Run, tmp_path: Path, port: str) -> None:
    assert typed("--home", tmp_path / "home", "serve", "--port", port).code == 2
    assert not (tmp_path / "home").exists()


def test_the_first_link_is_there_until_somebody_is(typed: Run, home: Home, db: None) -> None:
    told = typed("--home", home.path, "first-link")
    assert re.fullmatch(r"/start/\S{32}\n", told.out)
    make(Role.ADMIN)
    assert "Somebody is here already" in typed("--home", home.path, "first-link").out
    assert "schon jemand da" in typed("--home", home.path, "first-link", lang="de_DE.UTF-8").out
