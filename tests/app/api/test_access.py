"""Programs come in with a key; refusals have one shape; every number says how sure it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.app.web.addresses import documents
from tests.people import make

from leitstern.app.accounts.actions import create_key, revoke_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.api.api import api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.store.home import Home

READ = sorted(documents())
PLAIN = {
    *("low", "high", "good_from"),  # of a scale
    "share",  # of a driver, whose interval stands on its page
    *("sd_culture", "sd_technology", "correlation", "probability", "settles_by"),  # how sure something is
    *("p10", "p50", "p80", "p90", "mean"),  # of a distribution, which is given as such
    *("weight", "freshness"),  # of proofs, by assumption
    *("default", "default_spread", "assumed", "assumed_spread", "learned_spread"),  # of an assumption
    *("baseline", "target", "expected"),  # of a goal or an initiative, as somebody stated it
    "isolation",  # share of four links, counted
    "spread",  # of ties per person, as whoever counted them said
    *("null", "notable", "difference", "p", "modularity", "modularity_by_chance"),  # beside an index with n
    *("per_hundred", "error"),  # of a month; customers stand beside it
    *("published", "upto", "by_chance"),  # by a study; n stands beside it
    *(
        "p80",
        "bound_months",
        "least_months",
        "shortest_kept_share",
        "rank_correlation",
    ),  # of possible worlds, counted beside it
    *(
        "later_p10_months",
        "later_p50_months",
        "later_p90_months",
        "later_share",
    ),  # of a scenario in the same worlds
    *("amount", "for_change_hours"),  # of a capacity, as somebody stated it
    "importance",  # of a touchpoint, as somebody stated it
    "bound",  # of a tripwire, as somebody agreed it
    "mode",  # of a task, the likeliest between its ends
    *("sum", "limit"),  # of a watched series, whose points carry their n
    "false_alarm_in_two_years",  # simulated, for the series beside it
    *("settled", "declared", "taken", "change"),  # of acts and hours of leaders, counted
    *("mean", "distance"),  # of votes, which are counted beside it
}


def bearer(token: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {token}"})


def is_problem(answer: Any, status: int, code: str) -> bool:
    body = answer.json()
    return bool(
        answer.status_code == body["status"] == status
        and answer["Content-Type"] == "application/problem+json"
        and body["type"] == f"urn:leitstern:problem:{code}"
        and body["title"] == code
        and body["detail"]
    )


@pytest.mark.parametrize("token", ["", "lst_invented", "nonsense"])
def test_without_a_valid_key_nobody_comes_in(small_company: Home, token: str) -> None:
    answer = bearer(token).get("/api/v1/gap")
    assert is_problem(answer, 401, "unauthenticated")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_key_opens_what_its_owner_may(small_company: Home) -> None:
    token = create_key(make(Role.AUDITOR), "probe")[1]
    assert bearer(token).get("/api/v1/gap").status_code == 200
    assert is_problem(bearer(token).get("/api/v1/outside/flows"), 403, "not-allowed")


def test_a_key_ends(small_company: Home) -> None:
    person = make(Role.LEAD)
    revoked, token = create_key(person, "revoked")
    revoke_key(person, revoked.pk)
    expired = create_key(person, "expired", days=1, now=timezone.now() - timedelta(days=2))[1]
    closed = create_key(person, "closed")[1]
    for ended in (token, expired):
        assert bearer(ended).get("/api/v1/gap").status_code == 401
    assert bearer(closed).get("/api/v1/gap").status_code == 200
    person.is_active = False
    person.save()
    assert bearer(closed).get("/api/v1/gap").status_code == 401


def test_a_session_reads_and_is_protected_against_forgery(small_company: Home) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make(Role.LEAD))
    assert browser.get("/api/v1/gap").status_code == 200
    body = {"touchpoint": "payoff", "facet": "satisfied"}
    forged = browser.post("/api/v1/surveys/guesses", body, content_type="application/json")
    assert is_problem(forged, 401, "unauthenticated")


def test_a_key_needs_no_protection_against_forgery(small_company: Home) -> None:
    token = create_key(make(Role.LEAD), "probe")[1]
    browser = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {token}"})
    body = {"touchpoint": "payoff", "facet": "satisfied"}
    assert browser.post("/api/v1/surveys/guesses", body, content_type="application/json").status_code == 201


def test_refusals_speak_the_language_asked_for(small_company: Home) -> None:
    browser = bearer(create_key(make(Role.LEAD), "probe")[1])
    details = {
        language: browser.get("/api/v1/bridge/measures/999", headers={"accept-language": language}).json()
        for language in ("de", "en")
    }
    assert details["de"]["detail"] == "Diese Maßnahme gibt es nicht."
    assert details["en"]["detail"] == "There is no such measure."


def test_what_cannot_be_read_is_refused_as_described(small_company: Home) -> None:
    browser = bearer(create_key(make(Role.LEAD), "probe")[1])
    torn = browser.post("/api/v1/surveys/guesses", "{", content_type="application/json")
    assert is_problem(torn, 400, "refused")
    assert 400 in api.get_openapi_schema()["paths"]["/api/v1/surveys/guesses"]["post"]["responses"]
    odd = browser.get("/api/v1/outside/variants", {"top": "many"})
    assert is_problem(odd, 422, "invalid-input")
    assert odd.json()["errors"]


def test_before_the_first_import_there_is_nothing_and_it_says_so(home: Home, db: None) -> None:
    browser = bearer(create_key(make(Role.ADMIN), "probe")[1])
    for path in READ:
        answer = browser.get(path)
        assert answer.status_code == 200 or is_problem(answer, 404, "not-found"), path


def leaves(found: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every plain value with its name, and every number as a whole; a term's property has a value in words."""
    if isinstance(found, dict):
        if "missing" in found or not isinstance(found.get("value", ""), str):
            yield "number", found
        else:
            for key, value in found.items():
                yield from leaves(value, key)
    elif isinstance(found, list):
        for value in found:
            yield from leaves(value, name)
    else:
        yield name, found


@pytest.mark.parametrize("path", READ)
def test_every_number_carries_its_interval_and_n(company_inside: Home, path: str) -> None:
    answer = bearer(create_key(Person.objects.get(role=Role.ADMIN), "probe")[1]).get(path)
    assert answer.status_code == 200
    for name, value in leaves(answer.json()):
        if name == "number":
            assert is_told(value), value
        elif isinstance(value, float):
            assert name in PLAIN, name


def is_told(number: dict[str, Any]) -> bool:
    """Either all of value, interval and n, or why it is missing; an assumption has its range and who says so."""
    if "default" in number:
        return bool(number["low"] <= number["value"] <= number["high"] and number["grade"])
    if number.get("missing"):
        return all(number.get(part) is None for part in ("value", "low", "high", "n"))
    return bool(number["low"] <= number["value"] <= number["high"] and number["n"] >= 1)
