"""The example company's organisation register, entered by its own people and dated back to when they did.

Planted truths stand in `collect.example.structure`; tests find each of them, and none in the twin.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.structure import answering, handing, models, roles, staffing, trainings, units
from leitstern.collect.example import structure as told
from leitstern.core.inside.structure.duties import Letter, Phase, Place
from leitstern.core.inside.structure.interfaces import Aspect, Side
from leitstern.core.inside.structure.leftovers import Thing
from leitstern.core.months import later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leitstern.app.accounts.models import Person

SAID = {"y": True, "n": False, "–": None}
ROLES_ENTERED, CLAIMED, CHANGED, TRAINED_SINCE = 300, 45, 200, 360  # days before the end of the story

type Roles = dict[tuple[str, str], models.Role]


def found_structure(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Units, roles, interfaces, duties, skills, and what was ended. A company that has some keeps it."""
    if models.Interface.objects.exists():
        return
    analyst = cast[Role.ANALYST]
    slugs = _new_units(analyst, language)
    held = _roles(analyst, slugs, until, language, planted=planted)
    for each in told.UNITS:
        lead = held[each.lead] if each.lead else None
        about = units.About(each.cut, each.size, each.experience, lead)
        units.describe_unit(analyst, slugs.get(each.slug, each.slug), about)
    _works(analyst, held, language, planted=planted)
    _interfaces(analyst, until, language, planted=planted)
    if planted:
        _train(analyst, until)
    for unit, skill, needed, there, there_in_twin, plan in told.SKILLS:
        staffing.enter_staffing(
            analyst,
            unit,
            skill,
            needed,
            there if planted else there_in_twin,
            plan=plan.to(language) if plan and planted else "",
            open_positions=told.OPEN.get((unit, skill)) if planted else None,
        )
    _ended(analyst, until, language, planted=planted)


def _train(actor: Person, until: date) -> None:
    """Who could both in customer service before its people were trained, and how many were."""
    for skill, there in told.BEFORE_TRAINING:
        row = staffing.enter_staffing(actor, "service", skill, 30, there)
        date_back(row, created=moment(until, TRAINED_SINCE))
    for skill, ago, people in told.TRAINED:
        trainings.enter_training(actor, "service", skill, until - timedelta(days=ago), people)


def _new_units(actor: Person, language: str) -> dict[str, str]:
    """Units the taxonomy does not have; their short names by those they have here."""
    made = {}
    for each in told.UNITS:
        if each.name:
            row = units.add_unit(
                actor, each.name.to(language), each.parent, units.About(), back_office=each.back_office
            )
            made[each.slug] = row.slug
    return made


def _roles(actor: Person, slugs: Mapping[str, str], until: date, language: str, *, planted: bool) -> Roles:
    """Those that are rewarded exist already."""
    there = {(role.name, role.unit): role for role in models.Role.objects.all()}
    held: Roles = {}
    for each in told.ROLES:
        name, unit = each.name.to(language), slugs.get(each.unit, each.unit)
        role = there.get((name, unit)) or roles.enter_role(actor, name, unit, each.people)
        voice = each.ambassador if planted else each.twin
        if voice is not None:
            roles.name_ambassadors(actor, role, voice)
        date_back(role, created=moment(until, ROLES_ENTERED))
        held[each.unit, each.key] = role
    to, out_of, added, dropped = told.CAME
    change = roles.change_tasks(
        actor,
        held[to],
        moment(until, CHANGED).date(),
        before=held[out_of],
        added=[task.to(language) for task in added],
        dropped=[task.to(language) for task in dropped],
    )
    date_back(change, created=moment(until, CHANGED))
    return held


def _works(actor: Person, held: Roles, language: str, *, planted: bool) -> None:
    for each in told.WORKS:
        parts = each.parts if planted else each.twin
        if not parts:
            continue
        called = each.called.to(language) if isinstance(each.called, Text) else each.called
        work = answering.enter_work(
            actor, Place(each.kind), called, customer=each.customer, touchpoints=each.touchpoints
        )
        answering.set_duties(actor, work, Phase.BEFORE, _duties(parts, held))
        if each.after and planted:
            answering.set_duties(actor, work, Phase.AFTER, _duties(each.after, held))


def _duties(parts: Sequence[tuple[str, str, str]], held: Roles) -> list[tuple[models.Role, Letter]]:
    return [(held[unit, key], Letter(letter)) for unit, key, letter in parts]


def _interfaces(actor: Person, until: date, language: str, *, planted: bool) -> None:
    day = moment(until, CLAIMED)
    for each in told.INTERFACES:
        row = handing.enter_interface(
            actor, each.giver, each.receiver, each.what.to(language), each.touchpoint
        )
        shown_by = each.shown_by or (None if planted else told.FILES)
        both = (each.giver_says, each.receiver_says) if planted else (each.twin, each.twin)
        for side, says in zip(Side, both, strict=True):
            said = {aspect: SAID[letter] for aspect, letter in zip(Aspect, says, strict=True)}
            if any(each is not None for each in said.values()):
                evidence = shown_by.to(language) if shown_by else ""
                claim = handing.claim_interface(actor, row, side, said, evidence, day.date())
                date_back(claim, created=day)


def _ended(actor: Person, until: date, language: str, *, planted: bool) -> None:
    months = [later(until, -1)]
    while len(months) < told.LIST_ENDED:
        months.insert(0, later(months[0], -1))
    things = (
        (Thing.LIST, told.OLD_LIST, told.PLATFORM, told.CAMPAIGNS, told.LIST_USES, told.LIST_ENDED),
        (Thing.COST_CENTRE, told.OLD_CENTRE, None, told.INSURANCE, told.CENTRE_USES, told.CENTRE_ENDED),
    )
    for thing, name, instead, unit, uses, ago in things:
        since = months[-ago:]
        ended = later(since[0], -1)
        row = staffing.enter_leftover(
            actor, thing, name.to(language), ended, instead.to(language) if instead else ""
        )
        date_back(row, created=moment(until, (until - ended).days))
        for month, times in zip(since, uses if planted else (0,), strict=False):
            staffing.enter_use(actor, row, unit, month, times)
