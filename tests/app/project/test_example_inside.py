"""The inside of the example company is founded once, by its own people, and lies in the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.evidence.models import Attachment, Claim, Proof, Review
from leitstern.app.project.example_inside import found_inside
from leitstern.app.waves.models import Invited, Wave, WaveState
from leitstern.app.workshop.models import Seat, Workshop, WorkshopStage
from leitstern.app.workshop.storing import clock_of, session_of
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.taxonomy_file import write_taxonomy
from leitstern.core.errors import Conflict
from leitstern.core.inside.session import Phase

if TYPE_CHECKING:
    from leitstern.store.home import Home


def test_it_is_founded_once(company_inside: Home) -> None:
    said: list[str] = []
    found_inside(until=timezone.localdate(), language="en", say=said.append)
    assert said == []
    assert Wave.objects.filter(instrument__slug="leitstern").count() == 2


def test_its_own_people_did_it(company_inside: Home) -> None:
    assert {person.role for person in Person.objects.all()} == set(Role)
    actors = set(
        AuditEntry.objects.exclude(verb__in=["begin import", "import"]).values_list("actor", flat=True)
    )
    people = {person.actor_id for person in Person.objects.all()}
    assert len(actors & people) >= 5
    by_person = set(Claim.objects.values_list("actor", flat=True)) | set(
        Review.objects.values_list("actor", flat=True)
    )
    assert by_person <= people


def test_it_lies_in_the_past(company_inside: Home) -> None:
    today = timezone.localdate()
    later, earlier = Wave.objects.filter(instrument__slug="leitstern").order_by("-closed")
    assert later.closes - earlier.closes == timedelta(days=365)
    assert later.closes < today
    for wave in (earlier, later):
        assert wave.state == WaveState.PUBLISHED
        assert wave.launched
        assert wave.closed
        assert wave.published
        assert wave.created < wave.launched < wave.closed < wave.published
    long_ago = datetime.combine(today - timedelta(days=3), datetime.min.time(), tzinfo=UTC)
    assert not Claim.objects.filter(created__gt=long_ago).exists()
    assert not Proof.objects.filter(created__gt=long_ago).exists()


def test_nothing_leads_to_who_answered(company_inside: Home) -> None:
    assert not Invited.objects.exists()
    assert not Seat.objects.exists()


def test_its_workshop_took_less_than_an_hour(company_inside: Home) -> None:
    held = Workshop.objects.get()
    assert held.stage == WorkshopStage.CLOSED
    assert held.consents == sum(each.people for each in held.kept.all()) == 8
    assert held.counts
    assert 30 * 60 < sum(clock_of(held).spent) < 60 * 60
    assert not clock_of(held).runs
    assert {Phase.FIRST_SHOWN, Phase.SECOND_SHOWN} == set(session_of(held).phases)
    assert held.notes.count() == 6


def test_attached_papers_are_kept(company_inside: Home) -> None:
    names = set(Attachment.objects.values_list("name", flat=True))
    assert names == {"leitbild.pdf", "kontakthistorie.txt", "reaktionen.txt", "veroeffentlichungen.txt"}
    for kept in Attachment.objects.all():
        assert (company_inside.path / "evidence" / kept.token).stat().st_size == kept.size


def test_an_example_of_before_gets_its_tree_of_units(small_company: Home) -> None:
    now = taxonomy()
    met = {touchpoint.department for touchpoint in now.touchpoints}
    before = replace(now, departments=tuple(replace(d, parent="") for d in now.departments if d.slug in met))
    TaxonomyVersion.objects.create(content=write_taxonomy(before), actor="test")
    found_inside(until=timezone.localdate(), language="de", say=lambda _line: None)
    assert Claim.objects.filter(unit="bereavement_care").exists()


def test_nothing_of_it_is_kept_where_people_of_its_own_are(small_company: Home, admin: Person) -> None:
    admin.email = "somebody@bank.example"
    admin.save()
    with pytest.raises(Conflict):
        found_inside(until=timezone.localdate(), language="de", say=lambda _line: None)
    assert not Wave.objects.exists()
    assert Person.objects.count() == 1
