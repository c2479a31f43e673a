"""What holds where: the whole policy by touchpoint, and one rule with its months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.policy import queries
from leitstern.app.policy.counting import counted_rule
from leitstern.app.policy.drawing import rule_drawing
from leitstern.app.policy.naming import rule_name, touchpoint_name
from leitstern.app.policy.personal import personal_line
from leitstern.app.policy.places import policy
from leitstern.app.policy.table import PERSONAL_HEADER, RULES_HEADER, personal_rows, rule_rows
from leitstern.app.practice.pages import may, names
from leitstern.core.bridge.policy.terms import PERSONAL
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.policy.models import ContactRule, Wording

FIELDS = {
    "reason": Text(en="reason", de="Begründung"),
    "outcome": Text(en="what customers notice", de="was Kundinnen und Kunden merken"),
    "owner": Text(en="who answers", de="wer verantwortlich ist"),
    "review": Text(en="review", de="Überprüfung"),
    "until": Text(en="end", de="Ende"),
}


def overview(request: HttpRequest) -> HttpResponse:
    """Every rule with how far it is kept, the worst first, and for what contacts are personal."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found, language = policy(), get_language() or "en"
    match request.GET.get("format"):
        case "csv":
            return csv_response("contact-rules", RULES_HEADER, rule_rows(found.rules, language))
        case "personal":
            return csv_response("personal-contacts", PERSONAL_HEADER, personal_rows(found.personal, language))
    today = timezone.localdate()
    context = {
        "policy": found,
        "worst": found.broken[0] if found.broken else None,
        "due": sum(line.due(today) for line in found.rules) + sum(line.due(today) for line in found.personal),
        "proposed": sum(line.row.agreed is None for line in found.rules),
        "never": sum(line.decided.personal == "none" for line in found.personal),
        "personal_words": PERSONAL,
        "withdrawn": [(row, rule_name(row)) for row in queries.rules_ever().exclude(withdrawn=None)],
        "withdrawn_decisions": [
            (personal_line(row), touchpoint_name(row.touchpoint))
            for row in queries.decisions_ever().exclude(withdrawn=None)
        ],
        "today": today,
        **may(me),
    }
    return render(request, "policy/overview.html", context)


def rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """One rule: what it demands and why, and how far it was kept."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    row = queries.rule_by_id(rule_id)
    line = counted_rule(row)
    context = {
        "row": row,
        "line": line,
        "chart": rule_drawing(line),
        "periods": line.periods[::-1],
        "free": row.duty == "may",
        "wordings": _with_changes(row),
        "names": names(),
        "due": line.due(timezone.localdate()),
        "today": timezone.localdate(),
        **may(me),
    }
    return render(request, "policy/rule.html", context)


def _with_changes(row: ContactRule) -> list[tuple[Wording, list[Text]]]:
    """Each wording, newest first, with what it changed of the one before."""
    rows = list(row.wordings.all())
    return [
        (
            one,
            [
                name
                for field, name in FIELDS.items()
                if before and one.content[field] != before.content[field]
            ],
        )
        for one, before in zip(rows, [*rows[1:], None], strict=True)
    ]
