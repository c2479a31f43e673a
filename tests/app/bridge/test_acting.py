"""Which gaps are known since when, and what is done about them."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from tests.app.bridge.decision import DRAFT, NOTHING, TODAY, WHERE
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import decide, withdraw
from leitstern.app.bridge.known import acting_now, note_gaps
from leitstern.app.bridge.models import Measure, NotedGap
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.cli.main import app
from leitstern.core.bridge.acting import Answer
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home


def answer_here() -> Answer:
    return next(each.answer for each in acting_now().gaps if (each.touchpoint, each.facet) == WHERE)


def test_every_publication_notes_what_is_new_and_what_is_over(published: Published) -> None:
    NotedGap.objects.all().delete()
    long_ago = timezone.localdate() - timedelta(days=40)
    NotedGap.objects.create(touchpoint=WHERE[0], facet=WHERE[1], since=long_ago)
    over = NotedGap.objects.create(touchpoint="gone", facet="satisfied", since=long_ago)
    note_gaps()
    note_gaps()  # once more changes nothing
    over.refresh_from_db()
    assert over.until == timezone.localdate()
    here = next(each for each in acting_now().gaps if (each.touchpoint, each.facet) == WHERE)
    assert here.days(timezone.localdate()) == 40
    assert NotedGap.objects.filter(until=None).count() == len(acting_now().gaps)


def test_to_wait_deliberately_is_no_acting(published: Published) -> None:
    assert answer_here() is Answer.OPEN
    decide(COMMAND_LINE, *WHERE, "", NOTHING, today=TODAY)
    assert answer_here() is Answer.NOTHING
    row = decide(COMMAND_LINE, *WHERE, "", DRAFT, today=TODAY)
    assert answer_here() is Answer.ACTING
    withdraw(COMMAND_LINE, row)
    assert answer_here() is Answer.NOTHING


def test_the_page_says_it_before_anything_is_decided(
    published: Published, as_role: Callable[[Role], Client]
) -> None:
    page = as_role(Role.OWNER).get(reverse("bridge:measures")).content.decode()
    assert "Gaps that are known" in page
    assert f"{reverse('bridge:new')}?touchpoint={WHERE[0]}&amp;facet={WHERE[1]}" in page


def test_the_example_company_acts_on_most(company_inside: Home, client: Client) -> None:
    found = acting_now()
    assert isinstance(found.ratio, Estimate)
    assert (found.count(Answer.ACTING), found.count(Answer.NOTHING), found.count(Answer.OPEN)) == (4, 1, 0)
    assert found.ages
    assert (found.ages.shortest, found.ages.median, found.ages.longest) == (70, 160, 290)
    client.force_login(Person.objects.get(role=Role.LEAD))
    taken = client.get(reverse("bridge:measures") + "?format=acting").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(taken)))
    assert (rows[0]["touchpoint"], rows[0]["days"], rows[0]["answer"]) == ("claim_settled", "290", "nothing")
    told = client.get("/api/v1/bridge/acting").json()
    assert (told["known"], told["acting"], told["ratio"]["n"], told["days_unanswered"]) == (5, 4, 5, None)


def test_in_the_twin_no_gap_is_known(twin_inside: Home) -> None:
    assert acting_now().gaps == ()
    assert not Measure.objects.exists()


def test_in_the_terminal(company_inside: Home) -> None:
    words = ["--home", str(company_inside.path), "measures", "acting", "--format", "json"]
    found = CliRunner().invoke(app, words)
    assert found.exit_code == 0, found.output
    assert json.loads(found.stdout)["known"] == 5
