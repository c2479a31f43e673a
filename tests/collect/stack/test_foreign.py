"""Exports of other tools: what they mean here, and YAML that means harm."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from leitstern.collect.example.truths import taxonomy
from leitstern.collect.problems import InvalidFile
from leitstern.collect.stack.backstage import read_backstage
from leitstern.collect.stack.brought import Brought, merged
from leitstern.collect.stack.leanix import read_leanix
from leitstern.core.company.money import Money
from leitstern.core.inside.stack.inventory import Application, Inventory
from leitstern.core.inside.stack.terms import Category, Kind, Lifecycle, Way

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 30)
KNOWN = Inventory((Application("crm", "Kundenakte", Category.CRM, owner="Vertrieb"),))
LEANIX = """id,type,name,description,lifecycle:plan,lifecycle:active,lifecycle:endOfLife,relApplicationToUserGroup,relApplicationToBusinessCapability,relApplicationToDataObject,relInterfaceToProviderApplication,relInterfaceToConsumerApplication,relInterfaceToDataObject,costTotalAnnual,currency,technicalSuitability
1,Application,Kundenakte,,,2020-01-01,,"Sales;{unit}",Service / Know the case,Address,,,,400000,EUR,perfect
2,Application,Old mailer,,,2010-01-01,2025-12-31,,,,,,,,,
3,Application,Next,,2027-01-01,,,,,,,,,,,
4,BusinessCapability,Know the case,Seeing every contact,,,,,,,,,,,,
5,DataObject,Address,,,,,,,,,,,,,
6,Interface,Kundenakte to Next,,,2024-01-01,,,,,Kundenakte,Next,Address,,,
7,ITComponent,Postgres,,,,,,,,,,,,,
"""
BACKSTAGE = """
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: crm-ui, title: Kundenakte, description: The file of customers}
spec: {type: website, lifecycle: production, owner: group:default/sales, system: service, providesApis: [crm-api], dependsOn: ["resource:default/customers"]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: mailer}
spec: {type: service, lifecycle: deprecated, owner: marketing, consumesApis: [crm-api, weather], dependsOn: [component:bus, "component:default/crm-ui"]}
---
kind: System
metadata: {name: service, title: Serve customers}
spec: {owner: sales}
---
kind: API
metadata: {name: crm-api}
---
kind: Resource
metadata: {name: customers, description: Addresses}
spec: {type: database, owner: sales}
---
kind: Group
metadata: {name: sales}
"""


def things(brought: Brought) -> dict[tuple[Kind, str], Any]:
    return {(each.kind, each.slug): merged(None, each) for each in brought.things}


def leanix(folder: Path, text: str) -> Brought:
    (folder / "l.csv").write_text(text, encoding="utf-8")
    return read_leanix(folder, "l.csv", taxonomy(), KNOWN, TODAY)


def backstage(folder: Path, text: str) -> Brought:
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    return read_backstage(folder, "c.yaml", KNOWN)


def test_fact_sheets_become_inventory(tmp_path: Path) -> None:
    unit = taxonomy().departments[1]
    brought = leanix(tmp_path, LEANIX.format(unit=unit.name.en))
    found = things(brought)
    crm = found[Kind.APPLICATION, "crm"]
    assert (crm.cost, crm.live_since, crm.lifecycle) == (
        Money(40_000_000, "EUR"),
        date(2020, 1, 1),
        Lifecycle.LIVE,
    )
    assert unit.slug in crm.units
    assert found[Kind.APPLICATION, "next"].lifecycle is Lifecycle.PLANNED
    assert found[Kind.CAPABILITY, "know_the_case"].applications == ("crm",)
    assert found[Kind.CAPABILITY, "know_the_case"].note == "Seeing every contact"
    assert found[Kind.DATA, "address"].kept_in == ("crm",)
    assert found[Kind.INTEGRATION, "crm--next"].objects == ("address",)
    assert [each.slug for each in brought.things if each.gone] == ["old_mailer"]


def test_what_has_no_place_here_is_named(tmp_path: Path) -> None:
    left_out = [theirs for theirs, ours in leanix(tmp_path, LEANIX.format(unit="x")).columns if not ours.en]
    assert {"id", "technicalSuitability", "ITComponent"} <= set(left_out)


def test_fields_the_export_lacks_are_not_emptied(tmp_path: Path) -> None:
    given = leanix(tmp_path, "Type,Name,Vendor\nApplication,Kundenakte,Firma\n").things[0]
    assert given.fields == {"name": "Kundenakte", "vendor": "Firma"}


def test_wrong_fact_sheets_are_all_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as refused:
        leanix(
            tmp_path,
            "type,name,lifecycle,cost,currency,lifecycle:active\n,X,,,,\nApplication,,,,,\nApplication,A,sleeping,,,\n"
            "Application,B,,12,,\nInterface,C,,,,\nApplication,D,,,,soon\n",
        )
    assert [each.place for each in refused.value.problems] == ["2", "3", "4", "5", "6", "7"]


def test_a_catalogue_becomes_inventory(tmp_path: Path) -> None:
    brought = backstage(tmp_path, BACKSTAGE)
    found = things(brought)
    assert found[Kind.APPLICATION, "crm"].owner == "sales"
    assert found[Kind.APPLICATION, "mailer"].lifecycle is Lifecycle.ENDING
    assert found[Kind.CAPABILITY, "serve_customers"].applications == ("crm",)
    assert (found[Kind.DATA, "customers"].kept_in, found[Kind.DATA, "customers"].purpose) == (
        ("crm",),
        "Addresses",
    )
    assert found[Kind.INTEGRATION, "crm--mailer"].way is Way.LIVE
    assert (Kind.INTEGRATION, "bus--mailer") in found
    left_out = [theirs for theirs, ours in brought.columns if not ours.en]
    assert left_out == ["group", "API weather"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kind: Component\n", "1"),
        ("- 1\n- 2\n", "1"),
        ("kind: Component\nmetadata: {name: [a]}\n", "2"),
        ("kind: !!python/object/apply:os.system ['true']\nmetadata: {name: a}\n", "1"),
        ("kind: System\nmetadata: {name: a}\n---\nkind: System\nmetadata: {name: a}\n", "4"),
        ("kind: System\nmetadata: {name: a}\n---\nkind: [\n", "5"),
        ("a: " + "[" * 60 + "]" * 60, "1"),
        ("", ""),
        ("kind: Component\nmetadata: {name: a}\nspec: {dependsOn: {a: b}}\n", "3"),
    ],
)
def test_hostile_yaml_is_refused_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(InvalidFile) as refused:
        backstage(tmp_path, text)
    assert refused.value.problems[0].place == line


def test_laughing_aliases_do_nothing(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(InvalidFile):
        backstage(tmp_path, bomb + "kind: Component\nmetadata: {name: a}\nspec: {dependsOn: *i}\n")
