"""The pages of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.journeys.channels import channels_page
from leitstern.app.journeys.cohorts import cohorts_page
from leitstern.app.journeys.cohorts_form import CohortsForm
from leitstern.app.journeys.funnel import funnel_page
from leitstern.app.journeys.funnel_form import FunnelForm
from leitstern.app.journeys.graph import GraphForm, graph_page
from leitstern.app.journeys.handoffs import handoffs_page
from leitstern.app.journeys.loops import loops_page
from leitstern.app.journeys.pages import show
from leitstern.app.journeys.steps import StepsForm, steps_page
from leitstern.app.journeys.variants import variants_page
from leitstern.app.journeys.waits import WaitsForm, waits_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def graph(request: HttpRequest) -> HttpResponse:
    """From where to where customers go."""
    return show(request, "graph", graph_page, GraphForm)


def steps(request: HttpRequest) -> HttpResponse:
    """What comes before a touchpoint and after it."""
    return show(request, "steps", steps_page, StepsForm)


def channels(request: HttpRequest) -> HttpResponse:
    """Where customers change the channel."""
    return show(request, "channels", channels_page)


def handoffs(request: HttpRequest) -> HttpResponse:
    """Where customers are handed on from department to department."""
    return show(request, "handoffs", handoffs_page)


def variants(request: HttpRequest) -> HttpResponse:
    """Which ways customers take, and how few cover how much."""
    return show(request, "variants", variants_page)


def funnel(request: HttpRequest) -> HttpResponse:
    """How far customers get, and what those do instead who stop."""
    return show(request, "funnel", funnel_page, FunnelForm)


def loops(request: HttpRequest) -> HttpResponse:
    """Where customers are back where they were."""
    return show(request, "loops", loops_page)


def cohorts(request: HttpRequest) -> HttpResponse:
    """Whether customers have contact again, by when they began."""
    return show(request, "cohorts", cohorts_page, CohortsForm)


def waits(request: HttpRequest) -> HttpResponse:
    """How long customers wait between two touchpoints."""
    return show(request, "waits", waits_page, WaitsForm)
