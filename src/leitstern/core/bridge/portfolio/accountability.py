"""Who answers: goals without exactly one member of the board, initiatives without one, and owners who have left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.finding import Finding, Row, Topic, counted, plain
from leitstern.core.bridge.portfolio.strategy import unaccountable
from leitstern.core.company.money import totals
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Goal, Initiative, Portfolio

FINE = Text(
    en="For every goal exactly one member of the board answers, and one for every initiative.",
    de="Für jedes Ziel ist genau ein Mitglied des Vorstands verantwortlich, und eines für jede Initiative.",
)
GOALS = Text(
    en="For {n} of {all} goals not exactly one member of the board answers.",
    de="Bei {n} von {all} Zielen ist nicht genau ein Mitglied des Vorstands verantwortlich.",
)
INITIATIVES = Text(
    en="{n} of {all} initiatives have nobody on the board{money}.",
    de="{n} von {all} Initiativen haben niemanden im Vorstand{money}.",
)
MONEY = Text(en=": {share}% of {total}", de=": {share} % von {total}")
WHY = Text(
    en="Without clear responsibility at the top, initiatives stay tactical. A board that answers together answers not at all.",
    de="Ohne klare Verantwortung im Top-Management bleiben Initiativen taktisch. Wer gemeinsam verantwortlich ist, ist es nicht.",
)
LIMITS = Text(
    en="Who is on the board, and who has left, is what was entered. Whether somebody lives up to it is not seen here.",
    de="Wer zum Vorstand gehört und wer gegangen ist, ist so eingetragen. Ob jemand der Verantwortung nachkommt, ist hier nicht zu sehen.",
)
ROW = Text(en="{title}: {why}", de="{title}: {why}")
NO_SPONSOR = Text(en="nobody on the board answers for it", de="im Vorstand ist niemand dafür verantwortlich")
SPONSOR_LEFT = Text(
    en="{name} answered for it on the board, and has left",
    de="{name} war im Vorstand dafür verantwortlich und ist nicht mehr da",
)
NOT_BOARD = Text(en="{name} is not on the board", de="{name} gehört nicht zum Vorstand")
OWNER_LEFT = Text(
    en="{name} answers for it, and has left", de="{name} ist dafür verantwortlich und nicht mehr da"
)
NO_OWNER = Text(en="nobody answers for it", de="niemand ist dafür verantwortlich")


def without_board(one: Initiative, today: date) -> Text | None:
    """Why nobody on the board answers for an initiative; None if somebody does."""
    if one.sponsor is None:
        return NO_SPONSOR
    if not one.sponsor.there(today):
        return SPONSOR_LEFT.fill(name=one.sponsor.name)
    return None if one.sponsor.board else NOT_BOARD.fill(name=one.sponsor.name)


def without_owner(one: Initiative, today: date) -> Text | None:
    """Why nobody answers for an initiative day by day; None if somebody does."""
    if one.owner is None:
        return NO_OWNER
    return None if one.owner.there(today) else OWNER_LEFT.fill(name=one.owner.name)


def accountability_finding(portfolio: Portfolio, today: date) -> Finding | None:
    """All gaps of responsibility; None while there is nothing to answer for."""
    goals, initiatives = portfolio.goals, portfolio.initiatives
    if not goals and not initiatives:
        return None
    open_goals = [(goal, why) for goal in goals if (why := unaccountable(goal, today))]
    loose = [(one, why) for one in initiatives if (why := without_board(one, today))]
    left = [(one, why) for one in initiatives if (why := without_owner(one, today))]
    parts = [GOALS.fill(n=len(open_goals), all=len(goals))] if open_goals else []
    if loose:
        money = _money([one for one, _why in loose], portfolio)
        parts.append(INITIATIVES.fill(n=len(loose), all=len(initiatives), money=money))
    sentence = (
        Text(en=" ".join(part.en for part in parts), de=" ".join(part.de for part in parts))
        if parts
        else FINE
    )
    everything = len(goals) + len(initiatives)
    return Finding(
        Topic.ACCOUNTABILITY,
        bool(open_goals or loose or left),
        sentence,
        WHY,
        LIMITS,
        (*_rows(open_goals), *_initiative_rows(loose), *_initiative_rows(left)),
        counted(len(open_goals) + len(loose), everything, everything, today),
    )


def _money(loose: list[Initiative], portfolio: Portfolio) -> Text:
    """How much of the money they hold, per currency; nothing without budgets."""
    everything = totals(one.budget for one in portfolio.initiatives if one.budget)
    theirs = totals(one.budget for one in loose if one.budget)
    said = [
        MONEY.fill(
            share=round(100 * part.minor / everything[currency].minor), total=everything[currency].said
        )
        for currency, part in theirs.items()
        if everything[currency].minor
    ]
    return Text(en="".join(each.en for each in said), de="".join(each.de for each in said))


def _rows(goals: list[tuple[Goal, Text]]) -> Iterator[Row]:
    return (Row(ROW.fill(title=plain(goal.title), why=why), goal=goal.key) for goal, why in goals)


def _initiative_rows(found: list[tuple[Initiative, Text]]) -> Iterator[Row]:
    return (Row(ROW.fill(title=plain(one.title), why=why), one.key) for one, why in found)
