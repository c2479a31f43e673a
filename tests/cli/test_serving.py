"""Starting the real thing: the example company, looked at page by page, and a first start."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_main import PROGRAM, start

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = start("serve", "--port", port, home=tmp_path / "home")
    assert told.returncode == 1
    assert str(port) in told.stderr
    assert told.stderr.count("\n") == 1


def test_the_first_link_is_there_until_somebody_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = start("first-link", home=home)
    assert re.fullmatch(r"/start/\S{32}\n", told.stdout)
    become_somebody = (
        "from leitstern.cli.setup import open_home; open_home()\n"
        "from leitstern.app.accounts.models import Person\n"
        "Person.objects.create(name='Ada', email='ada@example.org', role='admin')"
    )
    subprocess.run(
        [sys.executable, "-c", become_somebody],
        check=True,
        env={
            **os.environ,
            "LEITSTERN_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "leitstern.app.project.settings",
        },
    )
    assert "Somebody is here already" in start("first-link", home=home).stdout


@pytest.mark.parametrize("port", ["0", "70000", "http"])
def test_what_is_no_port_is_refused(tmp_path: Path, port: str) -> None:
    told = start("serve", "--port", port, home=tmp_path / "home")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
