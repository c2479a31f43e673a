"""Findings are computed once per state of their inputs."""

from __future__ import annotations

import pytest

from leitstern.app.common import findings
from leitstern.app.common.models import Finding

pytestmark = pytest.mark.django_db


def fail() -> tuple[float, str] | str:
    raise AssertionError("asked again")


def test_the_same_question_is_answered_once() -> None:
    assert findings.remember("flows", (1, "a"), lambda: (1.5, "ä")) == (1.5, "ä")
    assert findings.remember("flows", (1, "a"), fail) == (1.5, "ä")


def test_other_inputs_are_another_question(monkeypatch: pytest.MonkeyPatch) -> None:
    assert findings.remember("flows", (1,), lambda: "one") == "one"
    assert findings.remember("flows", (2,), lambda: "two") == "two"
    assert findings.remember("variants", (1,), lambda: "three") == "three"
    monkeypatch.setattr(findings, "program", lambda: "changed")
    assert findings.remember("flows", (1,), lambda: "four") == "four"


def test_the_newest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "KEPT", 3)
    for n in range(6):
        findings.remember("flows", (n,), lambda: "x")
    assert Finding.objects.count() == 3
    assert findings.remember("flows", (5,), fail) == "x"


def test_all_can_be_forgotten() -> None:
    findings.remember("voices", (1,), lambda: "what somebody said")
    findings.forget()
    assert not Finding.objects.exists()


def test_what_is_asked_once_is_asked_again_after_a_change() -> None:
    answers = iter(["first", "second", "third"])
    with findings.held():
        assert findings.once("rules", lambda: next(answers)) == "first"
        assert findings.once("rules", fail) == "first"
        findings.anew("rules")
        assert findings.once("rules", lambda: next(answers)) == "second"
    assert findings.once("rules", lambda: next(answers)) == "third"
    assert not Finding.objects.exists()
