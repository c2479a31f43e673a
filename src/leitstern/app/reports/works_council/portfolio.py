"""Fields of goals, initiatives, their approval and what came of them; and of what vendors promised."""

from __future__ import annotations

from leitstern.app.portfolio.models import (
    Approval,
    Contribution,
    Edition,
    Goal,
    Holder,
    Initiative,
    Judgement,
    Path,
    PeopleMeasure,
    ProjectMilestone,
    Reading,
    Result,
    Turn,
    VendorPromise,
)
from leitstern.app.reports.works_council.described import Described, Words, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

GOAL = nobody("the goal", "das Ziel")
INITIATIVE = nobody("the initiative", "die Initiative")
DAY = nobody("on which day", "an welchem Tag")
SOURCE = nobody("where it comes from", "woher es stammt")
TITLE = nobody("what it is called", "wie es heißt")
MEASURED: dict[str, Words] = {
    "day": DAY,
    "value": nobody("what was measured", "was gemessen wurde"),
    "low": nobody("lower end of the interval", "untere Grenze des Intervalls"),
    "high": nobody("upper end of the interval", "obere Grenze des Intervalls"),
    "n": nobody("from how many", "aus wie vielen"),
    "source": SOURCE,
}
EXPECTED = nobody("what is expected of it for customers", "was für die Kundschaft davon erwartet wird")
WHERE = nobody("where in the organisation and for customers", "wo im Unternehmen und bei der Kundschaft")
ON_THE_WAY = nobody("a link of the chain", "ein Glied der Kette")

RECORDS = {
    Holder: Described(
        Text(en="Somebody who answers for something", de="Jemand, der für etwas einsteht"),
        FOR_GOOD,
        {
            "name": user(
                "a name or a role, as somebody wrote it",
                "ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "board": user("whether they belong to the board", "ob die Person dem Vorstand angehört"),
            "left": user(
                "since when they no longer answer for it", "seit wann sie nicht mehr dafür einsteht"
            ),
        },
    ),
    Goal: Described(
        Text(en="Goal", de="Ziel"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "title": TITLE,
            "metric": nobody("by what it is measured", "woran es gemessen wird"),
            "unit": nobody("in what that is counted", "worin das gezählt wird"),
            "baseline": nobody("where it begins", "wo es beginnt"),
            "target": nobody("where it is meant to lead", "wohin es führen soll"),
            "target_day": nobody("by when", "bis wann"),
            "cadence": nobody("how often it is measured", "wie oft gemessen wird"),
            "horizon": nobody("how far ahead it lies", "wie weit es voraus liegt"),
            "parent": nobody("the goal it serves", "das Ziel, dem es dient"),
            "link": nobody("where the strategy says so", "wo die Strategie es sagt"),
        },
    ),
    Reading: Described(
        Text(en="Where a goal stood", de="Stand eines Ziels"),
        FOR_GOOD,
        {"goal": GOAL, "metric": nobody("what was measured then", "was damals gemessen wurde"), **MEASURED},
    ),
    Initiative: Described(
        Text(en="Initiative", de="Initiative"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "title": TITLE,
            "kind": nobody("what kind", "welche Art"),
            "aim": nobody("what it is for", "wozu sie dient"),
            "origin": nobody("where the idea came from", "woher die Idee kam"),
            "ai_mode": nobody(
                "whether it brings AI, and for what", "ob sie künstliche Intelligenz einführt und wofür"
            ),
            "ai_purpose": nobody("what its AI is for", "wozu ihre künstliche Intelligenz dient"),
            "customer_outcome": nobody(
                "what is to become of customers", "was aus Kundinnen und Kunden werden soll"
            ),
            "personalises": nobody(
                "whether it treats customers differently", "ob sie Kundinnen und Kunden unterscheidet"
            ),
            "persona": nobody("for which kind of customer", "für welche Art von Kundschaft"),
            "horizon": nobody("how far ahead it reaches", "wie weit sie vorausgreift"),
            "units": nobody("departments, the first one leads", "Bereiche; der erste führt"),
            "touchpoints": WHERE,
            "journeys": WHERE,
            "data_objects": nobody("which data it needs", "welche Daten sie braucht"),
            "roles": nobody("whose work changes, by role", "wessen Arbeit sich ändert, nach Rollen"),
            "work_change": nobody("how work changes", "wie sich die Arbeit ändert"),
            "budget": nobody("budget", "Budget"),
            "currency": nobody("its currency", "dessen Währung"),
            "owner": user("who leads it", "wer sie führt"),
            "sponsor": user("who stands behind it", "wer hinter ihr steht"),
            "begins": nobody("first day", "erster Tag"),
            "ends": nobody("last day", "letzter Tag"),
            **dict.fromkeys(
                (
                    "expects_metric",
                    "expects_baseline",
                    "expects_value",
                    "expects_unit",
                    "expects_by",
                    "expects_who",
                    "expects_claim",
                ),
                EXPECTED,
            ),
        },
    ),
    Path: Described(
        Text(en="Way from the customer to technology", de="Weg von der Kundschaft zur Technologie"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            **dict.fromkeys(
                ("outcome", "activity", "capability", "people", "process", "technology"), ON_THE_WAY
            ),
        },
    ),
    Contribution: Described(
        Text(en="What an initiative does for a goal", de="Was eine Initiative für ein Ziel tut"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "goal": GOAL,
            "sign": nobody("for or against", "dafür oder dagegen"),
            "weight": nobody("how strongly", "wie stark"),
        },
    ),
    PeopleMeasure: Described(
        Text(
            en="What is done for those who will work with it",
            de="Was für die getan wird, die damit arbeiten werden",
        ),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "title": TITLE,
            "owner": user(
                "who answers for it: a name or a role, as somebody wrote it",
                "wer dafür einsteht: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "due": user("by when", "bis wann"),
        },
    ),
    ProjectMilestone: Described(
        Text(en="Milestone of an initiative", de="Etappenziel einer Initiative"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "title": TITLE,
            "kind": nobody("about people or about systems", "zu Menschen oder zu Systemen"),
            "due": nobody("by when", "bis wann"),
            "reached": nobody("when it was reached", "wann es erreicht wurde"),
        },
    ),
    Approval: Described(
        Text(en="Approval of an initiative", de="Genehmigung einer Initiative"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "content": user(
                "the initiative as it stood then, with who answers for it",
                "die Initiative, wie sie damals war, mit denen, die dafür einstehen",
            ),
            "obstacles": nobody("what stood against it", "was dagegen stand"),
            "exception_by": user("who made an exception", "wer eine Ausnahme gemacht hat"),
            "exception_reason": nobody("why", "warum"),
        },
    ),
    Turn: Described(
        Text(en="Turn of an initiative", de="Neuer Stand einer Initiative"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "stage": nobody(
                "whether it runs, is stopped, has ended or is part of daily work",
                "ob sie läuft, gestoppt, beendet oder Teil des Alltags ist",
            ),
            "day": nobody("from which day on", "ab welchem Tag"),
            "words": nobody("what was learned", "was daraus gelernt wurde"),
            "who": user(
                "who carries it on: a name or a role, as somebody wrote it",
                "wer sie weiterträgt: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
        },
    ),
    Result: Described(
        Text(en="What came of an initiative", de="Was aus einer Initiative wurde"),
        FOR_GOOD,
        {"approval": nobody("the approval", "die Genehmigung"), **MEASURED},
    ),
    VendorPromise: Described(
        Text(en="Promise of a vendor", de="Zusage eines Anbieters"),
        FOR_GOOD,
        {
            "initiative": INITIATIVE,
            "vendor": nobody("the vendor", "der Anbieter"),
            "capability": nobody("what was promised", "was zugesagt wurde"),
            "metric": nobody("by what it is measured", "woran es gemessen wird"),
            "level": nobody("how much of it", "wie viel davon"),
            "due": nobody("by when", "bis wann"),
            "source": SOURCE,
        },
    ),
    Judgement: Described(
        Text(en="Whether a vendor kept its word", de="Urteil über eine Zusage"),
        FOR_GOOD,
        {
            "promise": nobody("the promise", "die Zusage"),
            "kept": nobody("whether it was kept", "ob sie gehalten wurde"),
            "measured": nobody("what was found", "was sich zeigte"),
            "day": DAY,
        },
    ),
    Edition: Described(
        Text(en="Goal or initiative as it once read", de="Fassung eines Ziels oder einer Initiative"),
        FOR_GOOD,
        {
            "goal": GOAL,
            "initiative": INITIATIVE,
            "content": user(
                "every word of it, with who answers for it",
                "jedes Wort davon, mit denen, die dafür einstehen",
            ),
        },
    ),
}
