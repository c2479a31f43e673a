"""Picking quotes for reports: a person has read each again and says that nobody can be recognised in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.db.models import Max

from leitstern.app.answers.models import Pick
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.outside.reading import require_published
from leitstern.collect.masking import masked
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.outside.comments import counted, read_counted, written
from leitstern.core.outside.few import shown
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.stats.estimate import Measured

MOST = 4  # quotes of one report
_REF = re.compile(r"(\d{1,9})-(\d{1,18})")

NO_COMMENT = Text(
    en="There is no such comment any more. Nothing was picked.",
    de="Diesen Kommentar gibt es nicht mehr. Es wurde nichts ausgewählt.",
)
NO_PICK = Text(en="There is no such picked quote.", de="Dieses ausgewählte Zitat gibt es nicht.")
NOT_CHECKED = Text(
    en="Read the comment once more and confirm that nobody can be recognised in it. Nothing was picked.",
    de="Lesen Sie den Kommentar noch einmal und bestätigen Sie, dass darin niemand zu erkennen ist. Es wurde nichts ausgewählt.",
)
NO_REASON = Text(
    en="Say in a few words why this quote belongs in the report. Nothing was picked.",
    de="Sagen Sie in ein paar Worten, warum dieses Zitat in den Bericht gehört. Es wurde nichts ausgewählt.",
)
NOT_MASKED = Text(
    en="This comment holds something that looks like a name, a number or an address. It cannot be picked.",
    de="Dieser Kommentar enthält etwas, das nach einem Namen, einer Nummer oder einer Adresse aussieht. Er lässt sich nicht auswählen.",
)
FULL = Text(
    en="A report holds at most {most} quotes. Withdraw one first; nothing was picked.",
    de="Ein Bericht fasst höchstens {most} Zitate. Ziehen Sie zuerst eines zurück; es wurde nichts ausgewählt.",
)
TWICE = Text(en="This comment is picked already.", de="Dieser Kommentar ist schon ausgewählt.")
BALANCE = Text(
    en="{bad} of {picked} picked quotes come with a bad answer; of all comments it is {share} [{low}–{high}] of 100 (n {n}).",
    de="{bad} von {picked} ausgewählten Zitaten gehören zu einer schlechten Antwort; bei allen Kommentaren sind es {share} [{low}–{high}] "
    "von 100 (n {n}).",
)
BALANCE_OF_ONE = Text(
    en="The picked quote comes with a {verdict} answer; of all comments {share} [{low}–{high}] of 100 come with a bad one (n {n}).",
    de="Das ausgewählte Zitat gehört zu einer {verdict} Antwort; von allen Kommentaren gehören {share} [{low}–{high}] von 100 zu einer "
    "schlechten (n {n}).",
)
VERDICTS = {True: Text(en="good", de="guten"), False: Text(en="bad", de="schlechten")}
ONE_SIDED = Text(
    en=" All picked quotes point the same way: put one of the others beside them.",
    de=" Alle ausgewählten Zitate weisen in dieselbe Richtung: Stellen Sie eines der anderen daneben.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a customer wrote, as the published state has it."""

    comment: str
    language: str
    touchpoint: int
    day: date
    good: bool
    value: float
    high: float
    entity: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A pick that stands, with what it quotes."""

    pick: Pick
    said: Said


def picked(state: Published) -> tuple[Quote, ...]:
    """The quotes that stand, in their order; one whose comment is no longer there is none."""
    picks = list(Pick.objects.filter(withdrawn=None))
    found = _said(state, picks)
    return tuple(Quote(pick, found[ref]) for pick in picks if (ref := str(pick)) in found)


def withdrawn(state: Published) -> tuple[Quote, ...]:
    """Those that were withdrawn and can be put back, the latest first."""
    picks = list(Pick.objects.exclude(withdrawn=None).order_by("-withdrawn"))
    found = _said(state, picks)
    return tuple(Quote(pick, found[ref]) for pick in picks if (ref := str(pick)) in found)


def comment_of(state: Published, ref: str) -> Said:
    """The comment somebody wants to pick. Raises NotFound."""
    match = _REF.fullmatch(ref)
    pick = Pick(import_id=int(match[1]), seq=int(match[2])) if match else None
    return or_not_found(_said(state, [pick]).get(str(pick)) if pick else None, NO_COMMENT)


def bad_of_all(state: Published) -> Measured:
    """The share of bad answers among all comments."""

    def compute(ask: Question) -> Bad:
        ((_, _, bad),) = read_counted(ask.run(counted(written(ask.table("feedback")))))
        return shown(Bad(bad))

    return state.find("bad of all comments", (), compute).share


@dataclass(frozen=True, slots=True)
class Bad:
    """A share of bad answers."""

    share: Measured


def balance(state: Published, quotes: tuple[Quote, ...]) -> Text | None:
    """How the picked quotes stand to all comments; None where there are none, or too few comments to say."""
    share = bad_of_all(state)
    if not quotes or not isinstance(share, Estimate):
        return None
    numbers = {
        name: round(getattr(share, of) * 100)
        for name, of in (("share", "value"), ("low", "low"), ("high", "high"))
    }
    told = {**numbers, "n": grouped(share.n)}
    if len(quotes) == 1:
        return BALANCE_OF_ONE.fill(verdict=VERDICTS[quotes[0].said.good], **told)
    bad = sum(not quote.said.good for quote in quotes)
    said = BALANCE.fill(bad=bad, picked=len(quotes), **told)
    if bad in {0, len(quotes)}:
        return Text(en=said.en + ONE_SIDED.en, de=said.de + ONE_SIDED.de)
    return said


@action("pick quote", Capability.DECIDE)
def pick(actor: Actor, ref: str, reason: str, *, checked: bool) -> Pick:
    """Let a comment appear in reports. Raises InvalidInput, NotFound, or Conflict where there are enough."""
    state = require_published()
    said = comment_of(state, ref)
    if not checked:
        raise InvalidInput(NOT_CHECKED)
    if not reason.strip():
        raise InvalidInput(NO_REASON)
    if _unmasked(said.comment):
        raise InvalidInput(NOT_MASKED)
    import_id, _, seq = ref.partition("-")
    standing = Pick.objects.filter(withdrawn=None)
    if standing.filter(import_id=int(import_id), seq=int(seq)).exists():
        raise Conflict(TWICE)
    _refuse_more(state)
    return Pick.objects.create(
        import_id=int(import_id),
        seq=int(seq),
        entity=said.entity,
        reason=reason.strip()[:300],
        place=_last() + 1,
        actor=actor.actor_id,
    )


@action("withdraw quote", Capability.DECIDE)
def withdraw(_actor: Actor, row: Pick) -> Pick:
    """It appears in no report any more."""
    return row if row.withdrawn else mark_withdrawn(row)


@action("put back quote", Capability.DECIDE)
def put_back(_actor: Actor, row: Pick) -> Pick:
    """It appears again, as the last one. Raises Conflict where there are enough, or the comment was picked anew."""
    if row.withdrawn is None:
        return row
    if Pick.objects.filter(withdrawn=None, import_id=row.import_id, seq=row.seq).exists():
        raise Conflict(TWICE)
    _refuse_more(require_published())
    row.place = _last() + 1
    row.save(update_fields=["place"])
    return mark_standing(row)


@action("move quote", Capability.DECIDE)
def move(_actor: Actor, row: Pick, way: Literal["up", "down"]) -> Pick:
    """It changes places with its neighbour, if it has one there."""
    rows = list(Pick.objects.filter(withdrawn=None))
    at = next((place for place, each in enumerate(rows) if each.pk == row.pk), None)
    if at is None:
        return row
    to = at + (-1 if way == "up" else 1)
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
        for place, each in enumerate(rows, start=1):
            each.place = place
        Pick.objects.bulk_update(rows, ["place"])
    return next(each for each in rows if each.pk == row.pk)


def pick_by_id(pick_id: int) -> Pick:
    """One picked quote, withdrawn or not. Raises NotFound."""
    return or_not_found(Pick.objects.filter(pk=pick_id).first(), NO_PICK)


def _refuse_more(state: Published) -> None:
    if len(picked(state)) >= MOST:
        raise Conflict(FULL.fill(most=MOST))


def _last() -> int:
    last: int = Pick.objects.aggregate(last=Max("place"))["last"] or 0
    return last


def _unmasked(comment: str) -> bool:
    """Whether masking would find something by now."""
    return masked(comment) != comment


def _said(state: Published, picks: list[Pick]) -> dict[str, Said]:
    """What the published state has of them. Never kept: what is erased or taken out is gone from here, too."""
    if not picks:
        return {}
    with state.reader() as reader:
        rows = reader.table("feedback")
        rows = rows.filter(rows.seq.isin([pick.seq for pick in picks]) & rows.comment.notnull())
        wanted = {str(pick) for pick in picks}
        found = reader.run(rows).to_pylist()
    return {
        ref: Said(
            comment=row["comment"],
            language=row["language"] or "",
            touchpoint=row["touchpoint"],
            day=row["local_date"],
            good=row["value"] >= row["good_from"],
            value=row["value"],
            high=row["high"],
            entity=row["entity_id"],
        )
        for row in found
        if (ref := f"{row['import_id']}-{row['seq']}") in wanted
    }
