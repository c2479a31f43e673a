"""Addresses of everything that can be read, once there is something of every kind."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from leitstern.app.accounts.models import Person
from leitstern.app.adoption.models import Team, Watched
from leitstern.app.answers.pages import TABS as VOICES
from leitstern.app.api.api import api
from leitstern.app.bridge.models import Measure
from leitstern.app.cards.models import Card
from leitstern.app.change.models import Message, Shaping, Version
from leitstern.app.company.former import unit_names
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.desk.models import Entry
from leitstern.app.incentives.models import Figure
from leitstern.app.incentives.queries import conflicts
from leitstern.app.inside.models import InstrumentVersion
from leitstern.app.intake.models import Import
from leitstern.app.journeys.pages import TABS
from leitstern.app.leadership.models import Decision
from leitstern.app.policy.models import ContactRule
from leitstern.app.portfolio.models import Goal, Initiative
from leitstern.app.practice.models import Pilot, Principle, Retrospective, StopItem, Story
from leitstern.app.programme.models import Bet, Hurdle, Task
from leitstern.app.silo.models import TieCount
from leitstern.app.stack.models import Item
from leitstern.app.structure.models import Interface, Role, Work
from leitstern.app.surveys.models import GuessRound, KnowledgeRound
from leitstern.app.taxonomy.models import AgreementCheck
from leitstern.app.voice.models import System
from leitstern.app.watch.models import Alarm
from leitstern.app.waves.models import Publication, Wave
from leitstern.app.workshop.models import Workshop
from leitstern.core.company.editing import EDITED

TOUCHPOINTS = (
    "payoff",
    "call_help",
    "claim_settled",
    "offer_letter",
)  # of every kind, down to one nobody asked about

ADOPTION = (
    *("overview", "teams", "files", "new-application", "new-team"),
    *("campaigns", "missing", "rules"),
)
LEADERSHIP = (
    *("overview", "acts", "where", "hours", "minutes", "felt", "agreement", "duties", "files"),
    *("decisions", "paper", "ask"),
)
INCENTIVES = (
    *("overview", "conflicts", "figures", "roles", "functions", "files"),
    *("templates", "new-figure", "new-role"),
)
STRUCTURE = (
    *("overview", "units", "roles", "interfaces", "works", "journeys", "skills", "leftovers", "files"),
    *("new-unit", "new-role", "new-interface", "new-work"),
)
STACK = ("overview", "applications", "capabilities", "data", "roadmap", "files")
DECIDED = ("application", "capability")
PROGRAMME = (
    "overview",
    "hurdles",
    "roadmap",
    "scenarios",
    "tasks",
    "settings",
    "begin",
    "bets",
    "new-bet",
    "new-hurdle",
    "new-task",
)
WAVE = ("wave", "paper", "paper-again", "paper-file")
ROOM = ("desk", "desk-now", "beamer", "beamer-now", "result")


def pages() -> list[str]:
    """Every kind of page of a company."""
    return [
        *(reverse(f"web:{name}") for name in ("situation", "method", "audit")),
        *(reverse("web:touchpoint", args=[slug]) for slug in TOUCHPOINTS),
        reverse("web:method-page", args=["gap"]),
        *(reverse(f"outside:{name}") for name in ("journeys", "heard", "customers")),
        *(reverse(f"journeys:{tab}") for tab, _ in TABS),
        *(reverse(f"answers:{tab}") for tab, _ in VOICES),
        f"{reverse('answers:scores')}?by=touchpoint&b-who=loyal_for_decades",
        f"{reverse('answers:comments')}?words=warteschleife",
        *(reverse(f"maps:{name}") for name in ("overview", "new")),
        *(reverse(f"maps:{name}", args=["claim"]) for name in ("map", "edit", "versions")),
        *(reverse(f"desk:{name}") for name in ("enter", "letters", "steps")),
        *(
            reverse(f"desk:{name}", args=[each.pk])
            for each in Entry.objects.all()[:2]
            for name in ("entry", "correct")
        ),
        *(reverse(f"accounts:{name}") for name in ("people", "me")),
        reverse("inside:beliefs"),
        *(reverse(f"evidence:{name}") for name in ("overview", "queue", "independent")),
        *(reverse("evidence:dimension", args=[slug]) for slug in ("k1", "t10")),
        *(reverse(f"reports:{name}") for name in ("reports", "works-council", "agreement")),
        *(
            reverse(f"placement:{name}")
            for name in ("placement", "units", "learned", "dimensions", "assumptions")
        ),
        reverse("placement:assumption", args=["cut_culture"]),
        f"{reverse('placement:assumptions')}?q=weight",
        f"{reverse('placement:assumption', args=['cut_culture'])}?value=2.2",
        reverse("waves:overview"),
        *(
            reverse(f"waves:{name}", args=[each.pk])
            for each in Wave.objects.all()
            for name in ("wave", "results")
        ),
        *(reverse(f"adoption:{name}") for name in ADOPTION),
        *(reverse("adoption:application", args=[each.slug]) for each in Watched.objects.all()),
        *(reverse("adoption:define", args=[each.slug]) for each in Watched.objects.all()[:1]),
        *(reverse("adoption:team", args=[each.slug]) for each in Team.objects.all()),
        *(reverse("adoption:edit-team", args=[each.slug]) for each in Team.objects.all()[:1]),
        *(reverse("adoption:campaign-team", args=[each.slug]) for each in Team.objects.all()[:3]),
        *(reverse(f"structure:{name}") for name in STRUCTURE),
        *(reverse("structure:unit", args=[slug]) for slug in unit_names()),
        *(reverse("structure:role", args=[each.pk]) for each in Role.objects.all()),
        *(reverse("structure:edit-role", args=[each.pk]) for each in Role.objects.all()[:1]),
        *(reverse("structure:interface", args=[each.pk]) for each in Interface.objects.all()),
        *(reverse("structure:work", args=[each.pk]) for each in Work.objects.all()),
        *(reverse(f"incentives:{name}") for name in INCENTIVES),
        *(reverse(f"stack:{name}") for name in STACK),
        *(reverse("stack:new", args=[kind]) for kind in ("application", "capability", "data", "integration")),
        *(reverse(f"stack:{row.kind}", args=[row.slug]) for row in Item.objects.filter(kind__in=DECIDED)),
        *(
            reverse("stack:edit", args=[row.kind, row.slug])
            for row in Item.objects.exclude(kind__in=DECIDED)[:2]
        ),
        *(reverse("incentives:figure", args=[each.slug]) for each in Figure.objects.all()),
        *(reverse("incentives:role", args=[each.pk]) for each in Role.objects.all()),
        *(reverse("incentives:conflict", args=line.pair) for line in conflicts().lines),
        reverse("inside:instruments"),
        *(reverse("inside:instrument", args=[each.pk]) for each in InstrumentVersion.objects.all()),
        reverse("waves:overview"),
        *(reverse(f"waves:{name}", args=[each.pk]) for each in Wave.objects.all() for name in WAVE),
        *(reverse("waves:results", args=[each.wave_id]) for each in Publication.objects.all()),
        reverse("workshop:list"),
        *(
            reverse(f"workshop:{name}", args=[each.pk])
            for each in Workshop.objects.all()
            for name in (("result",) if each.closed else ROOM)
        ),
        reverse("safekeeping:overview"),
        *(reverse(f"operations:{name}") for name in ("overview", "quality")),
        *(reverse("operations:mend", args=[run.pk]) for run in Import.objects.all()[:1]),
        *(reverse(f"taxonomy:{name}") for name in ("overview", "versions", "waiting", "agreement")),
        *(reverse("taxonomy:check", args=[each.pk]) for each in AgreementCheck.objects.all()),
        reverse("taxonomy:version", args=[TaxonomyVersion.objects.latest("id").pk]),
        *(reverse("taxonomy:new", args=[sort]) for sort in EDITED),
        *(reverse(f"taxonomy:{name}", args=["touchpoint", "payoff"]) for name in ("term", "retire", "merge")),
        reverse("intake:imports"),
        *(reverse("intake:import", args=[run.pk]) for run in Import.objects.all()),
        reverse("surveys:guesses"),
        *(reverse("surveys:room", args=[each.pk]) for each in GuessRound.objects.all()),
        *(reverse("surveys:count", args=[each.pk]) for each in GuessRound.objects.all()),
        reverse("surveys:known"),
        *(reverse("surveys:known-room", args=[each.pk]) for each in KnowledgeRound.objects.all()),
        *(reverse("surveys:known-count", args=[each.pk]) for each in KnowledgeRound.objects.all()),
        *(
            reverse(f"portfolio:{name}")
            for name in (
                "overview",
                "initiatives",
                "promises",
                "responsible",
                "new-goal",
                "new-initiative",
                "file",
            )
        ),
        *(reverse("portfolio:goal", args=[each.pk]) for each in Goal.objects.all()),
        *(reverse("portfolio:initiative", args=[each.pk]) for each in Initiative.objects.all()),
        *(reverse("portfolio:edit-initiative", args=[each.pk]) for each in Initiative.objects.all()[:1]),
        reverse("window:overview"),
        reverse("value:overview"),
        *(reverse(f"competitors:{name}") for name in ("overview", "enter", "file")),
        *(reverse(f"voice:{name}") for name in ("overview", "texts", "judge", "rules", "files")),
        *(reverse("voice:system", args=[each.slug]) for each in System.objects.all()),
        reverse("window:reach"),
        *(
            reverse(f"window:{name}", args=[slug])
            for slug in ("service", "branches")
            for name in ("unit", "letter")
        ),
        *(reverse(f"silo:{name}") for name in ("overview", "ties", "functions")),
        *(reverse("silo:count", args=[each.pk]) for each in TieCount.objects.all()),
        *(
            reverse(f"change:{name}")
            for name in (
                "overview",
                "calendar",
                "pulse",
                "shapings",
                "involved",
                "new-message",
                "new-shaping",
            )
        ),
        *(reverse("change:brief", args=[each.pk]) for each in Initiative.objects.all()),
        *(reverse("change:edit-brief", args=[each.pk]) for each in Initiative.objects.all()[:1]),
        *(reverse("change:print", args=[each.pk]) for each in Version.objects.all()),
        *(reverse("change:edit-message", args=[each.pk]) for each in Message.objects.all()[:1]),
        *(reverse("change:shaping", args=[each.pk]) for each in Shaping.objects.all()),
        *(
            reverse(f"practice:{name}")
            for name in (
                "overview",
                "counts",
                "pilots",
                "stories",
                "register",
                "new-principle",
                "new-stopped",
            )
        ),
        *(
            reverse(f"practice:{name}")
            for name in ("new-pilot", "new-story", "new-retrospective", "retrospectives")
        ),
        *(reverse("practice:principle", args=[each.pk]) for each in Principle.objects.all()),
        *(reverse("practice:stopped", args=[each.pk]) for each in StopItem.objects.all()),
        *(reverse("practice:pilot", args=[each.pk]) for each in Pilot.objects.all()),
        *(reverse("practice:story", args=[each.pk]) for each in Story.objects.all()),
        reverse("ties:left"),
        *(reverse("ties:close", args=[each.pk]) for each in Person.objects.all()[:2]),
        *(reverse("practice:retrospective", args=[each.pk]) for each in Retrospective.objects.all()),
        *(
            reverse("practice:edit-retrospective", args=[each.pk])
            for each in Retrospective.objects.order_by("pk")[:1]
        ),
        *(reverse(f"cards:{name}") for name in ("overview", "new")),
        *(reverse("cards:card", args=[each.pk]) for each in Card.objects.all()),
        *(reverse("cards:edit", args=[each.pk]) for each in Card.objects.order_by("-pk")[:1]),
        *(reverse(f"policy:{name}") for name in ("overview", "new-rule", "new-personal")),
        *(reverse("policy:rule", args=[each.pk]) for each in ContactRule.objects.all()),
        *(reverse("policy:edit-rule", args=[each.pk]) for each in ContactRule.objects.all()[:1]),
        *(reverse(f"programme:{name}") for name in PROGRAMME),
        *(f"{reverse(f'programme:{name}')}?at=2026-01" for name in PROGRAMME[:3]),
        *(reverse("programme:step", args=[number]) for number in (1, 6, 7)),
        *(reverse("programme:bet", args=[each.pk]) for each in Bet.objects.all()[:1]),
        *(reverse("programme:hurdle", args=[each.pk]) for each in Hurdle.objects.all()[:1]),
        *(reverse("programme:task", args=[each.pk]) for each in Task.objects.all()[:1]),
        *(reverse(f"leadership:{name}") for name in LEADERSHIP),
        *(reverse("leadership:decision", args=[each.pk]) for each in Decision.objects.all()[:12]),
        *(reverse(f"watch:{name}") for name in ("overview", "course", "wordings")),
        reverse("watch:stream", args=["leadership-acts"]),
        *(reverse("watch:alarm", args=[each.pk]) for each in Alarm.objects.all()),
        reverse("ties:search"),
        reverse("lanes:overview"),
        reverse("lanes:departments"),
        f"{reverse('ties:search')}?q=brief",
        reverse("ties:around", args=["touchpoint", "offer_letter"]),
        reverse("claims:claims"),
        f"{reverse('claims:claims')}?grade=experimental",
        reverse("bridge:measures"),
        *(reverse("bridge:measure", args=[each.pk]) for each in Measure.objects.all()),
        reverse("bridge:new") + "?touchpoint=payoff&facet=satisfied",
    ]


def exports() -> list[str]:
    """Every list to take along, and every document for programs."""
    lists = [
        f"{reverse(name)}?format=csv"
        for name in (
            *(f"journeys:{tab}" for tab, _ in TABS),
            *(f"answers:{tab}" for tab, _ in VOICES),
            "maps:overview",
            "web:situation",
            "web:audit",
            "outside:heard",
            "bridge:measures",
            "change:overview",
            "change:calendar",
            "change:pulse",
            "change:shapings",
            "cards:overview",
            "claims:claims",
            "portfolio:overview",
            "portfolio:initiatives",
            "portfolio:promises",
            "programme:overview",
            "programme:hurdles",
            "programme:roadmap",
            "programme:tasks",
            "programme:scenarios",
            "policy:overview",
            "practice:overview",
            "practice:pilots",
            "practice:stories",
            "practice:register",
            "waves:overview",
            "silo:overview",
            "competitors:overview",
            "value:overview",
            "voice:overview",
            "voice:texts",
            "voice:rules",
            "silo:ties",
            "evidence:overview",
            "evidence:independent",
            "adoption:overview",
            "adoption:teams",
            "adoption:campaigns",
            "adoption:missing",
            "incentives:overview",
            "incentives:conflicts",
            "incentives:figures",
            "incentives:functions",
            "incentives:target",
            "incentives:boundaries",
            "structure:units",
            "structure:roles",
            "structure:interfaces",
            "structure:works",
            "structure:journeys",
            "structure:skills",
            "structure:trainings",
            "structure:together",
            "structure:leftovers",
            "incentives:roles",
            "leadership:overview",
            "leadership:acts",
            "leadership:where",
            "leadership:hours",
            "leadership:minutes",
            "leadership:felt",
            "leadership:decisions",
            "stack:overview",
            "stack:applications",
            "stack:capabilities",
            "stack:data",
            "stack:roadmap",
            "watch:overview",
            "watch:wordings",
        )
    ]
    lists += [
        f"{reverse('watch:stream', args=['leadership-acts'])}?format=csv",
        f"{reverse('ties:around', args=['touchpoint', 'offer_letter'])}?format=csv",
        f"{reverse('lanes:departments')}?format=csv",
        f"{reverse('maps:map', args=['claim'])}?format=csv",
        *(f"{reverse('lanes:overview')}?format={what}" for what in ("csv", "conflicts", "anchoring")),
    ]
    return [*lists, *documents()]


def documents() -> list[str]:
    """Every document for programs that needs nothing named in its address; files to take along are not read here."""
    paths = api.get_openapi_schema()["paths"]
    return [path for path, methods in paths.items() if "{" not in path and _is_json(methods.get("get", {}))]


def _is_json(operation: dict[str, Any]) -> bool:
    return "application/json" in operation.get("responses", {}).get(200, {}).get("content", {})
