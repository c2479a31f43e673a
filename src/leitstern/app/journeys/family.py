"""The views of the family by name: what each asks for, and how it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.journeys.channels import channels_document, channels_page
from leitstern.app.journeys.cohorts import cohorts_document, cohorts_page
from leitstern.app.journeys.cohorts_form import CohortsForm
from leitstern.app.journeys.funnel import funnel_document, funnel_page
from leitstern.app.journeys.funnel_form import FunnelForm
from leitstern.app.journeys.graph import GraphForm, graph_document, graph_page
from leitstern.app.journeys.handoffs import handoffs_document, handoffs_page
from leitstern.app.journeys.loops import loops_document, loops_page
from leitstern.app.journeys.steps import StepsForm, steps_document, steps_page
from leitstern.app.journeys.told_again import told_again_document, told_again_page
from leitstern.app.journeys.variants import variants_document, variants_page
from leitstern.app.journeys.waits import WaitsForm, waits_document, waits_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from ninja import Schema

    from leitstern.app.journeys.asking import Chosen
    from leitstern.app.journeys.forms import ViewForm
    from leitstern.app.journeys.pages import Built


@dataclass(frozen=True, slots=True)
class View:
    """One view of a selection: for people, for programs, and what it alone asks (None: nothing but the selection)."""

    page: Callable[[Chosen], Built]
    document: Callable[[Chosen], Schema]
    form: type[ViewForm] | None = None


VIEWS: dict[str, View] = {
    "graph": View(graph_page, graph_document, GraphForm),
    "steps": View(steps_page, steps_document, StepsForm),
    "channels": View(channels_page, channels_document),
    "handoffs": View(handoffs_page, handoffs_document),
    "told-again": View(told_again_page, told_again_document),
    "variants": View(variants_page, variants_document),
    "funnel": View(funnel_page, funnel_document, FunnelForm),
    "waits": View(waits_page, waits_document, WaitsForm),
    "loops": View(loops_page, loops_document),
    "cohorts": View(cohorts_page, cohorts_document, CohortsForm),
}
