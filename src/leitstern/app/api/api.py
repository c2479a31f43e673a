"""The interface for programs: the areas' routers, one way in, one shape of error (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from leitstern.app.adoption.api import router as adoption
from leitstern.app.answers.api import router as answers
from leitstern.app.api.access import KeyOrSession
from leitstern.app.api.describing import describe
from leitstern.app.api.naming import name_by_area
from leitstern.app.api.once import once
from leitstern.app.api.paging import page
from leitstern.app.api.parameters import known_only
from leitstern.app.api.problems import own, problem
from leitstern.app.bridge.api import router as bridge
from leitstern.app.cards.api import router as cards
from leitstern.app.change.api import router as change
from leitstern.app.claims.api import router as claims
from leitstern.app.competitors.api import router as competitors
from leitstern.app.desk.api import router as contacts
from leitstern.app.evidence.api import router as evidence
from leitstern.app.gap.api import router as gap
from leitstern.app.incentives.api import router as incentives
from leitstern.app.inside.api import router as inside
from leitstern.app.intake.api import router as intake
from leitstern.app.journeys.api import router as journeys
from leitstern.app.lanes.api import router as lanes
from leitstern.app.leadership.api import router as leadership
from leitstern.app.maps.api import router as maps
from leitstern.app.operations.api import router as operations
from leitstern.app.outside.api import router as outside
from leitstern.app.placement.api import router as placement
from leitstern.app.policy.api import router as policy
from leitstern.app.portfolio.api import router as portfolio
from leitstern.app.practice.api import router as practice
from leitstern.app.programme.api import router as programme
from leitstern.app.reports.api import router as reports
from leitstern.app.reports.works_council.api import router as works_council
from leitstern.app.safekeeping.api import router as safekeeping
from leitstern.app.silo.api import router as silo
from leitstern.app.stack.api import router as technology
from leitstern.app.structure.api import router as organisation
from leitstern.app.surveys.api import router as surveys
from leitstern.app.taxonomy.api import router as taxonomy
from leitstern.app.ties.api import router as ties
from leitstern.app.value.api import router as value
from leitstern.app.voice.api import router as voice
from leitstern.app.watch.api import router as watch
from leitstern.app.waves.api import router as waves
from leitstern.app.window.api import router as window
from leitstern.app.workshop.api import router as workshop
from leitstern.core.errors import LeitsternError
from leitstern.version import VERSION

if TYPE_CHECKING:
    from ninja import Router
    from ninja.openapi.schema import OpenAPISchema

name_by_area()
_DESCRIPTIONS: dict[str, OpenAPISchema] = {}  # putting one together takes seconds


class DescribedApi(NinjaAPI):
    """An interface that gives long lists in pages, says when nothing changed, and describes both."""

    def create_response(self, request: HttpRequest, data: Any, **options: Any) -> HttpResponse:
        """The answer; of a list the page asked for."""
        if request.method != "GET":
            return super().create_response(request, data, **options)
        following = ""
        if isinstance(data, list):
            data, following = page(request, data)
        response = super().create_response(request, data, **options)
        if response.status_code == HTTPStatus.OK:
            if following:
                response["Link"] = f'<{following}>; rel="next"'
            if not response.has_header("ETag"):  # a thing with versions brings its own
                set_response_etag(response)
            response = get_conditional_response(request, response["ETag"], response=response) or response
        return response

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description (OpenAPI), to be read only: put together once for each place where the interface is mounted."""
        place = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        if place not in _DESCRIPTIONS:
            schema = super().get_openapi_schema(path_prefix=place)
            describe(schema)
            _DESCRIPTIONS[place] = schema
        return _DESCRIPTIONS[place]


api = DescribedApi(
    title="Leitstern",
    version=VERSION,
    description="Everything the pages show, for programs. Every number carries its interval and n.",
    auth=KeyOrSession(),
    urls_namespace="api",
    docs_url=None,
)
api.add_decorator(once, mode="view")
api.add_decorator(known_only)
ROUTERS: dict[str, Router] = {
    "/gap": gap,
    "/outside": outside,
    "/journeys": journeys,
    "/maps": maps,
    "/answers": answers,
    "/inside": inside,
    "/bridge": bridge,
    "/contacts": contacts,
    "/evidence": evidence,
    "/placement": placement,
    "/policy": policy,
    "/portfolio": portfolio,
    "/practice": practice,
    "/programme": programme,
    "/surveys": surveys,
    "/waves": waves,
    "/workshops": workshop,
    "/intake": intake,
    "/operations": operations,
    "/safekeeping": safekeeping,
    "/organisation": organisation,
    "/incentives": incentives,
    "/adoption": adoption,
    "/technology": technology,
    "/cards": cards,
    "/change": change,
    "/claims": claims,
    "/silo": silo,
    "/window": window,
    "/voice": voice,
    "/competitors": competitors,
    "/value": value,
    "/watch": watch,
    "/taxonomy": taxonomy,
    "/ties": ties,
    "/lanes": lanes,
    "/leadership": leadership,
    "/reports": reports,
    "/works-council": works_council,
}
for prefix, router in ROUTERS.items():
    api.add_router(prefix, router)


@api.exception_handler(LeitsternError)
def own_error(_request: HttpRequest, error: LeitsternError) -> HttpResponse:
    """Our own errors."""
    return own(error)


@api.exception_handler(AuthenticationError)
def no_key(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Nobody we know."""
    response = problem(401, "unauthenticated", "A valid key is needed: Authorization: Bearer lst_…")
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters that do not fit their description."""
    return problem(422, "invalid-input", "The request does not fit its description.", errors=error.errors)


@api.exception_handler(HttpError)
def http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework refuses."""
    return problem(error.status_code, "refused", str(error))
