"""A wave that asks something else than the whole instrument."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.waves.asking import on_paper

from leitstern.app.inside.instruments import current_version, keep_shipped, named_version
from leitstern.app.inside.models import InstrumentVersion
from leitstern.app.waves import actions
from leitstern.app.waves.models import Answer
from leitstern.app.waves.queries import (
    instrument_of,
    latest_publication,
    publications_of,
    wave_by_id,
    wave_ratings,
)
from leitstern.app.waves.results import results_before
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person
    from leitstern.app.waves.models import Wave

PULSE = "leitstern-change"


def held(lead: Person, name: str, version: InstrumentVersion | None) -> Wave:
    """A wave on paper in which everybody gives the highest answer."""
    ends = timezone.localdate() + timedelta(days=7)
    wave = actions.prepare(lead, name, ends, instrument=version)
    actions.hand_in_roster(lead, wave, on_paper(service=12, sales=12))
    wave = actions.launch(lead, wave_by_id(wave.pk), "")
    asked = instrument_of(wave)
    given = {item.slug: asked.scale.low if item.reverse else asked.scale.high for item in asked.items}
    Answer.objects.bulk_create(
        Answer(wave=wave, level="staff", unit=unit, answers=given)
        for unit in ("service", "sales")
        for _ in range(12)
    )
    return wave_by_id(actions.publish(lead, actions.close(lead, wave)).pk)


@pytest.fixture(autouse=True)
def instruments() -> None:
    """Everything that comes with the program."""
    keep_shipped()


def test_a_pulse_leaves_the_place_of_the_company_alone(lead: Person) -> None:
    whole = held(lead, "Staff", None)
    pulse = held(lead, "Pulse", named_version(PULSE))

    assert whole.instrument == current_version()
    assert pulse.instrument.slug == PULSE
    assert [each.source.en for each in wave_ratings()] == ["Wave “Staff”"]
    latest = latest_publication()
    assert latest is not None
    assert latest.wave_id == whole.pk
    assert [each.wave_id for each in publications_of(PULSE)] == [pulse.pk]


def test_a_pulse_is_compared_with_the_pulse_before(lead: Person) -> None:
    first = held(lead, "Pulse 1", named_version(PULSE))
    held(lead, "Staff", None)
    second = held(lead, "Pulse 2", named_version(PULSE))
    before = results_before(second)

    assert before is not None
    assert before.wave.pk == first.pk
    assert results_before(first) is None


def test_what_has_no_statements_cannot_be_asked(lead: Person) -> None:
    content = (
        current_version().content.split("\nitems:")[0].replace("slug: leitstern\n", "slug: anchors\n", 1)
    )
    silent = InstrumentVersion.objects.create(slug="anchors", version=1, content=content, actor="lead")

    with pytest.raises(InvalidInput) as refused:
        actions.prepare(lead, "Silent", timezone.localdate(), instrument=silent)
    assert "no statements" in refused.value.text.en
