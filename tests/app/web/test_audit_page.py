"""The audit log in words: which thing, what for, and a way there for whoever may go."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common import audit
from leitstern.app.common.actors import COMMAND_LINE, Capability
from leitstern.app.web.audit_subjects import KINDS, Subject, details, subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

EVERYBODY = frozenset(Capability)
AREAS = Path(audit.__file__).parents[1]


def written() -> Iterator[str]:
    """What use cases give back where it is something stored: that is what the log says they were about."""
    stored = {model._meta.label_lower for model in apps.get_models()}
    for file in AREAS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef) and any(_is_use_case(each) for each in node.decorator_list):
                for each in ast.walk(node.returns or ast.Pass()):
                    name = getattr(each, "attr", getattr(each, "id", "")).lower()
                    if f"{file.relative_to(AREAS).parts[0]}.{name}" in stored:
                        yield f"{file.relative_to(AREAS).parts[0]}.{name}"


def _is_use_case(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "action"


def test_whatever_the_log_is_about_has_words() -> None:
    assert set(written()) - set(KINDS) == set()
    assert len(set(written())) > 90


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "entity"])
def test_kinds_are_things_that_are_stored(kind: str) -> None:
    assert apps.get_model(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_words_and_its_page_exists(kind: str) -> None:
    found = subject(f"{kind}:7", {"person:7": "Nora"}, EVERYBODY)
    assert "." not in found.words
    assert bool(found.href) is bool(KINDS[kind].page)
    assert subject(f"{kind}:7", {}, frozenset()).href == ""


def test_people_have_names_and_customers_none() -> None:
    assert subject("accounts.person:7", {"person:7": "Nora"}, EVERYBODY).words == "Nora"
    fingerprint = subject("entity:59cfab2d74d04cd4", {}, EVERYBODY)
    assert fingerprint == Subject("Customer 59cfab2d", "/customers/59cfab2d74d04cd4")
    assert "purpose" not in fingerprint.href  # it is asked for


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert subject("old.thing:3", {}, EVERYBODY) == Subject("old.thing:3")
    assert details({"purpose": "curiosity"}) == ["curiosity"]


def test_a_purpose_stands_on_the_page(db: None, as_role: Callable[[Role], Client]) -> None:
    audit.record(COMMAND_LINE, "read customer", "entity:59cfab2d74d04cd4", purpose="complaint")
    audit.record(COMMAND_LINE, "erase customer", "entity:59cfab2d74d04cd4", quarantined=2)
    page = as_role(Role.AUDITOR).get(reverse("web:audit")).content.decode()
    assert "To settle a complaint" in page
    assert "Erased from quarantine, too: 2" in page
    assert "Customer 59cfab2d" in page
    assert "entity:" not in page
    assert "/customers/59cf" not in page  # an auditor may not read stories


def test_what_moved_to_another_area_is_still_found() -> None:
    shown = subject("incentives.role:3", {}, frozenset({Capability.SEE_INSIDE}))
    assert shown.words == "Role 3"
    assert shown.href == "/organisation/roles/3"
