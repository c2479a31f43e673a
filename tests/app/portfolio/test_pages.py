"""The pages: what stands on them, what forms do, and what comes back when something is missing."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.app.portfolio.conftest import BOARD, pull

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio import models
from leitstern.app.portfolio.following import record_promise
from leitstern.app.portfolio.keeping import keep_goal, withdraw_initiative
from leitstern.core.bridge.portfolio.drafts import GoalDraft
from leitstern.core.bridge.portfolio.picture import ProjectMilestone
from leitstern.core.bridge.portfolio.terms import MilestoneKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.app.portfolio.models import Goal, Initiative
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def own_home(home: Home) -> None:
    """Uploads are staged in a home of the test's own."""


def seen(client: Client, name: str, *args: object, **more: str) -> str:
    answer = client.get(reverse(f"portfolio:{name}", args=args), more)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


NEW: dict[str, Any] = {
    "title": "Chatbot",
    "kind": "technology",
    "aim": "experience",
    "unit": "service",
    "partners": ["it"],
    "touchpoints": ["chat", "call_help"],
    "ai_mode": "assistance",
    "ai_purpose": "empathy",
    "customer_outcome": "leaving",
    "roles": "Beratung\nTeamleitung",
    "work_change": "Einfache Fragen fallen weg.",
    "owner": "Leitung Kundenservice",
    "budget": "250000",
    "currency": "eur",
    "paths-TOTAL_FORMS": "2",
    "paths-INITIAL_FORMS": "0",
    "paths-0-outcome": "Meine Frage ist beantwortet.",
    "paths-0-activity": "Fragen beantworten",
    "paths-0-capability": "Den Fall kennen",
    "paths-0-people": "Menschen",
    "paths-0-process": "Übergabe",
    "paths-0-technology": "Chatbot",
    "people-TOTAL_FORMS": "2",
    "people-INITIAL_FORMS": "0",
    "people-0-title": "Schulung",
    "stones-TOTAL_FORMS": "2",
    "stones-INITIAL_FORMS": "0",
    "stones-0-title": "Team geschult",
    "stones-0-kind": "culture",
    "stones-1-kind": "culture",
}


def test_an_empty_portfolio_says_what_to_do_first(lead_client: Client) -> None:
    page = seen(lead_client, "overview")
    assert "What do we want to reach, and what works towards it?" in page
    assert "There is no shared target picture yet." in page
    for name in ("initiatives", "promises", "responsible", "new-goal", "new-initiative", "file"):
        assert "<h1>" in seen(lead_client, name)


def test_what_an_expectation_rests_on_stands_on_the_page_with_why_it_cannot(
    lead_client: Client, goal: Goal
) -> None:
    expects = {
        "expects_metric": "Umsatz",
        "expects_value": "130",
        "expects_by": "2030-01-01",
        "expects_who": BOARD,
        "expects_claim": "revenue-of-the-best",
    }
    posted = NEW | expects | {f"goal-{goal.slug}": "3"}
    assert lead_client.post(reverse("portfolio:new-initiative"), posted).status_code == 302
    row = models.Initiative.objects.get()
    page = seen(lead_client, "initiative", row.pk)
    assert "Rests on a published figure:" in page
    assert '/claims#revenue-of-the-best"' in page
    assert "cannot carry an expectation" in page
    assert '<option value="revenue-of-the-best" selected>' in seen(lead_client, "edit-initiative", row.pk)
    assert lead_client.post(reverse("portfolio:approve", args=[row.pk])).status_code == 422


def test_an_initiative_from_the_form_to_its_result(lead_client: Client, goal: Goal) -> None:
    answer = lead_client.post(reverse("portfolio:new-initiative"), NEW | {f"goal-{goal.slug}": "3"})
    assert answer.status_code == 302
    row = models.Initiative.objects.get()
    assert (row.units, row.budget, row.currency) == (["service", "it"], 25_000_000, "EUR")
    assert row.roles == ["Beratung", "Teamleitung"]
    assert row.ai_purpose == "empathy"
    assert row.customer_outcome == "leaving"
    assert "fewer customers leave" in seen(lead_client, "initiative", row.pk)
    assert '<option value="leaving" selected>' in seen(lead_client, "edit-initiative", row.pk)
    assert "customers feel understood" in seen(lead_client, "initiatives")
    assert "100%" in seen(lead_client, "overview").split("customers feel understood")[1][:200]
    assert "empathy,1,1.0,1,25000000,EUR,1.0,1" in seen(lead_client, "overview", ai="csv")
    without = NEW | {"ai_mode": "", "title": "Other", f"goal-{goal.slug}": "3"}
    assert (
        "needs artificial intelligence"
        in lead_client.post(reverse("portfolio:new-initiative"), without).content.decode()
    )
    page = seen(lead_client, "initiative", row.pk)
    assert "One thing stands against approving it." in page
    assert "works strongly for it" in page
    approve = reverse("portfolio:approve", args=[row.pk])
    refused = lead_client.post(approve)
    assert refused.status_code == 422
    half = lead_client.post(approve, {"exception": "1", "exception_by": "Vorstand Kunden"})
    assert half.status_code == 422
    expects = {
        "expects_metric": "Zufriedene",
        "expects_value": "75",
        "expects_by": "2030-01-01",
        "expects_who": BOARD,
    }
    again = NEW | {"paths-INITIAL_FORMS": "1", "people-INITIAL_FORMS": "1", "stones-INITIAL_FORMS": "1"}
    partly = again | {"expects_metric": "Zufriedene", f"goal-{goal.slug}": "3"}
    edit = reverse("portfolio:edit-initiative", args=[row.pk])
    assert "An expectation needs this, too." in lead_client.post(edit, partly).content.decode()
    assert lead_client.post(edit, again | expects | {f"goal-{goal.slug}": "3"}).status_code == 302
    assert lead_client.post(approve).status_code == 302
    assert "Approved on" in seen(lead_client, "initiative", row.pk)
    measured = {"day": "2026-01-05", "value": "80", "low": "77", "high": "83", "n": "400", "source": "Survey"}
    result = reverse("portfolio:result", args=[row.pk])
    assert lead_client.post(result, measured | {"low": "90"}).status_code == 422
    assert lead_client.post(result, measured).status_code == 302
    page = seen(lead_client, "initiative", row.pk)
    assert "reached" in page
    assert "never a proof" in page
    kept = models.Result.objects.get()
    lead_client.post(reverse("portfolio:withdraw-result", args=[kept.pk]))
    assert "No result has been brought yet." in seen(lead_client, "initiative", row.pk)
    lead_client.post(reverse("portfolio:disapprove", args=[row.pk]))
    assert "was taken back" in seen(lead_client, "initiative", row.pk)


def test_an_exception_is_shown_for_good(lead_client: Client, keep: Callable[..., Initiative]) -> None:
    row = keep(people_measures=())
    said = {
        "exception": "1",
        "exception_by": "Vorstand Kunden",
        "exception_reason": "Das Gesetz verlangt es.",
    }
    assert lead_client.post(reverse("portfolio:approve", args=[row.pk]), said).status_code == 302
    for page in (seen(lead_client, "initiative", row.pk), seen(lead_client, "overview")):
        assert "Das Gesetz verlangt es." in page
        assert "Vorstand Kunden" in page
    assert "approved, though something stands against it" in seen(lead_client, "initiatives")


def test_a_goal_from_the_form_to_a_reading(lead_client: Client) -> None:
    said = {"title": "Loyal customers", "metric": "Share that stays", "baseline": "80", "target": "80"}
    assert lead_client.post(reverse("portfolio:new-goal"), said).status_code == 200  # target = baseline
    assert lead_client.post(reverse("portfolio:new-goal"), said | {"target": "90"}).status_code == 302
    row = models.Goal.objects.get()
    assert "Not a goal yet; it lacks:" in seen(lead_client, "goal", row.pk)
    edit = reverse("portfolio:edit-goal", args=[row.pk])
    whole = said | {"target": "90", "accountable": BOARD, "cadence": "yearly", "horizon": "H3"}
    assert lead_client.post(edit, whole).status_code == 302
    assert "All five things are there that make a goal." in seen(lead_client, "goal", row.pk)
    reading = reverse("portfolio:reading", args=[row.pk])
    measured = {
        "day": "2026-01-05",
        "value": "81",
        "low": "78",
        "high": "84",
        "n": "900",
        "source": "Contracts",
    }
    assert lead_client.post(reading, measured | {"source": ""}).status_code == 422
    assert lead_client.post(reading, measured).status_code == 302
    lead_client.post(edit, whole | {"metric": "Share that renews"})
    page = seen(lead_client, "goal", row.pk)
    assert "measured otherwise then: Share that stays" in page
    assert "what is measured: Share that stays → Share that renews" in page
    lead_client.post(reverse("portfolio:withdraw-reading", args=[models.Reading.objects.get().pk]))
    assert "not measured yet" in seen(lead_client, "goal", row.pk)


def test_a_circle_is_told_on_the_form(lead_client: Client, goal: Goal) -> None:
    below = keep_goal(COMMAND_LINE, GoalDraft("Fewer calls", parent=goal.slug))
    answer = lead_client.post(
        reverse("portfolio:edit-goal", args=[goal.pk]), {"title": goal.title, "parent": below.slug}
    )
    assert "This would go round in a circle" in answer.content.decode()
    answer = lead_client.post(reverse("portfolio:withdraw-goal", args=[goal.pk]), follow=True)
    assert "Other goals serve this one" in answer.content.decode()


def test_withdrawing_and_letting_stand_again(
    lead_client: Client, keep: Callable[..., Initiative], goal: Goal
) -> None:
    row = keep(pulls=(pull(goal),))
    address = reverse("portfolio:withdraw-initiative", args=[row.pk])
    lead_client.post(address)
    assert "Withdrawn on" in seen(lead_client, "initiative", row.pk)
    assert "Chatbot" in seen(lead_client, "initiatives")  # among what was withdrawn
    lead_client.post(address, {"undo": "1"})
    assert not models.Initiative.objects.get().withdrawn
    address = reverse("portfolio:withdraw-goal", args=[goal.pk])
    lead_client.post(address)
    assert "withdrawn" in seen(lead_client, "initiative", row.pk)
    lead_client.post(address, {"undo": "1"})
    assert not models.Goal.objects.get().withdrawn


def test_the_ledger(lead_client: Client, keep: Callable[..., Initiative], today: date) -> None:
    row = keep()
    said = {
        "vendor": "Botwerk",
        "capability": "Answers",
        "metric": "Solved",
        "level": "80 %",
        "due": "2026-01-31",
    }
    address = reverse("portfolio:promise", args=[row.pk])
    assert lead_client.post(address, said | {"due": ""}).status_code == 422
    assert lead_client.post(address, said).status_code == 302
    promise = models.VendorPromise.objects.get()
    assert "due, and nobody has looked" in seen(lead_client, "promises")
    judge = reverse("portfolio:judge", args=[promise.pk])
    lead_client.post(judge, {"kept": "no", "measured": "", "day": "2026-02-01"})
    assert not models.Judgement.objects.exists()
    lead_client.post(judge, {"kept": "no", "measured": "41 % of 900", "day": "2026-02-01"})
    assert "Vendors kept 0% of what they promised." in seen(lead_client, "promises")
    assert "Botwerk" in seen(lead_client, "promises", format="csv")
    lead_client.post(reverse("portfolio:withdraw-promise", args=[promise.pk]))
    assert "Put it back" in seen(lead_client, "promises")
    lead_client.post(reverse("portfolio:withdraw-promise", args=[promise.pk]), {"undo": "1"})
    assert not models.VendorPromise.objects.get().withdrawn


def test_who_answers_for_what(lead_client: Client, goal: Goal) -> None:
    holder = models.Holder.objects.get(name=BOARD)
    address = reverse("portfolio:holder", args=[holder.pk])
    lead_client.post(address, {f"holder-{holder.pk}-board": "on", f"holder-{holder.pk}-left": "2026-01-31"})
    assert models.Holder.objects.get().left == date(2026, 1, 31)
    assert "answered for it, and has left" in seen(lead_client, "goal", goal.pk)
    lead_client.post(address, {f"holder-{holder.pk}-left": "never"})
    assert models.Holder.objects.get().board


def test_a_table_comes_in_whole_or_not_at_all(lead_client: Client, goal: Goal) -> None:
    def bring(content: str) -> Any:
        file = SimpleUploadedFile("initiatives.csv", content.encode())
        return lead_client.post(reverse("portfolio:file"), {"file": file})

    head = "Initiative,Art,Absicht,Bereiche\n"
    wrong = bring(head + "Chatbot,Technologie,Erleben,Kundenservice\n")
    assert wrong.status_code == 422
    assert "Absicht" in wrong.content.decode() or "Aim" in wrong.content.decode()
    assert bring(head + "Chatbot,Technologie,besseres Erleben,Kundenservice\n").status_code == 302
    assert models.Initiative.objects.get().units == ["service"]
    assert "Kurzname" in seen(lead_client, "file", format="csv") or "Short name" in seen(
        lead_client, "file", format="csv"
    )


def test_lists_narrow_and_export(lead_client: Client, keep: Callable[..., Initiative], goal: Goal) -> None:
    keep("Chatbot", pulls=(pull(goal),))
    keep("Cheaper calls", aim="cost", units=("it",), paths=())
    gone = keep("Old")
    withdraw_initiative(COMMAND_LINE, gone)
    page = seen(lead_client, "initiatives", q="chat", unit="service", kind="technology", state="open")
    assert "Chatbot</a>" in page
    assert "Cheaper calls</a>" not in page
    assert "No initiative fits." in seen(lead_client, "initiatives", q="nothing like this")
    assert seen(lead_client, "initiatives", format="csv").count("\n") == 3
    assert "conflict" in seen(lead_client, "overview", format="csv")
    assert "Solved at the first contact" in seen(lead_client, "overview", goals="csv")


def test_the_overview_says_the_worst_first(
    lead_client: Client, keep: Callable[..., Initiative], goal: Goal
) -> None:
    stones = (ProjectMilestone("Live", MilestoneKind.TECHNOLOGY),)
    keep("Chatbot", pulls=(pull(goal),), milestones=stones)
    keep("Cheaper calls", aim="cost", units=("it",))
    page = seen(lead_client, "overview")
    assert "50% work on a shared goal" in page
    assert 'class="mark"' in page  # the bracket is drawn
    assert "Cost stands against experience" in page
    assert "Who has which topic" in page


def test_those_who_may_only_look_see_no_buttons(
    as_role: Callable[[Role], Client], keep: Callable[..., Initiative], goal: Goal
) -> None:
    row = keep()
    auditor = as_role(Role.AUDITOR)
    for page in (
        seen(auditor, "initiative", row.pk),
        seen(auditor, "goal", goal.pk),
        seen(auditor, "overview"),
    ):
        assert "<form" not in page.partition("<main")[2]
    executive = as_role(Role.EXECUTIVE)
    assert "Approve" in seen(executive, "initiative", row.pk)


def test_many_initiatives_cost_no_more_questions(
    lead_client: Client,
    keep: Callable[..., Initiative],
    goal: Goal,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    record_promise(
        COMMAND_LINE, keep("0"), vendor="V", capability="c", metric="m", level="l", due=date(2026, 1, 1)
    )
    seen(lead_client, "overview")
    asked = []
    for more in (3, 6):
        for n in range(more):
            keep(f"{more} {n}", pulls=(pull(goal),))
        seen(lead_client, "initiatives")  # what changed is worked out once
        with django_assert_max_num_queries(25) as captured:
            seen(lead_client, "initiatives")
        asked.append(len(captured))
    assert asked[0] == asked[1]
