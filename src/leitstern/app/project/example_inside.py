"""The inside of the example company comes in through the ordinary actions, done by its own people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.company.actions import adopt
from leitstern.app.placement.queries import placement, route_choice
from leitstern.app.project.example_adoption import found_adoption
from leitstern.app.project.example_cards import write_cards
from leitstern.app.project.example_change import tell_change
from leitstern.app.project.example_desk import answer_the_phone
from leitstern.app.project.example_evidence import bring_assessment, bring_claim
from leitstern.app.project.example_incentives import found_incentives
from leitstern.app.project.example_leadership import lead_the_change
from leitstern.app.project.example_market import look_at_competitors
from leitstern.app.project.example_measures import decide_about_gaps
from leitstern.app.project.example_policy import agree_on_contacts
from leitstern.app.project.example_portfolio import draw_target_picture
from leitstern.app.project.example_practice import live_practice
from leitstern.app.project.example_programme import run_programme
from leitstern.app.project.example_silo import count_silos
from leitstern.app.project.example_stack import take_stock
from leitstern.app.project.example_structure import found_structure
from leitstern.app.project.example_surveys import ask_what_is_known, open_windows
from leitstern.app.project.example_taxonomy import check_language
from leitstern.app.project.example_voice import listen_in
from leitstern.app.project.example_watch import keep_watch
from leitstern.app.project.example_waves import hold_wave
from leitstern.app.project.example_workshop import hold_workshop
from leitstern.app.waves.models import Wave
from leitstern.collect.example.evidence import assessment, claims
from leitstern.collect.example.inside_truths import PLANTED_INSIDE, Inside
from leitstern.collect.example.staff_wave import staff_waves
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.example.workshop_room import workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

SEED = 7


def found_inside(
    *, until: date, language: str, say: Callable[[str], object], inside: Inside = PLANTED_INSIDE
) -> None:
    """Waves, evidence and a workshop up to `until`, free text in `language`. A company that has them stays as it is.

    All of it or nothing. Raises Conflict in a home where people of its own are.
    """
    if Wave.objects.exists():
        return
    say("Asking its people …")
    with transaction.atomic():
        people = cast()
        adopt(people[Role.LEAD], taxonomy())  # an example of before may lack the tree of units
        for wave in staff_waves(SEED, inside):
            hold_wave(people[Role.LEAD], wave, until, language)
        for claim in claims(inside):
            bring_claim(people, claim, until, language)
        bring_assessment(people, assessment(inside), until, language)
        told = workshop(SEED, inside)
        hold_workshop(people[Role(told.by)], told, until, language)
        draw_target_picture(people, inside, until, language)
        found_incentives(people, until, language, planted=inside.planted)
        found_structure(people, until, language, planted=inside.planted)
        take_stock(people, until, language, planted=inside.planted)
        count_silos(people, until, language, planted=inside.planted)
        found_adoption(people, until, language, planted=inside.planted)
        live_practice(people, until, language, planted=inside.planted)
        agree_on_contacts(people, until, language, planted=inside.planted)
        tell_change(people, until, language, planted=inside.planted)
        decide_about_gaps(people, until, language, planted=inside.planted)
        lead_the_change(people, until, language, planted=inside.planted)
        write_cards(people, until, language, planted=inside.planted)
        run_programme(people, inside, until, language)
        if inside.planted:
            ask_what_is_known(people[Role.LEAD], until)
            open_windows(until)
        listen_in(people, until, language, planted=inside.planted)
        look_at_competitors(people, until, language, planted=inside.planted)
        answer_the_phone(people[Role.SERVICE], language)
        keep_watch(people, until, language, planted=inside.planted)
        check_language(people, until, language, planted=inside.planted)
    found = placement()  # so that nobody waits for it on a page
    if found:
        route_choice(found)
