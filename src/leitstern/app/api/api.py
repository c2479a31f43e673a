"""The interface for programs: the areas' routers, one way in, one shape of error (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from leitstern import VERSION
from leitstern.app.adoption.api import router as adoption
from leitstern.app.api.access import KeyOrSession
from leitstern.app.api.naming import name_by_area
from leitstern.app.bridge.api import router as bridge
from leitstern.app.change.api import router as change
from leitstern.app.claims.api import router as claims
from leitstern.app.desk.api import router as contacts
from leitstern.app.evidence.api import router as evidence
from leitstern.app.gap.api import router as gap
from leitstern.app.incentives.api import router as incentives
from leitstern.app.inside.api import router as inside
from leitstern.app.intake.api import router as intake
from leitstern.app.journeys.api import router as journeys
from leitstern.app.lanes.api import router as lanes
from leitstern.app.leadership.api import router as leadership
from leitstern.app.outside.api import router as outside
from leitstern.app.placement.api import router as placement
from leitstern.app.policy.api import router as policy
from leitstern.app.portfolio.api import router as portfolio
from leitstern.app.practice.api import router as practice
from leitstern.app.programme.api import router as programme
from leitstern.app.reports.api import router as reports
from leitstern.app.reports.works_council.api import router as works_council
from leitstern.app.silo.api import router as silo
from leitstern.app.stack.api import router as technology
from leitstern.app.structure.api import router as organisation
from leitstern.app.surveys.api import router as surveys
from leitstern.app.ties.api import router as ties
from leitstern.app.voice.api import router as voice
from leitstern.app.watch.api import router as watch
from leitstern.app.waves.api import router as waves
from leitstern.app.window.api import router as window
from leitstern.app.workshop.api import router as workshop
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from ninja import Router
    from ninja.openapi.schema import OpenAPISchema

PROBLEM = "application/problem+json"
name_by_area()


class DescribedApi(NinjaAPI):
    """An interface whose description says that refusals are problem documents."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description (OpenAPI)."""
        schema = super().get_openapi_schema(**options)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        response["content"] = {PROBLEM: response["content"]["application/json"]}
        return schema


api = DescribedApi(
    title="Leitstern",
    version=VERSION,
    description="Everything the pages show, for programs. Every number carries its interval and n.",
    auth=KeyOrSession(),
    urls_namespace="api",
    docs_url=None,
)
ROUTERS: dict[str, Router] = {
    "/gap": gap,
    "/outside": outside,
    "/journeys": journeys,
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
    "/organisation": organisation,
    "/incentives": incentives,
    "/adoption": adoption,
    "/technology": technology,
    "/change": change,
    "/claims": claims,
    "/silo": silo,
    "/window": window,
    "/voice": voice,
    "/watch": watch,
    "/ties": ties,
    "/lanes": lanes,
    "/leadership": leadership,
    "/reports": reports,
    "/works-council": works_council,
}
for prefix, router in ROUTERS.items():
    api.add_router(prefix, router)


def problem(request: HttpRequest, status: int, code: str, detail: str, **more: object) -> HttpResponse:
    """One JSON problem: type, title, status, detail, and what the kind of problem adds."""
    body = {
        "type": f"urn:leitstern:problem:{code}",
        "title": code,
        "status": status,
        "detail": detail,
        **more,
    }
    response = api.create_response(request, body, status=status)
    response["Content-Type"] = PROBLEM
    return response


@api.exception_handler(LeitsternError)
def own_error(request: HttpRequest, error: LeitsternError) -> HttpResponse:
    """Our own errors, in the language asked for by Accept-Language."""
    return problem(request, error.status, error.code, error.text.to(get_language() or "en"))


@api.exception_handler(AuthenticationError)
def no_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Nobody we know."""
    response = problem(request, 401, "unauthenticated", "A valid key is needed: Authorization: Bearer lst_…")
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters that do not fit their description."""
    return problem(
        request, 422, "invalid-input", "The request does not fit its description.", errors=error.errors
    )


@api.exception_handler(HttpError)
def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework refuses."""
    return problem(request, error.status_code, "refused", str(error))
