"""A wave from preparation to publication; what is frozen stays frozen, what is forgotten is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from tests.app.waves.asking import BANK, answered_directly, on_paper, people

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE, Capability
from leitstern.app.common.jobs import run_next
from leitstern.app.common.models import AuditEntry
from leitstern.app.company.actions import adopt
from leitstern.app.inside.instruments import remove_instrument
from leitstern.app.waves import actions, queries
from leitstern.app.waves.models import Answer, Draft, Invited, Token, Wave, WaveState
from leitstern.app.waves.paper import enter_sheet
from leitstern.app.waves.turnout import Turnout, band, taking_part, turnout
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

type Launch = Callable[[Roster], Wave]
STAFF = View.STAFF


def test_thresholds_are_never_below_five_and_ten(lead: Person) -> None:
    day = timezone.localdate()
    with pytest.raises(InvalidInput):
        actions.prepare(lead, "Low", day, fewest=4)
    with pytest.raises(InvalidInput):
        actions.prepare(lead, "Low", day, fewest_comments=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wave.objects.update_or_create(
            name="Low", defaults={**_whole(actions.prepare(lead, "Whole", day)), "fewest": 4}
        )
    assert actions.prepare(lead, "High", day, fewest=8, fewest_comments=20).fewest == 8


def _whole(wave: Wave) -> dict[str, object]:
    return {"instrument": wave.instrument, "taxonomy": wave.taxonomy, "closes": wave.closes, "actor": "x"}


def test_a_wave_that_is_over_cannot_be_prepared(lead: Person) -> None:
    with pytest.raises(InvalidInput):
        actions.prepare(lead, "Late", timezone.localdate() - timedelta(days=2))


def test_only_who_runs_waves_may(executive: Person, prepared: Wave) -> None:
    for step in (actions.close, actions.publish, actions.remind, actions.drop):
        with pytest.raises(NotAllowed):
            step(executive, prepared)
    assert Capability.RUN_WAVES not in executive.capabilities


def test_steps_come_in_their_order(lead: Person, launch: Launch) -> None:
    wave = Wave.objects.get(pk=launch(people(service=6)).pk)
    with pytest.raises(Conflict, match="running"):
        actions.launch(lead, wave, "http://testserver")
    with pytest.raises(Conflict, match="running"):
        actions.publish(lead, wave)
    actions.close(lead, wave)
    for step in (actions.close, actions.remind):
        with pytest.raises(Conflict, match="closed"):
            step(lead, wave)
    actions.publish(lead, wave)
    with pytest.raises(Conflict, match="published"):
        actions.publish(lead, wave)


def test_a_wave_needs_as_many_people_as_are_shown(lead: Person, prepared: Wave) -> None:
    with pytest.raises(Conflict, match="At least 5"):
        actions.launch(lead, prepared, "http://testserver")


def test_what_was_launched_is_frozen(lead: Person, launch: Launch) -> None:
    """The organisation changes and the instrument stays; the wave knows neither."""
    wave = launch(people(north=6, service=7))
    adopt(COMMAND_LINE, replace(BANK, departments=BANK.departments[3:]))
    wave = queries.wave_by_id(wave.pk)
    assert queries.parents(wave)["north"] == "sales"
    with pytest.raises(Conflict):
        remove_instrument(lead, wave.instrument)
    with pytest.raises(Conflict):
        actions.hand_in_roster(lead, wave, people(service=9))


def test_the_audit_log_holds_ids_only(lead: Person, launch: Launch) -> None:
    wave = launch(people(service=6))
    actions.close(lead, wave)
    actions.publish(lead, wave)
    entries = AuditEntry.objects.filter(subject=f"waves.wave:{wave.pk}")
    assert {entry.verb for entry in entries} == {
        "prepare wave", "hand in roster", "launch wave", "close wave", "publish wave",
    }  # fmt: skip
    assert "bank.example" not in " ".join(
        f"{entry.subject}{entry.details}" for entry in AuditEntry.objects.all()
    )


def test_closing_forgets_whom_answers_could_have_come_from(lead: Person, launch: Launch) -> None:
    wave = launch(people(service=6))
    answered_directly(wave, "service", "staff", 3)
    Draft.objects.create(wave=wave, key="x")
    actions.close(lead, wave)
    for model in (Invited, Token, Draft):
        assert not model.objects.exists()
    assert Answer.objects.count() == 3
    assert queries.invited(queries.wave_by_id(wave.pk)) == {(STAFF, "service"): 6}


def test_a_wave_closes_by_itself_when_its_last_day_is_over(launch: Launch) -> None:
    wave = launch(people(service=6))
    assert not actions.close_due()
    Wave.objects.update(closes=timezone.localdate() - timedelta(days=2))
    assert actions.close_due()
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED
    assert not actions.close_due()


def test_while_a_wave_runs_only_the_whole_is_counted_in_steps(lead: Person, launch: Launch) -> None:
    """Whoever looks every minute never sees one person come."""
    wave = launch(people(north=6, south=3, service=9, x_executives=5, x_managers=4))
    seen = []
    for place in ("north", "service", "service"):
        answered_directly(wave, place, "staff", 4)
        answered_directly(wave, "x", "managers", 1)  # four managers are never counted
        seen.append(taking_part(wave))
        assert turnout(wave) == []
    assert seen == [None, (23, 5, True), (23, 10, True)]
    actions.close(lead, wave)
    assert taking_part(queries.wave_by_id(wave.pk)) == (23, 10, True)
    assert turnout(wave) == []


def test_turnout_of_units_is_a_band_once_results_are_published(lead: Person, launch: Launch) -> None:
    """South has three people; north would give it away, so both stay hidden."""
    wave = launch(people(north=6, south=3, service=20, x_executives=5))
    answered_directly(wave, "north", "staff", 5)
    answered_directly(wave, "service", "staff", 11)
    answered_directly(wave, "", "executives", 5)
    wave = actions.publish(lead, actions.close(lead, wave))
    told = {each.group: (each.invited, each.said.en) for each in turnout(wave)}
    assert told == {
        Group(wave.pk, View.EXECUTIVES, ""): (5, "at least 80%"),
        Group(wave.pk, STAFF, "sales"): (9, "50 to 59%"),
        Group(wave.pk, STAFF, "service"): (20, "50 to 59%"),
        Group(wave.pk, STAFF, ""): (29, "50 to 59%"),
    }
    assert taking_part(wave) == (34, 21, False)


@pytest.mark.parametrize("invited", range(5, 60))
def test_no_band_tells_that_everybody_or_nobody_took_part(invited: int) -> None:
    assert band(invited, 0) == band(invited, 1) == 0
    assert band(invited, invited) == band(invited, invited - 1) <= 90
    bands = [Turnout(Group(1, STAFF, ""), invited, band(invited, n)).said for n in range(invited + 1)]
    assert bands[0] == bands[1]
    assert len(set(bands)) >= 3
    assert bands[-1] == bands[-2]
    assert "at least" in bands[-1].en
    assert all(band.en.endswith("%") for band in bands)


def test_that_everybody_took_part_is_not_told(lead: Person, launch: Launch) -> None:
    wave = launch(people(service=20))
    answered_directly(wave, "service", "staff", 20)
    assert taking_part(wave) == (20, 18, True)
    assert taking_part(actions.publish(lead, actions.close(lead, wave))) == (20, 18, True)


def test_no_total_gives_away_who_is_not_shown(lead: Person, launch: Launch, lead_client: Client) -> None:
    """Four executives, and two managers in service: neither a sum nor a row tells how many of them answered."""
    wave = launch(people(service=10, service_managers=2, x_executives=4))
    answered_directly(wave, "service", "staff", 7)
    answered_directly(wave, "", "executives", 1)
    answered_directly(wave, "service", "managers", 1)
    page = lead_client.get(reverse("waves:wave", args=[wave.pk])).content.decode()
    assert "at least 5 of 10 have answered" in page
    wave = actions.publish(lead, actions.close(lead, wave))
    assert {each.group.level for each in turnout(wave)} == {STAFF}
    assert taking_part(wave) == (10, 7, False)
    page = lead_client.get(reverse("waves:wave", args=[wave.pk])).content.decode()
    assert "7 of 10 have answered" in page


def test_sheets_on_paper(lead: Person, launch: Launch) -> None:
    wave = launch(on_paper(service=5))
    slug = queries.instrument_of(wave).items[0].slug
    for _ in range(5):
        enter_sheet(lead, wave, (STAFF, "service"), {slug: 4, "nonsense": 3}, "Gruß, Anna Muster")
    assert [each.answers for each in Answer.objects.all()] == [{slug: 4}] * 5
    assert "Anna" not in " ".join(wave.comments.values_list("text", flat=True))
    with pytest.raises(Conflict, match="as many"):
        enter_sheet(lead, wave, (STAFF, "service"), {slug: 4})
    with pytest.raises(InvalidInput, match="Nobody"):
        enter_sheet(lead, wave, (STAFF, "north"), {slug: 4})


def test_invented_sheets_cannot_lift_whoever_came_by_link_over_the_threshold(
    lead: Person, launch: Launch
) -> None:
    """One has answered; four invented sheets would show a mean of five, from which four are known."""
    wave = launch(people(service=5))
    answered_directly(wave, "service", "staff", 1)
    slug = queries.instrument_of(wave).items[0].slug
    with pytest.raises(Conflict, match="by link"):
        enter_sheet(lead, wave, (STAFF, "service"), {slug: 4}, "invented")
    actions.close(lead, wave)
    with pytest.raises(Conflict, match="by link"):
        enter_sheet(lead, wave, (STAFF, "service"), {slug: 4}, "invented")
    assert Answer.objects.count() == 1
    assert not wave.comments.exists()


def test_links_and_paper_never_mix_in_a_wave(lead: Person, prepared: Wave) -> None:
    """Not in other departments either: they are added up, and comments are of the whole company."""
    mixed = people(service=5)
    mixed.people += on_paper(north=1).people
    with pytest.raises(InvalidInput, match="1 of 6 people"):
        actions.hand_in_roster(lead, prepared, mixed)
    assert not Invited.objects.exists()


def test_an_empty_sheet_is_not_kept_and_tells_nothing(lead: Person, launch: Launch) -> None:
    """The same refusal whether nobody or everybody has answered."""
    wave = launch(people(service=5))
    for come in (0, 5):
        answered_directly(wave, "service", "staff", come)
        with pytest.raises(InvalidInput, match="not answered anything"):
            enter_sheet(lead, wave, (STAFF, "service"), {})


@pytest.mark.parametrize("name", ["Two\nlines", "Bell\x07", "\u202eback", "  ", "a\r\nBcc: x@example.org"])
def test_a_name_is_one_line_of_plain_text(lead: Person, name: str) -> None:
    with pytest.raises(InvalidInput, match="needs a name"):
        actions.prepare(lead, name, timezone.localdate())
    assert not Wave.objects.exists()


def test_pages_of_a_wave_from_roster_to_results(lead_client: Client, lead: Person) -> None:
    """With nobody to write to: everybody answers on paper."""
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    made = lead_client.post(
        reverse("waves:overview"), {"name": "Paper", "closes": day, "fewest": 5, "fewest_comments": 10}
    )
    wave = Wave.objects.get()
    assert made["Location"] == reverse("waves:wave", args=[wave.pk])
    upload = SimpleUploadedFile("roster.csv", b"unit;level\n" + b"service;staff\n" * 6)
    lead_client.post(reverse("waves:roster", args=[wave.pk]), {"file": upload})
    assert Invited.objects.count() == 6
    lead_client.post(reverse("waves:launch", args=[wave.pk]))
    running = lead_client.get(reverse("waves:wave", args=[wave.pk])).content.decode()
    assert "“Paper” runs until" in running
    assert "In bands of ten per cent" not in running  # of units nothing is said yet
    entering = reverse("waves:paper", args=[wave.pk])
    items = [item.slug for item in queries.instrument_of(wave).items]
    for number in range(1, 7):
        sheet = {"place": "staff:service", "number": number, **dict.fromkeys(items, "5")}
        assert lead_client.post(entering, sheet)["Location"].endswith("?place=staff:service")
    too_many = lead_client.post(entering, {"place": "staff:service", "number": 7, items[0]: "5"})
    assert too_many.status_code == 409
    assert 'value="5"' in too_many.content.decode()  # what was typed stays
    lead_client.post(reverse("waves:close", args=[wave.pk]))
    waiting = lead_client.post(reverse("waves:publish", args=[wave.pk]), follow=True).content.decode()
    assert "Waiting for its turn" in waiting
    step = reverse("waves:publishing", args=[wave.pk])
    assert "HX-Redirect" not in lead_client.get(step)
    while run_next():
        pass
    assert lead_client.get(step)["HX-Redirect"] == reverse("waves:results", args=[wave.pk])
    shown = lead_client.get(reverse("waves:results", args=[wave.pk]))
    assert "n=6" in shown.content.decode() or ">6<" in shown.content.decode()
    taken = lead_client.get(reverse("waves:wave", args=[wave.pk]) + "?format=csv").content.decode()
    assert "Service,Staff,6,at least 80%" in taken
    assert "Paper,published" in lead_client.get(reverse("waves:overview") + "?format=csv").content.decode()
    for format_ in ("csv", "json"):
        assert (
            lead_client.get(reverse("waves:results", args=[wave.pk]) + f"?format={format_}").status_code
            == 200
        )


def test_a_roster_with_mistakes_changes_nothing_and_tells_them(lead_client: Client, prepared: Wave) -> None:
    upload = SimpleUploadedFile("roster.csv", b"unit;level\nnowhere;staff\nservice;boss\n")
    told = lead_client.post(reverse("waves:roster", args=[prepared.pk]), {"file": upload})
    assert told.status_code == 422
    page = told.content.decode()
    assert "There is no department called “nowhere”" in page
    assert "“boss” is no level" in page
    assert "Sales, North, South, Service" in page  # names to choose from
    assert not Invited.objects.exists()


def test_results_are_not_there_before_they_are_published(
    lead_client: Client, launch: Launch, as_role: Callable[[Role], Client]
) -> None:
    wave = launch(people(service=6))
    assert lead_client.get(reverse("waves:results", args=[wave.pk])).status_code == 404
    assert as_role(Role.SERVICE).get(reverse("waves:wave", args=[wave.pk])).status_code == 403
