"""Keys for programs: stored as hashes, ending by themselves, with exactly the role of their person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.actions import create_key, revoke_key, set_active
from leitstern.app.accounts.models import ApiKey
from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.core.errors import NotFound

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person

IMPORTS = "/api/v1/intake/imports"


def ask(token: str, address: str = IMPORTS) -> int:
    return Client(headers={"Authorization": f"Bearer {token}"}).get(address).status_code


def test_a_key_opens_what_its_person_may_see(lead: Person) -> None:
    assert ask(create_key(lead, "nightly")[1]) == 200
    assert ask(create_key(make(Role.OWNER), "nightly")[1]) == 403


@pytest.mark.parametrize("token", ["", "lst_", "lst_wrong", "nonsense", "lst_" + "x" * 43])
def test_what_is_no_key_opens_nothing(lead: Person, token: str) -> None:
    create_key(lead, "nightly")
    assert ask(token) == 401


@pytest.mark.parametrize("header", ["Basic {}", "bearer  {}", "Bearer\t{}", "{}", "Bearer {} extra"])
def test_a_key_comes_as_a_bearer(lead: Person, header: str) -> None:
    token = create_key(lead, "nightly")[1]
    assert Client(headers={"Authorization": header.format(token)}).get(IMPORTS).status_code == 401


def test_the_scheme_may_be_written_small(lead: Person) -> None:
    token = create_key(lead, "nightly")[1]
    assert Client(headers={"Authorization": f"bearer {token}"}).get(IMPORTS).status_code == 200


def test_only_a_hash_is_stored_and_the_token_is_shown_once(lead_client: Client) -> None:
    page = lead_client.post(reverse("accounts:me"), {"name": "nightly", "days": 30})
    token = page.context["token"]
    assert token.startswith("lst_")
    assert token in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert token not in str(ApiKey.objects.values())
    assert token not in lead_client.get(reverse("accounts:me")).content.decode()
    assert token not in str(AuditEntry.objects.values())


def test_a_key_ends_by_itself(lead: Person) -> None:
    key, token = create_key(lead, "nightly", 30)
    assert abs(key.expires - timezone.now() - timedelta(days=30)) < timedelta(minutes=1)
    ApiKey.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert ask(token) == 401


@pytest.mark.parametrize("days", ["0", "-1", "9999", "for ever"])
def test_no_key_lasts_for_ever(lead_client: Client, days: str) -> None:
    page = lead_client.post(reverse("accounts:me"), {"name": "nightly", "days": days})
    assert page.context["form"].errors["days"]
    assert not ApiKey.objects.exists()


def test_a_key_can_be_ended_by_its_person_alone(lead: Person, lead_client: Client) -> None:
    key, token = create_key(lead, "nightly")
    with pytest.raises(NotFound):
        revoke_key(make(Role.ADMIN), key.pk)
    stranger = Client()
    stranger.force_login(make(Role.OWNER))
    assert stranger.post(reverse("accounts:revoke-key", args=[key.pk])).status_code == 404
    assert ask(token) == 200
    assert lead_client.post(reverse("accounts:revoke-key", args=[key.pk])).status_code == 302
    assert ask(token) == 401
    revoked = ApiKey.objects.get().revoked
    lead_client.post(reverse("accounts:revoke-key", args=[key.pk]))
    assert ApiKey.objects.get().revoked == revoked


def test_a_key_rests_while_access_is_closed(lead: Person, admin: Person) -> None:
    token = create_key(lead, "nightly")[1]
    set_active(admin, lead, False)
    assert ask(token) == 401
    set_active(admin, lead, True)
    assert ask(token) == 200


def test_its_use_is_noted_once_an_hour(lead: Person) -> None:
    token = create_key(lead, "nightly")[1]
    ask(token)
    first = ApiKey.objects.get().last_used
    assert first
    ask(token)
    assert ApiKey.objects.get().last_used == first
    ApiKey.objects.update(last_used=first - timedelta(hours=2))
    ask(token)
    assert ApiKey.objects.get().last_used != first - timedelta(hours=2)


def test_a_session_opens_the_interface_too_but_not_forged(lead: Person) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(lead)
    assert browser.get(IMPORTS).status_code == 200
    forged = browser.post(
        "/api/v1/surveys/guesses", {"touchpoint": "x", "facet": "y"}, content_type="application/json"
    )
    assert forged.status_code == 401
    assert Client().get(IMPORTS).status_code == 401


def test_a_key_opens_no_page(lead: Person) -> None:
    token = create_key(lead, "nightly")[1]
    browser = Client(headers={"Authorization": f"Bearer {token}"})
    assert browser.get(reverse("intake:imports")).status_code == 302
