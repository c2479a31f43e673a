"""The shared language for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.company.queries import require_taxonomy, require_version
from leitstern.app.intake.again import queue_again
from leitstern.app.intake.queries import import_by_id
from leitstern.app.taxonomy import agreement, deciding, keeping, queries
from leitstern.app.taxonomy.again import stale
from leitstern.app.taxonomy.documents import (
    AnswersIn,
    CheckIn,
    CheckOut,
    DecideIn,
    MergeIn,
    StaleOut,
    TaxonomyFileOut,
    TaxonomyPreviewOut,
    TaxonomyVersionOut,
    TermChangeOut,
    TermDecisionOut,
    TermIn,
    TermOut,
    WhyIn,
    WithoutTermOut,
    change_documents,
    check_document,
    decision_document,
    file_document,
    preview_document,
    stale_document,
    term_document,
    version_document,
    waiting_document,
)
from leitstern.app.taxonomy.given import term_given
from leitstern.app.taxonomy.models import Decision
from leitstern.app.taxonomy.waiting import waiting
from leitstern.core.company.editing import Sort, entries
from leitstern.core.company.taxonomy import Taxonomy

router = Router(tags=["taxonomy"])
TERM = "/terms/{sort}/{slug}"


@router.get("/terms", response={200: list[TermOut], **REFUSALS}, summary="All terms")
def list_terms(request: HttpRequest, sort: Sort | None = None) -> list[TermOut]:
    """With what is stored under each; `sort` narrows it."""
    require(person_of(request), Capability.SEE_GAP)
    return [term_document(each) for each in queries.language().terms if sort in (None, each.sort)]


@router.put(TERM, response={200: TaxonomyVersionOut, **REFUSALS}, summary="Add or change a term")
def put_term(request: HttpRequest, sort: Sort, slug: str, body: TermIn) -> TaxonomyVersionOut:
    """A new version. What `says` leaves out stays as it was; all mistakes at once."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    return _keep(request, _with_term(sort, slug, body), body)


@router.post(
    f"{TERM}/preview", response={200: TaxonomyPreviewOut, **REFUSALS}, summary="What a change would do"
)
def preview_term(request: HttpRequest, sort: Sort, slug: str, body: TermIn) -> TaxonomyPreviewOut:
    """Nothing is kept."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    return preview_document(keeping.preview(_with_term(sort, slug, body), sort, slug))


@router.post(f"{TERM}/retirement", response={200: TaxonomyVersionOut, **REFUSALS}, summary="Retire a term")
def retire_term(request: HttpRequest, sort: Sort, slug: str, body: WhyIn) -> TaxonomyVersionOut:
    """What is stored keeps it as a former name; its short name is never given away."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    return _keep(request, keeping.without(require_taxonomy(), sort, slug), body)


@router.post(f"{TERM}/merger", response={200: TaxonomyVersionOut, **REFUSALS}, summary="Merge two terms")
def merge_term(request: HttpRequest, sort: Sort, slug: str, body: MergeIn) -> TaxonomyVersionOut:
    """`into` answers to its names from now on, and takes over what pointed to it."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    return _keep(request, keeping.merged(require_taxonomy(), sort, slug, body.into), body)


@router.get("/versions", response={200: list[TaxonomyVersionOut], **REFUSALS}, summary="Versions")
def list_versions(request: HttpRequest) -> list[TaxonomyVersionOut]:
    """The newest first."""
    require(person_of(request), Capability.SEE_GAP)
    return [version_document(each) for each in queries.versions()]


@router.get("/versions/{number}", response={200: TaxonomyFileOut, **REFUSALS}, summary="One version")
def get_version(request: HttpRequest, number: int) -> TaxonomyFileOut:
    """With its file."""
    require(person_of(request), Capability.SEE_GAP)
    return file_document(queries.version_by_id(number))


@router.get(
    "/versions/{number}/changes", response={200: list[TermChangeOut], **REFUSALS}, summary="What differs"
)
def get_changes(request: HttpRequest, number: int, since: int) -> list[TermChangeOut]:
    """From version `since` to this one, term by term."""
    require(person_of(request), Capability.SEE_GAP)
    return change_documents(queries.between(queries.version_by_id(since), queries.version_by_id(number)))


@router.post(
    "/versions/{number}/return",
    response={200: TaxonomyVersionOut, **REFUSALS},
    summary="Go back to a version",
)
def return_to(request: HttpRequest, number: int, body: WhyIn) -> TaxonomyVersionOut:
    """As a new version that says the same; every term keeps its code."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    return _keep(request, keeping.as_it_was(queries.version_by_id(number)), body)


@router.get("/waiting", response={200: list[WithoutTermOut], **REFUSALS}, summary="Values without a term")
def list_waiting(request: HttpRequest) -> list[WithoutTermOut]:
    """What came in most often first, with the terms called most like it."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [waiting_document(each) for each in waiting(require_taxonomy())]


@router.get("/decisions", response={200: list[TermDecisionOut], **REFUSALS}, summary="What values mean")
def list_decisions(request: HttpRequest) -> list[TermDecisionOut]:
    """Every decision, the newest first, those taken back as well."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [decision_document(each) for each in Decision.objects.all()]


@router.post(
    "/decisions", response={201: list[TermDecisionOut], **REFUSALS}, summary="Decide what values mean"
)
def decide(request: HttpRequest, body: DecideIn) -> Status[list[TermDecisionOut]]:
    """All or none: synonyms and new terms in one new version, what is left out with its reason."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    chosen = [deciding.Chosen(**each.model_dump()) for each in body.decisions]
    return Status(
        201, [decision_document(each) for each in deciding.decide(me, chosen, body.why, body.since)]
    )


@router.get("/stale-imports", response={200: list[StaleOut], **REFUSALS}, summary="Imports to be read again")
def list_stale(request: HttpRequest) -> list[StaleOut]:
    """What would count under another term if its import were read again, and what hinders that."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [stale_document(each) for each in stale(require_taxonomy())]


@router.post("/stale-imports/{import_id}", response={202: int, **REFUSALS}, summary="Read an import again")
def read_again(request: HttpRequest, import_id: int) -> Status[int]:
    """Take it out and bring it in anew, by the taxonomy as it is now. Gives the number of the new import."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    return Status(202, queue_again(me, import_by_id(import_id)).pk)


@router.get("/agreement", response={200: list[CheckOut], **REFUSALS}, summary="Agreement checks")
def list_checks(request: HttpRequest) -> list[CheckOut]:
    """The newest first; what came out only of those that are closed."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [check_document(each) for each in agreement.checks()]


@router.post("/agreement", response={201: CheckOut, **REFUSALS}, summary="Open an agreement check")
def open_check(request: HttpRequest, body: CheckIn) -> Status[CheckOut]:
    """Words are drawn by chance, the same for the same seed. Each department's link stands on the check's page."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    opened = agreement.open_check(me, body.asked, body.departments, me.language, seed=body.seed)
    return Status(201, check_document(opened))


@router.post(
    "/agreement/answers/{token}", response={201: CheckOut, **REFUSALS}, summary="Answer for a department"
)
def answer_check(request: HttpRequest, token: str, body: AnswersIn) -> Status[CheckOut]:
    """Once and for good, with the token of the department's link."""
    require(person_of(request), Capability.SEE_INSIDE)
    return Status(201, check_document(agreement.answer(agreement.seat_by_token(token), body.answers)))


@router.post("/agreement/{check_id}/closing", response={200: CheckOut, **REFUSALS}, summary="Close a check")
def close_check(request: HttpRequest, check_id: int) -> CheckOut:
    """No more answers are taken, and the result is seen."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    return check_document(agreement.close(me, agreement.check_by_id(check_id)))


@router.post(
    "/agreement/{check_id}/reinstatement",
    response={200: CheckOut, **REFUSALS},
    summary="Let a check count again",
)
def reinstate_check(request: HttpRequest, check_id: int) -> CheckOut:
    """Its links work again while it is open."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    return check_document(agreement.reinstate(me, agreement.check_by_id(check_id)))


@router.delete("/agreement/{check_id}", response={200: CheckOut, **REFUSALS}, summary="Withdraw a check")
def withdraw_check(request: HttpRequest, check_id: int) -> CheckOut:
    """It stays readable and no longer counts."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    return check_document(agreement.withdraw(me, agreement.check_by_id(check_id)))


@router.delete(
    "/decisions/{decision_id}", response={200: TermDecisionOut, **REFUSALS}, summary="Take a decision back"
)
def take_back(request: HttpRequest, decision_id: int) -> TermDecisionOut:
    """The value waits again; what is stored stays as it is."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    return decision_document(deciding.take_back(me, deciding.decision_by_id(decision_id)))


def _with_term(sort: Sort, slug: str, body: TermIn) -> Taxonomy:
    taxonomy = require_taxonomy()
    before = next((each for each in entries(taxonomy, sort) if each.slug == slug), None)
    return keeping.with_term(taxonomy, sort, term_given(sort, slug, body.says, before), new=before is None)


def _keep(request: HttpRequest, after: Taxonomy, body: TermIn | WhyIn) -> TaxonomyVersionOut:
    since = require_version().pk if body.since is None else body.since
    return version_document(keeping.keep(person_of(request), after, since, body.why))
