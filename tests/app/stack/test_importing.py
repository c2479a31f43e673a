"""Files: shown before they are kept, all or nothing, taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.stack import importing, keeping, queries
from leitstern.app.stack.keeping import item
from leitstern.app.stack.models import Import, Item
from leitstern.collect.problems import InvalidFile
from leitstern.collect.stack.brought import Origin
from leitstern.core.errors import Conflict, NotAllowed
from leitstern.core.inside.stack.inventory import Integration
from leitstern.core.inside.stack.ratings import Question
from leitstern.core.inside.stack.terms import Kind, Way

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.core.inside.stack.inventory import Inventory

HEAD = "Application,Vendor,Cost,Currency\n"


def bring(folder: Path, text: str, origin: Origin = Origin.APPLICATIONS, *, whole: bool = False) -> Import:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return importing.bring(COMMAND_LINE, folder, "t.csv", origin, whole=whole)


def test_nothing_changes_until_it_is_kept(bank: Inventory, tmp_path: Path) -> None:
    row = bring(tmp_path, HEAD + "CRM,Firma,450000,EUR\nBot,,,\n")
    found = importing.shown(row)
    assert [each.slug for each in found.added] == ["bot"]
    assert [text.en for text in found.changed[0].fields] == [
        "vendor: nothing → Firma",
        "cost per year: EUR 400,000 → EUR 450,000",
    ]
    assert queries.application("crm").vendor == ""
    importing.keep(COMMAND_LINE, row)
    assert queries.application("crm").vendor == "Firma"
    assert queries.application("crm").owner == "Sales"  # the file says nothing of it
    with pytest.raises(Conflict):
        importing.keep(COMMAND_LINE, row)


def test_a_file_with_one_mistake_leaves_nothing_behind(bank: Inventory, tmp_path: Path) -> None:
    with pytest.raises(InvalidFile):
        bring(tmp_path, HEAD + "Bot,,12,EUR\nNew,,12,?\n")
    assert not Import.objects.exists()


def test_a_second_whole_file_says_what_is_gone(bank: Inventory, tmp_path: Path) -> None:
    row = bring(tmp_path, HEAD + "CRM,,,\nMail,,,\n", whole=True)
    assert {each.slug for each in importing.shown(row).gone} == {"letters", "claims"}
    importing.keep(COMMAND_LINE, row)
    assert [each.slug for each in queries.applications()] == ["crm", "mail"]
    again = bring(tmp_path, HEAD + "CRM,,,\nMail,,,\nLetters,,,\n", whole=True)
    assert [each.slug for each in importing.shown(again).added] == ["letters"]
    importing.keep(COMMAND_LINE, again)
    assert queries.application("letters").owner == "Travel"  # it comes back as it was


def test_taking_a_file_back_restores_everything_but_what_was_changed_since(
    bank: Inventory, tmp_path: Path
) -> None:
    row = importing.keep(
        COMMAND_LINE, bring(tmp_path, HEAD + "CRM,Firma,,\nBot,,,\nMail,Post,,\n", whole=True)
    )
    keeping.retire(COMMAND_LINE, item(Kind.APPLICATION, "mail"))
    assert importing.changed_since(row) == ("Mail",)
    importing.withdraw(COMMAND_LINE, row)
    assert queries.application("crm").vendor == ""
    assert {each.slug for each in queries.applications()} == {"crm", "letters", "claims"}
    assert Item.objects.get(kind="application", slug="bot").gone
    with pytest.raises(Conflict):
        importing.withdraw(COMMAND_LINE, row)
    importing.keep(COMMAND_LINE, row)
    assert queries.application("crm").vendor == "Firma"


def test_integrations_come_in_and_ratings_as_well(bank: Inventory, tmp_path: Path) -> None:
    row = bring(tmp_path, "From,To,How,Data\nCRM,Letters,planned,E-mail address\n", Origin.INTEGRATIONS)
    importing.keep(COMMAND_LINE, row)
    assert Integration("crm", "letters", Way.PLANNED, ("email",)) in queries.integrations()
    rated = bring(
        tmp_path, "Application,Question,View,1,2,3,4,5\nCRM,Support,users,4,4,3,1,0\n", Origin.RATINGS
    )
    importing.keep(COMMAND_LINE, rated)
    assert queries.ratings().mean("crm", Question.SUPPORT).n == 12  # type: ignore[union-attr]
    importing.withdraw(COMMAND_LINE, rated)
    assert queries.ratings().rated() == ()
    importing.keep(COMMAND_LINE, rated)
    assert queries.ratings().rated() == ("crm",)


def test_a_catalogue_and_fact_sheets_come_in(bank: Inventory, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "kind: Component\nmetadata: {name: bus, title: Bus}\nspec: {dependsOn: [crm]}\n", encoding="utf-8"
    )
    row = importing.bring(COMMAND_LINE, tmp_path, "c.yaml", Origin.BACKSTAGE)
    assert {each.slug for each in importing.shown(row).added} == {"bus", "crm--bus"}
    sheets = bring(tmp_path, "type,name,lifecycle\nApplication,Mail,endOfLife\n", Origin.LEANIX)
    assert [each.slug for each in importing.shown(sheets).gone] == ["mail"]
    importing.keep(COMMAND_LINE, sheets)
    assert "mail" not in {each.slug for each in queries.applications()}


def test_what_was_read_and_not_kept_can_be_thrown_away(bank: Inventory, tmp_path: Path) -> None:
    row = bring(tmp_path, HEAD + "Bot,,,\n")
    with pytest.raises(NotAllowed):
        importing.discard(make(Role.EXECUTIVE), row)
    importing.discard(COMMAND_LINE, row)
    kept = importing.keep(COMMAND_LINE, bring(tmp_path, HEAD + "Bot,,,\n"))
    with pytest.raises(Conflict):
        importing.discard(COMMAND_LINE, kept)
