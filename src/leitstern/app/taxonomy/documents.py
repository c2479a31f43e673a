"""The shared language as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ninja import Field, Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.taxonomy import agreement, queries
from leitstern.app.taxonomy.again import Stale
from leitstern.app.taxonomy.agreement import names_in
from leitstern.app.taxonomy.keeping import LONGEST_WHY, Preview
from leitstern.app.taxonomy.models import AgreementCheck, Decision, Outcome
from leitstern.app.taxonomy.table import shown
from leitstern.app.taxonomy.waiting import Waiting
from leitstern.core.company.agreeing import QUESTIONS, Asked
from leitstern.core.company.differences import Change, How
from leitstern.core.company.editing import Sort, values_of
from leitstern.core.company.taxonomy import Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.company.models import TaxonomyVersion


class TermOut(Schema):
    sort: Sort
    slug: str
    name: TextOut
    says: dict[str, Any]  # everything that can be changed, as `PUT` takes it
    stored: int | None  # contacts, or answers and promises; null where not counted, or fewer than five
    unused: bool


class TermIn(Schema):
    says: dict[str, Any] = Field(max_length=30)  # as `GET` gives it; names as {"en": …, "de": …}
    why: str = Field(max_length=LONGEST_WHY)
    since: int | None = None  # the version it was made from; refused if another is in force by now


class WhyIn(Schema):
    why: str = Field(max_length=LONGEST_WHY)
    since: int | None = None


class MergeIn(WhyIn):
    into: str = Field(max_length=63)


class TermFieldOut(Schema):
    field: str
    name: TextOut
    before: TextOut
    after: TextOut


class TermChangeOut(Schema):
    sort: str
    slug: str
    name: TextOut
    how: How
    fields: list[TermFieldOut]


class TaxonomyPreviewOut(Schema):
    since: int
    consequences: list[TextOut]
    changes: list[TermChangeOut]


class TaxonomyVersionOut(Schema):
    version: int
    created: datetime
    why: str


class TaxonomyFileOut(TaxonomyVersionOut):
    content: str  # the file, as `leitstern taxonomy` takes it


class WithoutTermOut(Schema):
    kind: Kind
    value: str
    entries: int
    first_seen: date
    last_seen: date
    places: list[str]
    proposals: list[str]


class ChosenIn(Schema):
    kind: Kind
    value: str
    outcome: Outcome
    term: str = ""
    stage: str = ""
    department: str = ""
    digital: bool = False


class DecideIn(Schema):
    decisions: list[ChosenIn] = Field(max_length=500)
    why: str = Field(default="", max_length=LONGEST_WHY)
    since: int | None = None


class TermDecisionOut(Schema):
    id: int
    kind: str
    value: str
    outcome: Outcome
    term: str
    why: str
    version: int | None
    withdrawn: bool


class StaleOut(Schema):
    import_id: int
    name: str
    entries: int
    hindrance: TextOut | None


class CheckIn(Schema):
    asked: Asked
    departments: list[str] = Field(max_length=50)
    seed: int | None = Field(default=None, ge=0, le=agreement.LARGEST_SEED)


class MappedWordOut(Schema):
    word: str
    said: dict[str, str]
    taxonomy: str
    differs: bool


class CheckOut(Schema):
    id: int
    asked: Asked
    question: TextOut
    created: datetime
    words: list[str]
    choices: dict[str, TextOut]
    departments: dict[str, bool]  # whether each has answered
    closed: bool
    withdrawn: bool
    alpha: Number | None  # once it is closed
    verdict: TextOut | None
    mapped: list[MappedWordOut]


class AnswersIn(Schema):
    answers: dict[str, str]  # the short name of a choice, or "-" for none of these, by word


def plain(value: Any) -> Any:
    """A field of a term as programs read it."""
    if isinstance(value, Text):
        return {"en": value.en, "de": value.de}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def term_document(listed: queries.Listed) -> TermOut:
    """A term with what stands under it."""
    says = {name: plain(value) for name, value in values_of(listed.term).items()}
    return TermOut(
        sort=listed.sort,
        slug=listed.term.slug,
        name=both(listed.term.name),
        says=says,
        stored=shown(listed.n),
        unused=listed.unused,
    )


def change_documents(changes: tuple[Change, ...]) -> list[TermChangeOut]:
    """What differs, term by term."""
    return [
        TermChangeOut(
            sort=each.sort,
            slug=each.slug,
            name=both(each.name),
            how=each.how,
            fields=[
                TermFieldOut(
                    field=field.field,
                    name=both(field.name),
                    before=both(field.before),
                    after=both(field.after),
                )
                for field in each.fields
            ],
        )
        for each in changes
    ]


def preview_document(seen: Preview) -> TaxonomyPreviewOut:
    """What a change would do."""
    return TaxonomyPreviewOut(
        since=seen.since,
        consequences=[both(each) for each in seen.consequences],
        changes=change_documents(seen.changes),
    )


def version_document(version: TaxonomyVersion) -> TaxonomyVersionOut:
    """Who changed it when is for the audit log; when and why stands here."""
    return TaxonomyVersionOut(version=version.pk, created=version.created, why=version.reason)


def file_document(version: TaxonomyVersion) -> TaxonomyFileOut:
    """A version with its file."""
    return TaxonomyFileOut(
        version=version.pk, created=version.created, why=version.reason, content=version.content
    )


def waiting_document(each: Waiting) -> WithoutTermOut:
    """A value that waits."""
    return WithoutTermOut(
        kind=each.kind,
        value=each.value,
        entries=each.entries,
        first_seen=each.first,
        last_seen=each.last,
        places=[f"{source}: {column}" for source, column in each.places],
        proposals=[like.slug for like in each.alike],
    )


def decision_document(row: Decision) -> TermDecisionOut:
    """What was decided."""
    return TermDecisionOut(
        id=row.pk,
        kind=row.kind,
        value=row.value,
        outcome=Outcome(row.outcome),
        term=row.term,
        why=row.reason,
        version=row.version_id,
        withdrawn=row.withdrawn is not None,
    )


def stale_document(each: Stale) -> StaleOut:
    """An import that would be understood better now."""
    return StaleOut(
        import_id=each.run.pk,
        name=each.run.name,
        entries=each.entries,
        hindrance=both(each.hindrance) if each.hindrance else None,
    )


def check_document(check: AgreementCheck) -> CheckOut:
    """A check; what came out only once it is closed. Links are no part of it."""
    found = agreement.result(check)
    return CheckOut(
        id=check.pk,
        asked=Asked(check.asked),
        question=both(QUESTIONS[Asked(check.asked)]),
        created=check.created,
        words=check.words,
        choices={slug: both(said) for slug, said in names_in(check).items()},
        departments={seat.unit: seat.answered is not None for seat in check.seats.all()},
        closed=check.closed is not None,
        withdrawn=check.withdrawn is not None,
        alpha=number(found.alpha) if found else None,
        verdict=both(found.verdict) if found else None,
        mapped=[
            MappedWordOut(word=each.word, said=dict(each.said), taxonomy=each.taxonomy, differs=each.differs)
            for each in (found.words if found else ())
        ],
    )
