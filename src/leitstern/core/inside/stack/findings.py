"""Everything there is to say about the technology of a company, what asks for something to be done first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.stack.duplicates import duplicate_finding, twice_finding
from leitstern.core.inside.stack.finding import Finding, Row, Topic, plain, some
from leitstern.core.inside.stack.islands import island_finding, unowned_finding
from leitstern.core.inside.stack.loose_ends import chain_finding, idle_finding, loose_finding, purpose_finding
from leitstern.core.inside.stack.ratings import SHORT, Question
from leitstern.core.inside.stack.sources import by_hand_finding, circle_finding, source_finding
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.finding import Ground
    from leitstern.core.inside.stack.ratings import Attachment

ATTACHED = (
    Text(
        en="Those who answer for applications see them as their users do.",
        de="Wer für Anwendungen verantwortlich ist, sieht sie so wie die, die damit arbeiten.",
    ),
    Text(
        en="Whoever answers for an application sees it in a better light than its users, once.",
        de="In einem Fall sieht, wer für eine Anwendung verantwortlich ist, sie besser als die, die damit arbeiten.",
    ),
    Text(
        en="In {n} answers those who answer for an application see it in a better light than its users.",
        de="In {n} Fragen sehen Verantwortliche ihre Anwendung besser als die, die damit arbeiten.",
    ),
)
WHY_ATTACHED = Text(
    en="Taking stock hurts, because people are attached to what they built. The difference is no reproach; it says whom to ask next.",
    de="Eine Bestandsaufnahme schmerzt, weil viele an dem hängen, was sie aufgebaut haben. Der Unterschied ist kein Vorwurf; er sagt, wen man als Nächstes fragt.",
)
ROW = Text(
    en="{name}, {question}: owner {owner}, users {users} [{low}–{high}], n {n}",
    de="{name}, {question}: verantwortlich {owner}, Nutzende {users} [{low}–{high}], n {n}",
)
ORDER = tuple(Topic)


def attachments(ground: Ground) -> tuple[Attachment, ...]:
    """Everything that owner and enough users have rated, the widest difference first."""
    known = ground.inventory.by_slug
    found = [
        each
        for slug in ground.ratings.rated()
        if slug in known
        for question in Question
        if (each := ground.ratings.attachment(slug, question))
    ]
    return tuple(sorted(found, key=lambda each: -each.bias.value))


def attachment_finding(ground: Ground) -> Finding | None:
    """Where owners surely rate much higher than users; nothing while nothing can be compared."""
    compared = attachments(ground)
    if not compared:
        return None
    found = [each for each in compared if each.attached(ground.attached_from)]
    rows = tuple(Row(_said(ground, each), Kind.APPLICATION, each.application) for each in found)
    value = found[0].bias if found else None
    return Finding(Topic.ATTACHMENT, bool(found), some(len(found), *ATTACHED), WHY_ATTACHED, rows, value)


def findings(ground: Ground) -> tuple[Finding, ...]:
    """All that can be said, alarms first, then in the order of topics."""
    found = (
        island_finding(ground),
        duplicate_finding(ground),
        attachment_finding(ground),
        source_finding(ground),
        by_hand_finding(ground),
        unowned_finding(ground),
        circle_finding(ground),
        chain_finding(ground),
        idle_finding(ground),
        purpose_finding(ground),
        loose_finding(ground),
        twice_finding(ground),
    )
    said = [each for each in found if each is not None]
    return tuple(sorted(said, key=lambda each: (not each.alarm, ORDER.index(each.topic))))


def _said(ground: Ground, each: Attachment) -> Text:
    return ROW.fill(
        name=plain(ground.inventory.names[each.application]),
        question=SHORT[each.question],
        owner=decimal(each.owner.value, 1),
        users=decimal(each.users.value, 1),
        low=decimal(each.users.low, 1),
        high=decimal(each.users.high, 1),
        n=each.users.n,
    )
