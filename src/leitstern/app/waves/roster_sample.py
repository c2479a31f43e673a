"""A roster to begin with, as a workbook in which departments and levels are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext, override

from leitstern.collect.form_book import Sheet, form_book
from leitstern.collect.places import LEVEL_NAMES
from leitstern.collect.roster import sample

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Taxonomy


def sample_book(taxonomy: Taxonomy, language: str) -> bytes:
    """The XLSX, with the company's departments and levels by their names."""
    titles, lines = sample(taxonomy, language)
    departments = [each.name.to(language) for each in taxonomy.departments]
    lists = {1: departments, 2: [name.to(language) for name in LEVEL_NAMES]}
    with override(language):
        return form_book(Sheet(gettext("Roster"), titles, lines, lists), gettext("Choices"))
