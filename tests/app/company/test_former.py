"""What left the taxonomy keeps the name it had."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company import former
from leitstern.app.company.actions import adopt
from leitstern.app.company.queries import departments, require_unit
from leitstern.collect.example.truths import taxonomy
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

pytestmark = pytest.mark.django_db


def test_before_the_first_taxonomy_nothing_has_a_name() -> None:
    assert former.unit_names() == former.touchpoint_names() == {}
    assert departments() == ()


def test_a_department_merged_into_another_is_called_by_its_former_name() -> None:
    whole = taxonomy()
    adopt(COMMAND_LINE, whole)
    assert former.unit_names()["claims"].de == "Schaden"
    assert require_unit("claims") == "claims"
    left = tuple(each for each in whole.departments if each.slug != "brand_studio")
    renamed = tuple(
        replace(each, name=Text(en="Claims", de="Leistung")) if each.slug == "claims" else each
        for each in left
    )
    adopt(COMMAND_LINE, replace(whole, departments=renamed))
    names = former.unit_names()
    assert names["brand_studio"].de == "früher Markenstudio"
    assert names["claims"].de == "Leistung"
    with pytest.raises(InvalidInput, match="no such department"):
        require_unit("brand_studio")


def test_touchpoints_journeys_and_personas_have_names() -> None:
    whole = taxonomy()
    adopt(COMMAND_LINE, whole)
    assert former.touchpoint_names().keys() == {each.slug for each in whole.touchpoints}
    assert former.journey_names().keys() == {each.slug for each in whole.maps}
    assert former.persona_names().keys() == {each.slug for each in whole.personas}
