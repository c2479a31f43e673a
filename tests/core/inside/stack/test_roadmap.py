"""Stages and their gates: owners, one right source, then technology, and culture before all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.core.inside.stack import bank
from tests.core.inside.stack.bank import ground, inventory

from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.roadmap import (
    Around,
    Decided,
    Personalising,
    Stage,
    Step,
    roadmap,
    sources_against,
)
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import Inventory

SOUND = inventory(
    applications=(bank.CRM, bank.MAIL, bank.LETTERS),
    data=(replace(bank.EMAIL, leading="crm"),),
    integrations=bank.FLOWS[:2],
)


def steps(found: Inventory, around: Around | None = None, *decided: Decided) -> dict[Stage, Step]:
    return {each.stage: each for each in roadmap(ground(found), decided, around or Around(0.7))}


def test_a_sound_inventory_opens_every_gate() -> None:
    assert all(step.open for step in steps(SOUND).values())


def test_nothing_goes_ahead_while_nobody_answers() -> None:
    found = steps(inventory())
    assert [row.slug for row in found[Stage.OWNERS].gate[0].rows] == ["claims"]
    assert not found[Stage.UPGRADE].open


def test_personalising_needs_sources_and_what_its_own_gate_asks_for() -> None:
    nobody = Text("nobody on the board answers for it", "im Vorstand ist niemand verantwortlich")
    plan = Personalising("Offers for one", (nobody,))
    alone = steps(SOUND, Around(0.7, personalising=(plan,)))[Stage.PERSONALISE]
    assert not alone.open
    assert alone.plans == ("Offers for one",)
    assert alone.gate[2].rows[0].said.en == "Offers for one: nobody on the board answers for it"
    assert steps(SOUND, Around(0.7, personalising=(replace(plan, against=()),)))[Stage.PERSONALISE].open
    assert not steps(inventory(applications=SOUND.applications))[Stage.PERSONALISE].open


def test_what_sources_say_against_an_initiative_is_what_keeps_the_stage_shut() -> None:
    nothing = inventory(applications=SOUND.applications, data=(), integrations=())
    for found, said in (
        (SOUND, None),
        (
            inventory(),
            "It personalises, and 0% of all data objects have one leading source that reaches everybody;",
        ),
        (nothing, "It personalises, and nobody has written down which data objects there are"),
    ):
        against = sources_against(found, 0.7, bank.TODAY)
        assert bool(against) is not steps(found)[Stage.PERSONALISE].gate[1].met
        assert [each.en.startswith(said or "") for each in against] == ([True] if said else [])


def test_culture_goes_before_technology() -> None:
    hasty = steps(SOUND, Around(0.7, hasty=(Text("Claims", "Schaden"),)))
    assert [stage for stage, step in hasty.items() if not step.open] == [
        Stage.UPGRADE,
        Stage.POINT,
        Stage.PERSONALISE,
        Stage.REPLACE,
    ]


def test_decisions_stand_in_their_stage() -> None:
    decided = Decided(Kind.APPLICATION, "crm", "CRM", Option.UPGRADE)
    assert steps(SOUND, None, decided)[Stage.UPGRADE].items == (decided,)


def test_without_data_objects_nothing_is_known() -> None:
    assert not steps(inventory(applications=SOUND.applications, data=(), integrations=()))[Stage.SOURCES].open


def test_by_hand_keeps_the_second_gate_shut() -> None:
    led = inventory(applications=SOUND.applications, data=SOUND.data)
    assert [row.slug for row in steps(led)[Stage.SOURCES].gate[1].rows] == ["mail--crm--by_hand"]
