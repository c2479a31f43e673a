"""`window`: what customers say about a department's part, and the weekly letters, from a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.app.waves.asking import use
from tests.people import make
from tests.post import Post

from leitstern.app.accounts.roles import Role
from leitstern.app.window.models import Subscription
from leitstern.app.window.subscribing import subscribe

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings
    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]


@pytest.fixture
def run(typed: Run, small_company: Home) -> Run:
    """Types `leitstern --home … window …` where the example company is."""
    return lambda *words: typed("--home", small_company.path, "window", *words)


def test_departments_and_one_of_them(run: Run) -> None:
    assert "bereavement_care" in run("list").out
    assert len(json.loads(run("list", "--format", "json").out)) > 10
    said = run("show", "service", "--lang", "de")
    assert said.code == 0, said.err
    assert "Sorting out" not in said.out
    assert json.loads(run("show", "it", "--format", "json").out)["whose"] == "technology"
    assert "came back" in run("show", "service", "--format", "csv").out
    assert run("show", "moon").code == 1


def test_letters_of_the_week_are_sent_once(run: Run, settings: Settings) -> None:
    owner = make(Role.OWNER)
    held = subscribe(owner, "service", owner, address="http://testserver/")
    Subscription.objects.filter(pk=held.pk).update(created="2020-01-01T00:00Z")
    assert "0 letters of this week were written, 0" in run("send").out  # no mail server
    with Post() as post:
        use(post, settings)
        told = [run("send").out for _ in range(2)]
        # Before seven on a Monday nothing is due yet.
        assert len(post.taken) == (1 if "1 letters" in told[0] else 0)
        assert "0 letters of this week were written" in told[1]
