"""Versions of the taxonomy: nothing in an old one changes, and codes keep their meaning."""

from __future__ import annotations

import pytest
from tests.app.intake.calls import TAXONOMY
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import (
    current_taxonomy,
    current_version,
    require_taxonomy,
    require_version,
    taxonomy_of,
)
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.errors import NotAllowed, NotFound

pytestmark = pytest.mark.django_db

TWO = TAXONOMY.replace(
    "touchpoints: [",
    "touchpoints: [{slug: letter, name: Brief, stage: help, department: service, channel: phone}, ",
)


def test_before_the_first_there_is_none() -> None:
    assert current_version() is None
    assert current_taxonomy() is None
    for ask in (require_taxonomy, require_version):
        with pytest.raises(NotFound):
            ask()


def test_a_new_term_gets_the_next_code_and_known_ones_keep_theirs() -> None:
    adopt(COMMAND_LINE, read_taxonomy(TAXONOMY))
    first = {t.slug: t.code for t in require_taxonomy().touchpoints}
    adopt(COMMAND_LINE, read_taxonomy(TWO))
    assert {t.slug: t.code for t in require_taxonomy().touchpoints} == first | {"letter": 2}


def test_a_term_that_went_and_came_back_has_its_code_again() -> None:
    for text in (TWO, TAXONOMY, TWO):
        adopt(COMMAND_LINE, read_taxonomy(text))
    oldest, _middle, newest = (taxonomy_of(v) for v in TaxonomyVersion.objects.order_by("id"))
    assert {t.slug: t.code for t in newest.touchpoints} == {t.slug: t.code for t in oldest.touchpoints}


def test_an_old_version_stays_as_it_was() -> None:
    old = adopt(COMMAND_LINE, read_taxonomy(TAXONOMY))
    before = taxonomy_of(old)
    adopt(COMMAND_LINE, read_taxonomy(TWO))
    assert taxonomy_of(TaxonomyVersion.objects.get(pk=old.pk)) == before


def test_the_same_content_makes_no_version() -> None:
    first = adopt(COMMAND_LINE, read_taxonomy(TAXONOMY))
    assert adopt(COMMAND_LINE, read_taxonomy(TAXONOMY)) == first
    assert TaxonomyVersion.objects.count() == 1


def test_who_may_not_adopts_none() -> None:
    with pytest.raises(NotAllowed):
        adopt(make(Role.EXECUTIVE), read_taxonomy(TAXONOMY))
    assert current_version() is None
