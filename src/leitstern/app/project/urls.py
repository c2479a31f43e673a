"""Every address, area by area."""

from __future__ import annotations

from django.urls import include, path

from leitstern.app.api.api import api

urlpatterns = [
    path("", include("leitstern.app.accounts.urls")),
    path("", include("leitstern.app.outside.urls")),
    path("", include("leitstern.app.journeys.urls")),
    path("", include("leitstern.app.maps.urls")),
    path("", include("leitstern.app.answers.urls")),
    path("", include("leitstern.app.desk.urls")),
    path("", include("leitstern.app.inside.urls")),
    path("", include("leitstern.app.intake.urls")),
    path("", include("leitstern.app.operations.urls")),
    path("", include("leitstern.app.safekeeping.urls")),
    path("", include("leitstern.app.bridge.urls")),
    path("", include("leitstern.app.evidence.urls")),
    path("", include("leitstern.app.placement.urls")),
    path("", include("leitstern.app.portfolio.urls")),
    path("", include("leitstern.app.surveys.urls")),
    path("", include("leitstern.app.waves.urls")),
    path("", include("leitstern.app.workshop.urls")),
    path("", include("leitstern.app.structure.urls")),
    path("", include("leitstern.app.incentives.urls")),
    path("", include("leitstern.app.adoption.urls")),
    path("", include("leitstern.app.stack.urls")),
    path("", include("leitstern.app.claims.urls")),
    path("", include("leitstern.app.competitors.urls")),
    path("", include("leitstern.app.value.urls")),
    path("", include("leitstern.app.leadership.urls")),
    path("", include("leitstern.app.silo.urls")),
    path("", include("leitstern.app.window.urls")),
    path("", include("leitstern.app.voice.urls")),
    path("", include("leitstern.app.change.urls")),
    path("", include("leitstern.app.practice.urls")),
    path("", include("leitstern.app.policy.urls")),
    path("", include("leitstern.app.cards.urls")),
    path("", include("leitstern.app.taxonomy.urls")),
    path("", include("leitstern.app.watch.urls")),
    path("", include("leitstern.app.ties.urls")),
    path("", include("leitstern.app.lanes.urls")),
    path("", include("leitstern.app.programme.urls")),
    path("", include("leitstern.app.reports.urls")),
    path("", include("leitstern.app.web.urls")),
    path("api/v1/", api.urls),
]

handler404 = "leitstern.app.web.views.not_found"
handler403 = "leitstern.app.web.views.forbidden"
handler500 = "leitstern.app.web.views.server_error"
