"""A taxonomy can be changed at any time: pages speak its language at once, stored contacts keep their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import TAXONOMY, good, stored
from tests.app.intake.files import handed_in

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import TaxonomyMoved
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.intake.actions import change_taxonomy, purge
from leitstern.app.outside.queries import customers_at
from leitstern.app.outside.reading import published, require_published
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

RENAMED = TAXONOMY.replace("name: Anruf", "name: Gespräch")


def test_names_change_at_once_and_stored_contacts_keep_their_meaning(calls: Calls) -> None:
    calls.bring(good(1), good(2))
    before = customers_at(require_published())
    change_taxonomy(COMMAND_LINE, read_taxonomy(RENAMED))
    state = require_published()
    assert [t.name.de for t in state.taxonomy.touchpoints] == ["Gespräch"]
    assert customers_at(state) == before


def test_a_wider_journey_gap_joins_what_was_two_journeys(home: Home, calls: Calls) -> None:
    calls.bring(good(1, 2), good(1, 20))
    assert stored(home)["journeys"] == 1
    change_taxonomy(COMMAND_LINE, read_taxonomy(TAXONOMY + "journey_gap_days: 7\n"))
    assert stored(home)["journeys"] == 2


def test_the_same_taxonomy_makes_no_new_version(calls: Calls) -> None:
    calls.bring(good(1))
    first = TaxonomyVersion.objects.get()
    assert change_taxonomy(COMMAND_LINE, read_taxonomy(TAXONOMY)) == first


def test_whoever_worked_on_an_earlier_version_is_told_and_changes_nothing(calls: Calls) -> None:
    calls.bring(good(1))
    first = TaxonomyVersion.objects.get()
    second = change_taxonomy(COMMAND_LINE, read_taxonomy(RENAMED), since=first.pk)
    other = read_taxonomy(TAXONOMY.replace("name: Anruf", "name: Telefonat"))
    with pytest.raises(TaxonomyMoved, match=f"version {second.pk}") as told:
        change_taxonomy(COMMAND_LINE, other, since=first.pk)
    assert (told.value.since, told.value.now) == (first.pk, second.pk)
    assert require_published().taxonomy.touchpoints[0].name.de == "Gespräch"
    change_taxonomy(COMMAND_LINE, other, since=second.pk)
    assert require_published().taxonomy.touchpoints[0].name.de == "Telefonat"


def test_before_the_first_import_it_is_simply_there(home: Home, db: None) -> None:
    change_taxonomy(COMMAND_LINE, read_taxonomy(TAXONOMY))
    assert published() is None


def test_another_time_zone_is_for_an_empty_lake_only(calls: Calls) -> None:
    run = calls.bring(good(1))
    elsewhere = read_taxonomy(TAXONOMY.replace("Europe/Berlin", "Asia/Tokyo"))
    with pytest.raises(Conflict, match="Asia/Tokyo"):
        change_taxonomy(COMMAND_LINE, elsewhere)
    purge(COMMAND_LINE, run)
    change_taxonomy(COMMAND_LINE, elsewhere)
    (calls.folder / "taxonomy.yaml").write_text(TAXONOMY.replace("Europe/Berlin", "Asia/Tokyo"))
    calls.bring(good(1))
    assert require_published().taxonomy.time_zone == "Asia/Tokyo"


def test_only_those_whose_role_says_so_change_it(calls: Calls, executive: Person) -> None:
    calls.bring(good(1))
    with pytest.raises(NotAllowed):
        change_taxonomy(executive, read_taxonomy(RENAMED))
    assert TaxonomyVersion.objects.count() == 1


def test_it_is_downloaded_edited_and_handed_in_again(calls: Calls, as_role: Callable[[Role], Client]) -> None:
    lead = as_role(Role.LEAD)
    calls.bring(good(1))
    text = lead.get(reverse("intake:taxonomy")).content.decode()
    edited = handed_in("taxonomy.yaml", text.replace("Anruf", "Gespräch"))
    page = lead.post(reverse("intake:change-taxonomy"), {"taxonomy": edited}, follow=True)
    assert "2" in str(next(iter(page.context["messages"])))
    assert require_published().taxonomy.touchpoints[0].name.de == "Gespräch"


@pytest.mark.parametrize("content", ["version: 1\ntouchpoints: nonsense\n", "\0\0", "[", "a: &a [*a]"])
def test_mistakes_are_told_and_change_nothing(
    calls: Calls, as_role: Callable[[Role], Client], content: str
) -> None:
    lead = as_role(Role.LEAD)
    calls.bring(good(1))
    page = lead.post(
        reverse("intake:change-taxonomy"), {"taxonomy": handed_in("taxonomy.yaml", content)}, follow=True
    )
    assert page.status_code == 200
    (message,) = page.context["messages"]
    assert message.level_tag == "error"
    assert TaxonomyVersion.objects.count() == 1


def test_without_a_file_nothing_changes(calls: Calls, as_role: Callable[[Role], Client]) -> None:
    lead = as_role(Role.LEAD)
    calls.bring(good(1))
    page = lead.post(reverse("intake:change-taxonomy"), follow=True)
    assert "YAML" in str(next(iter(page.context["messages"])))
