"""Where each department stands; and that nothing hidden comes back through the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.utils import timezone
from tests.app.placement.conftest import FEW, PLACES

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.findings import forget
from leitstern.app.evidence.actions import claim, prove
from leitstern.app.placement.unit_documents import units_document
from leitstern.app.placement.units import unit_placements
from leitstern.app.waves.models import Answer, Publication
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.anonymity import attack
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY, View
from leitstern.core.inside.unit_words import units_sentence, whole_sentence

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.placement.units import Units
    from leitstern.app.waves.models import Wave
    from leitstern.store.home import Home

BELOW = {"sales": ("sales", "north", "south")}  # who is in a department with others below it


def found() -> Units:
    units = unit_placements()
    assert units
    return units


def document() -> str:
    forget()
    return json.dumps(units_document(found()).model_dump(mode="json"), sort_keys=True)


def test_each_department_has_its_cloud_its_type_and_what_it_rests_on(two_waves: tuple[Wave, Wave]) -> None:
    units = {each.unit: each for each in found().units}
    service = units["service"].placed
    assert service
    assert service.fused
    assert service.declared is OrgType.LEMMING
    assert [cloud.counted.en for cloud in service.views] == ["30 members of staff"]
    assert service.fused.counted.en == "1 view"
    assert sum(service.probabilities.values()) == pytest.approx(1)


def test_too_few_stay_hidden_and_say_why(two_waves: tuple[Wave, Wave]) -> None:
    units = {each.unit: each for each in found().units}
    assert units["south"].hidden
    assert units["south"].part_of
    assert units["south"].part_of.en == "Sales"
    assert [each.unit for each in found().units][-1] in {"south", "north"}


def test_proof_of_a_department_counts_there_and_nowhere_else(two_waves: tuple[Wave, Wave]) -> None:
    before = {each.unit: each.placed for each in found().units}
    for dimension in (*CULTURE[:4], *TECHNOLOGY[:4]):
        claim(COMMAND_LINE, dimension, 3, unit="service")
        prove(COMMAND_LINE, dimension, "document", "A paper", timezone.localdate(), unit="service")
    after = {each.unit: each.placed for each in found().units}
    assert after["sales"] == before["sales"]
    assert after["service"]
    assert View.EVIDENCE in {cloud.view for cloud in after["service"].views}


def test_who_reads_the_page_reads_only_what_was_published(two_waves: tuple[Wave, Wave]) -> None:
    """Whatever anybody said, the page is the same once results are published: it never looks at an answer."""
    before = document()
    assert Answer.objects.exists()
    for answer in Answer.objects.all():
        answer.answers = dict.fromkeys(answer.answers, 1)
        answer.save()
    assert document() == before
    Answer.objects.all().delete()
    assert document() == before


def test_nothing_of_a_hidden_cell_is_kept_that_a_page_could_show(two_waves: tuple[Wave, Wave]) -> None:
    for publication in Publication.objects.all():
        for group in publication.results["groups"]:
            for score in group["scores"].values():
                assert "value" in score or set(score) == {"hidden"}


def test_adding_and_subtracting_what_stands_on_the_page_reaches_nobody(two_waves: tuple[Wave, Wave]) -> None:
    """An attacker with every number of the page and every published one, department by department and level by level."""
    publication = Publication.objects.order_by("-wave__closed")[0]
    on_page = {
        (cloud.view, each.unit)
        for each in found().units
        for cloud in (each.placed.views if each.placed else ())
        if cloud.view is not View.EVIDENCE
    }
    assert on_page
    for dimension, decided in publication.decided.items():
        published = {(View(level), unit) for level, unit, own in decided["shown"] if not own}
        assert on_page <= published, dimension
    for view in (View.MANAGERS, View.STAFF):
        sizes = {unit: n for level, unit, n in (*PLACES, FEW) if level == view}
        groups = [
            frozenset(unit for unit in sizes if unit in BELOW.get(top, (top,)) or top == COMPANY)
            for level, top in on_page | {(view, COMPANY)}
            if level is view
        ]
        assert attack([group for group in groups if group], sizes) == []


def test_a_department_that_hides_shows_no_number_anywhere(two_waves: tuple[Wave, Wave]) -> None:
    hidden = [each for each in json.loads(document())["units"] if each["hidden"]]
    assert hidden
    for each in hidden:
        assert (each["views"], each["types"], each["declared"], each["candidates"]) == ([], [], None, [])


def test_the_whole_is_made_of_departments_without_others_below_them(two_waves: tuple[Wave, Wave]) -> None:
    """North and south stay hidden, so that sales as a whole stands for them."""
    units = found()
    assert {each.unit for each in units.units if each.placed} == {"sales", "service"}
    assert units.whole.cloud
    assert units.whole.cloud.counted.de == "2 Bereiche"
    assert "one good unit does not save it" in said(units)


def said(units: Units) -> str:
    sentence = whole_sentence(units.whole)
    assert sentence
    return sentence.en


def test_the_finding_counts_types() -> None:
    assert units_sentence(()).de.startswith("Kein Bereich lässt sich verorten")


def test_page_table_and_program_say_the_same(two_waves: tuple[Wave, Wave], lead_client: Client) -> None:
    units = found()
    page = lead_client.get("/placement/units", headers={"accept-language": "en"}).content.decode()
    assert units.sentence.en in page
    assert page.count('class="chart"') == 2
    table = lead_client.get("/placement/units?format=csv").content.decode()
    assert table.count("\n") == len(units.units) + 1
    answer = lead_client.get("/api/v1/placement/units").json()
    assert answer["sentence"]["en"] == units.sentence.en
    assert len(answer["units"]) == len(units.units)


def test_before_the_first_wave_the_page_says_what_to_do(lead_client: Client, home: Home) -> None:
    assert "No wave has been published yet." in lead_client.get("/placement/units").content.decode()
    assert lead_client.get("/api/v1/placement/units").status_code == 404


def test_hidden_levels_change_nothing_in_the_picture_of_others() -> None:
    """Fifty departments, drawn from one seed: what one says moves no other."""
    from tests.core.inside.known_organisations import flat

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.placement import place_units

    others = {f"u{i}": (flat(View.STAFF, 1 + i / 30, 2.5, people=9),) for i in range(50)}
    low, high = (
        place_units(
            {**others, "u50": (flat(View.STAFF, level, 2.5, people=9),)},
            Assumptions(),
            np.random.default_rng(1),
        )
        for level in (0.2, 3.8)
    )
    assert all(low.units[unit] == high.units[unit] for unit in others)
