"""What breaks may cost, on the page, for programs and where nothing follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.outside.completion import UNSTATED, Told, completed
from leitstern.core.company.money import Money
from leitstern.core.company.taxonomy import Worth
from leitstern.core.outside.completion import Completion
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.outside.reading import Published

WORTH = Worth(Money(90_000, "EUR"), Text(en="Head of Lending", de="Leitung Kreditbearbeitung"))
NAME = Text(en="Loan", de="Kredit")


def test_every_designed_journey_stands_with_what_follows(published: Published, lead_client: Client) -> None:
    rows = {row["map"]: row for row in lead_client.get("/api/v1/outside/completion").json()}
    assert {"loan", "claim", "join"} <= set(rows)
    assert "problem" not in rows  # one needed step: it is completed as it begins
    loan = rows["loan"]
    assert loan["worth"] == {"minor": 90_000, "currency": "EUR"}
    assert loan["stated_by"]["de"] == "Leitung Kreditbearbeitung"
    assert rows["claim"]["worth"] is None
    for row in rows.values():
        amount = row["at_most"]
        sure = (row["difference"].get("low") or 0) > 0
        assert (amount is not None) == (sure and row["worth"] is not None)
        assert row["difference"].get("grade", "association") in {"association", None}
    page = lead_client.get("/journeys", headers={"Accept-Language": "en"}).content.decode()
    assert "What breaks may cost" in page
    assert all(told.sentence.en in page for told in completed(published))


def test_an_amount_is_said_at_most_and_only_where_somebody_stated_one(published: Published) -> None:
    whole, broken = Estimate(0.9, 0.85, 0.94, 100), Estimate(0.6, 0.5, 0.69, 80)
    apart = Estimate(0.3, 0.2, 0.4, 180, "association")
    found = Completion(1, published.as_of, published.as_of, 200, 80, whole, broken, apart)
    said = Told(NAME, found, WORTH).sentence
    assert said.en.startswith(
        "At most EUR 21,600 [EUR 14,400–EUR 28,800] in a year, if the breaks were the only reason"
    )
    assert "EUR 900 each as Head of Lending states" in said.en
    assert said.de.startswith("Höchstens 21.600 EUR [14.400 EUR–28.800 EUR] im Jahr")
    assert Told(NAME, found, None).sentence == UNSTATED
