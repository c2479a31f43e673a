"""What the guided import makes of files as companies have them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.collect.mapping import Customer, FeedbackRule, Format, Journey, PromiseRule, Term
from leitstern.collect.mapping_checks import check_mapping
from leitstern.collect.propose import LABELS, NEW, Proposal, Role, Said, propose
from leitstern.collect.propose.evidence import as_number, date_style
from leitstern.collect.propose.formats import date_formats
from leitstern.collect.propose.words import alike, plain_name, title
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.company.checks import check_taxonomy
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.taxonomy import Taxonomy

ORDERS = ["order_id", "customer_id", "order_status", "order_purchase_timestamp", "order_approved_at",
          "order_delivered_customer_date", "order_estimated_delivery_date"]  # fmt: skip
CALLS = ["Kundennummer", "Vorgang", "Zeitpunkt", "Kontaktart", "Kanal", "Abteilung", "Zugesagt bis", "Erledigt am",
         "Zufriedenheit", "Kommentar", "Sachbearbeiter"]  # fmt: skip


def orders(count: int = 40) -> list[list[str | None]]:
    """A wide file: one row per order, its number, its customer, its steps."""
    return [
        [
            f"a{i:04x}", f"c{i % 30:04x}", "delivered", f"2026-03-{i % 28 + 1:02d} 10:15:00",
            f"2026-03-{i % 28 + 1:02d} 11:00:00", f"2026-04-{i % 28 + 1:02d} 16:20:00" if i % 4 else None,
            f"2026-04-{i % 28 + 1:02d} 00:00:00",
        ]
        for i in range(count)
    ]  # fmt: skip


def calls(count: int = 40) -> list[list[str | None]]:
    """A long German file: one row per contact."""
    return [
        [
            f"K-{i % 9}", f"V-{i // 2}", f"{i % 28 + 1:02d}.03.2026 09:{i % 60:02d}", ["Anruf", "Antwort"][i % 2],
            ["Telefon", "Brief"][i % 2], ["Service", "Innendienst"][i % 2], f"{i % 28 + 1:02d}.04.2026",
            f"{i % 28 + 1:02d}.04.2026" if i % 3 else "", f"{i % 5 + 1}", f"Das hat mir Nummer {i} gut gefallen.",
            ["Huber", "Maier", "Yılmaz"][i % 3],
        ]
        for i in range(count)
    ]  # fmt: skip


def roles(proposal: Proposal) -> dict[str, str]:
    return {column: role.value for column, role in proposal.roles.items() if role is not Role.IGNORE}


def column(name: str, values: Sequence[str | None]) -> Role:
    """The role of one column beside a customer and a time."""
    rows = [[f"K{i % 7}", f"2026-01-{i % 28 + 1:02d}", value] for i, value in enumerate(values)]
    return propose("a.csv", ["customer_no", "timestamp", name], rows).roles[name]


def test_a_wide_file_has_a_step_in_each_column_of_dates() -> None:
    proposal = propose("orders.csv", ORDERS, orders())
    assert roles(proposal) == {
        "order_id": "journey",
        "customer_id": "customer",
        "order_purchase_timestamp": "step",
        "order_approved_at": "step",
        "order_delivered_customer_date": "step",
        "order_estimated_delivery_date": "due",
    }
    (source,) = proposal.to_mapping().sources
    assert source.customer == Customer("customer_id")
    assert (source.journey, source.key) == (Journey("order_id"), ("order_id",))
    assert [(contact.touchpoint.slug, contact.at) for contact in source.contacts] == [
        ("purchase", "order_purchase_timestamp"),
        ("approved", "order_approved_at"),
        ("delivered_customer", "order_delivered_customer_date"),
    ]
    assert source.promises == (
        PromiseRule(
            "order_estimated_delivery",
            due="order_estimated_delivery_date",
            made="order_purchase_timestamp",
            kept="order_delivered_customer_date",
        ),
    )


def test_a_long_file_says_where_in_a_column() -> None:
    proposal = propose("kontakte.csv", CALLS, calls())
    assert roles(proposal) == {
        "Kundennummer": "customer",
        "Vorgang": "journey",
        "Zeitpunkt": "time",
        "Kontaktart": "touchpoint",
        "Kanal": "channel",
        "Abteilung": "department",
        "Zugesagt bis": "due",
        "Erledigt am": "done",
        "Zufriedenheit": "csat",
        "Kommentar": "comment",
    }
    (source,) = proposal.to_mapping().sources
    (contact,) = source.contacts
    assert contact.touchpoint == Term(column="Kontaktart")
    assert (contact.channel, contact.department) == (Term(column="Kanal"), Term(column="Abteilung"))
    (answer,) = source.feedback
    assert answer == FeedbackRule(
        Term(column="Kontaktart"), "csat", "Zufriedenheit", "Zeitpunkt", (1, 5), 4, comment=("Kommentar",)
    )


def test_a_draft_taxonomy_knows_every_value() -> None:
    taxonomy = propose("kontakte.csv", CALLS, calls(), time_zone="Europe/Vienna").to_taxonomy()
    assert taxonomy.time_zone == "Europe/Vienna"
    assert [(t.slug, t.department, t.channel) for t in taxonomy.touchpoints] == [
        ("anruf", "service", "telefon"),
        ("antwort", "innendienst", "brief"),
    ]
    assert {channel.slug: channel.digital for channel in taxonomy.channels} == {
        "telefon": False,
        "brief": False,
    }
    assert [(p.slug, p.facet, p.source) for p in taxonomy.promises] == [
        ("zugesagt_bis", "in_time", "Zugesagt bis")
    ]
    assert check_taxonomy(taxonomy) == []


def test_an_event_log_is_known_by_its_names() -> None:
    names = ["case:concept:name", "case:channel", "case:enddate_planned", "case:enddate", "concept:name",
             "time:timestamp", "org:group", "org:resource", "lifecycle:transition"]  # fmt: skip
    rows = [
        [f"case-{i // 3}", "Internet", "2026-05-01T00:00:00+01:00", "2026-04-28T10:00:00+01:00",
         ["T01 Receive", "T02 Check", "T03 Decide"][i % 3], f"2026-04-0{i % 9 + 1}T10:00:00.000+01:00",
         ["EMPTY", "Group 1"][i % 2], f"Resource{i % 4}", "complete"]
        for i in range(30)
    ]  # fmt: skip
    proposal = propose("log.xes.gz", names, rows)
    assert roles(proposal) == {
        "case:concept:name": "journey",
        "case:channel": "channel",
        "case:enddate_planned": "due",
        "case:enddate": "done",
        "concept:name": "touchpoint",
        "time:timestamp": "time",
        "org:group": "department",
    }
    (source,) = proposal.to_mapping().sources
    assert source.customer == Customer("case:concept:name", "journey")
    assert source.promises[0].key == ("case:concept:name", "case:enddate_planned")
    taxonomy = proposal.to_taxonomy()
    assert [t.name.en for t in taxonomy.touchpoints] == ["T01 Receive", "T02 Check", "T03 Decide"]
    assert [d.name.en for d in taxonomy.departments] == ["Group 1"]
    assert any("no customer number" in hint.en for hint in proposal.hints())


def test_a_file_of_answers_alone_has_one_touchpoint_called_like_the_file() -> None:
    rows = [[f"K{i % 8}", f"2026-02-{i % 28 + 1:02d}", str(i % 11)] for i in range(40)]
    proposal = propose("Umfrage_Filiale.xlsx", ["KundenNr", "Datum", "Weiterempfehlung"], rows)
    (source,) = proposal.to_mapping().sources
    assert source.feedback[0].touchpoint == source.contacts[0].touchpoint == Term("umfrage_filiale")
    assert (source.feedback[0].kind, source.feedback[0].scale, source.feedback[0].facet) == (
        "nps",
        (0, 10),
        "recommend",
    )
    assert proposal.to_taxonomy().facet("recommend")


@pytest.mark.parametrize(
    ("name", "values", "role"),
    [
        ("NPS", [str(i % 11) for i in range(30)], Role.NPS),
        ("Would you recommend us?", [str(i % 11) for i in range(30)], Role.NPS),
        ("csat_score", [str(i % 5 + 1) for i in range(30)], Role.CSAT),
        ("Gesamtzufriedenheit", ["4,5", "3", "", "5"] * 9, Role.CSAT),
        ("customer_effort", [str(i % 7 + 1) for i in range(30)], Role.CES),
        ("Sterne", [str(i % 5 + 1) for i in range(30)], Role.RATING),
        ("review_score", [str(i % 5 + 1) for i in range(30)], Role.RATING),
        ("Schulnote", [str(i % 6 + 1) for i in range(30)], Role.IGNORE),
        ("score", [str(i * 31) for i in range(30)], Role.IGNORE),
        ("Freitext", [f"Ich habe {i} Tage gewartet und nichts gehört." for i in range(30)], Role.COMMENT),
        ("anything", [f"I waited {i} days and nobody called me back." for i in range(30)], Role.COMMENT),
        ("Kanal", ["App", "Filiale", "Brief"] * 10, Role.CHANNEL),
        ("how", ["phone", "e-mail", "branch"] * 10, Role.CHANNEL),
        ("Kontaktgrund", ["Reklamation", "Auskunft", "Lob"] * 10, Role.TOUCHPOINT),
        ("event", ["signup", "login", "order"] * 10, Role.TOUCHPOINT),
        ("Team", ["Nord", "Süd"] * 15, Role.DEPARTMENT),
        ("Sprache", ["de", "en"] * 15, Role.LANGUAGE),
        ("Wartezeit (min)", [str(i) for i in range(30)], Role.NUMBER),
        ("Bestellnummer", [f"B-{i // 2}" for i in range(30)], Role.JOURNEY),
        ("case_id", [str(70_000 + i // 3) for i in range(30)], Role.JOURNEY),
        ("record id", [f"r{i}" for i in range(30)], Role.ROW),
        ("Bearbeiter", ["Huber", "Maier"] * 15, Role.IGNORE),
        ("Postleitzahl PLZ", ["80331", "10115"] * 15, Role.IGNORE),
        ("Nachname", ["Huber", "Maier"] * 15, Role.IGNORE),
        ("empty", [None, ""] * 15, Role.IGNORE),
        ("liefertermin_soll", [f"{i % 28 + 1}.3.2026" for i in range(30)], Role.DUE),
        ("promised_at", [str(1_770_000_000 + i) for i in range(30)], Role.DUE),
        ("Geburtsdatum", [f"{i % 28 + 1}.3.1980" for i in range(30)], Role.IGNORE),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_and_its_values(
    name: str, values: list[str | None], role: Role
) -> None:
    assert column(name, values) is role


@pytest.mark.parametrize(
    "name",
    [
        "Kunden-Nr.",
        "KundenID",
        "customer",
        "Mitgliedsnummer",
        "user_id",
        "Debitor",
        "account number",
        "GP-Nr",
    ],
)
def test_a_customer_has_many_names(name: str) -> None:
    rows = [[f"X{i % 9}", f"2026-01-{i % 28 + 1:02d}"] for i in range(30)]
    assert propose("a.csv", [name, "date"], rows).roles[name] is Role.CUSTOMER


def test_e_mail_addresses_will_do_for_a_customer_and_are_kept_apart() -> None:
    rows = [[f"person{i % 9}@example.org", f"2026-01-{i % 28 + 1:02d}"] for i in range(30)]
    proposal = propose("a.csv", ["contact", "date"], rows)
    assert proposal.to_mapping().sources[0].customer == Customer("contact", "email")


def test_of_two_customer_numbers_the_one_that_comes_again_is_taken() -> None:
    rows = [[f"c{i}", f"u{i % 5}", f"2026-01-{i % 28 + 1:02d}"] for i in range(30)]
    proposal = propose("a.csv", ["customer_id", "customer_unique_id", "date"], rows)
    assert roles(proposal)["customer_unique_id"] == "customer"
    assert "customer_id" not in roles(proposal)


def test_reasons_count_what_was_seen_in_both_languages() -> None:
    rows = [[f"K{i % 40}", f"2026-01-{i % 28 + 1:02d}"] for i in range(1000)]
    reason = {c.column: c.reason for c in propose("a.csv", ["Kundennr", "bestelldatum"], rows).choices}[
        "bestelldatum"
    ]
    assert reason.en == "“bestelldatum” has dates in 1,000 of 1,000 rows."
    assert reason.de == "„bestelldatum“ enthält in 1.000 von 1.000 Zeilen ein Datum."


def test_people_may_say_otherwise() -> None:
    proposal = propose("orders.csv", ORDERS, orders())
    source = proposal.to_mapping({"order_approved_at": Role.IGNORE, "order_status": Role.TOUCHPOINT}).sources[
        0
    ]
    assert [contact.at for contact in source.contacts] == [
        "order_purchase_timestamp",
        "order_delivered_customer_date",
    ]


def test_what_is_missing_is_said_before_anything_is_made() -> None:
    proposal = propose("a.csv", ["text"], [["hello"], ["world"]])
    assert [text.en for text in proposal.missing()] == [
        "No column says who the customer is; a customer number, an e-mail address or an order number will do.",
        "No column says when a contact took place.",
    ]
    with pytest.raises(InvalidInput, match="No column says when"):
        proposal.to_mapping()


def test_a_role_there_is_one_of_cannot_be_given_twice() -> None:
    proposal = propose("kontakte.csv", CALLS, calls())
    (text,) = proposal.missing({"Abteilung": Role.CHANNEL})
    assert text.de == "„Kanal“ kann nur für eine Spalte gelten; bitte lassen Sie die anderen weg."


def test_hints_say_what_would_be_lost() -> None:
    proposal = propose("kontakte.csv", CALLS, calls())
    hints = proposal.hints(
        {"Zufriedenheit": Role.IGNORE, "Zugesagt bis": Role.IGNORE, "Kundennummer": Role.IGNORE}
    )
    assert [hint.en.split("“")[1].split("”")[0] for hint in hints] == ["Vorgang", "Kommentar", "Erledigt am"]


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return read_taxonomy("""
version: 1
company: Mühlhaus
time_zone: Europe/Zurich
departments: [{slug: service, name: Service}]
channels: [{slug: phone, name: {de: Telefon, en: Phone}, digital: false}]
stages: [{slug: ask, name: Ask}]
touchpoints:
  - {slug: call, name: {de: Anruf, en: Call}, stage: ask, department: service}
  - {slug: purchase, name: {de: Kauf, en: Purchase}, stage: ask, department: service}
promises: [{slug: by_date, touchpoint: call, facet: in_time, share: 0.9, text: You hear from us by the day named.}]
""")


def test_a_taxonomy_there_is_stays_as_it_is(taxonomy: Taxonomy) -> None:
    rows = [[*row[:3], ["Anruff", "Fax"][i % 2], *row[4:]] for i, row in enumerate(calls())]
    proposal = propose("kontakte.csv", CALLS, rows, taxonomy)
    mapping = proposal.to_mapping()
    assert proposal.to_taxonomy() == taxonomy
    assert mapping.time_zone == "Europe/Zurich"
    assert mapping.sources[0].contacts[0].touchpoint == Term(
        column="Kontaktart", values=(("Anruff", "call"),)
    )
    assert mapping.sources[0].promises[0].promise == "by_date"
    assert check_mapping(mapping, taxonomy) == []
    hints = [hint.en for hint in proposal.hints()]
    assert hints == [
        "“Zugesagt bis” is taken as the day of your promise “You hear from us by the day named”.",
        "Not among your touchpoints, and so counted as not mapped (1): Fax.",
        "“Zufriedenheit” is read on a scale from 1 to 5; 4 and more counts as satisfied.",
    ]


def test_a_value_nobody_knows_is_explained_or_becomes_a_term(taxonomy: Taxonomy) -> None:
    rows = [[*row[:3], ["Rückruf", "Fax"][i % 2], *row[4:]] for i, row in enumerate(calls())]
    proposal = propose("kontakte.csv", CALLS, rows, taxonomy)
    assert proposal.unknown()[:2] == [("touchpoint", "Rückruf"), ("touchpoint", "Fax")]
    said = Said(terms={("touchpoint", "Rückruf"): "call", ("touchpoint", "Fax"): NEW})
    explained = replace(proposal, said=said)
    term = explained.to_mapping().sources[0].contacts[0].touchpoint
    assert term.values == (("Rückruf", "call"),)
    added = explained.to_taxonomy()
    assert [touchpoint.slug for touchpoint in added.touchpoints] == ["call", "purchase", "fax"]
    assert check_mapping(explained.to_mapping(), added) == []
    hints = [hint.en for hint in explained.hints()]
    assert any(hint.startswith("A new touchpoint is added: “Fax” (") for hint in hints)
    assert not any("not mapped" in hint for hint in hints)


def test_a_file_that_does_not_say_where_asks_for_the_touchpoint(taxonomy: Taxonomy) -> None:
    rows = [[f"K{n}", "03.02.2026", str(n % 5 + 1)] for n in range(12)]
    proposal = propose("C2.csv", ["Kundennr", "Datum", "Zufriedenheit"], rows, taxonomy)
    assert proposal.needs_place()
    assert [text.en for text in proposal.missing()] == [
        "No column says where these contacts took place. Please choose the touchpoint they belong to."
    ]
    at_call = replace(proposal, said=Said(place="call"))
    assert at_call.missing() == []
    assert at_call.to_taxonomy() == taxonomy
    assert at_call.to_mapping().sources[0].feedback[0].touchpoint == Term(slug="call")
    assert "C2" in [t.name.en for t in replace(proposal, said=Said(place=NEW)).to_taxonomy().touchpoints]


def test_a_file_called_like_a_touchpoint_is_about_it(taxonomy: Taxonomy) -> None:
    rows = [[f"K{n}", "03.02.2026", "4"] for n in range(12)]
    proposal = propose("Kauf.csv", ["Kundennr", "Datum", "Zufriedenheit"], rows, taxonomy)
    assert not proposal.needs_place()
    assert proposal.to_mapping().sources[0].contacts[0].touchpoint == Term(slug="purchase")


def test_single_slips_in_a_column_of_dates_are_told_and_do_not_cost_the_column() -> None:
    rows = [[f"K{n % 3}", "morgen" if n == 4 else f"0{n}.02.2026", "Anruf"] for n in range(1, 8)]
    proposal = propose("kontakte.csv", ["Kundennr", "Datum", "Kontaktart"], rows)
    assert proposal.roles["Datum"] is Role.TIME
    assert "6 of 7 values of “Datum” are dates" in " ".join(hint.en for hint in proposal.hints())


def test_what_a_wide_file_has_to_name_is_added_with_the_next_code(taxonomy: Taxonomy) -> None:
    proposal = propose("orders.csv", ORDERS, orders(), taxonomy)
    added = proposal.to_taxonomy()
    assert [(t.slug, t.code) for t in added.touchpoints] == [
        ("call", 1),
        ("purchase", 2),
        ("approved", 3),
        ("delivered_customer", 4),
    ]
    assert check_taxonomy(added) == []
    assert check_mapping(proposal.to_mapping(), added) == []


def test_unusual_dates_are_spelt_out() -> None:
    assert date_formats([["13/02/2026 10:05", "01/02/2026 11:00:30"]]) == (
        "%d/%m/%Y %H:%M",
        "%d/%m/%Y %H:%M:%S",
    )
    assert date_formats([["02/13/2026 1:05 PM", None]]) == ("%m/%d/%Y %I:%M %p",)
    assert date_formats([["2026/02/13", "2.3.26 9:15 Uhr"]]) == ("%Y/%m/%d", "%d.%m.%y %H:%M Uhr")
    assert date_formats([["2026-02-13T10:00:00Z", "13.02.2026 10:00", "1770000000", "20260213"]]) == ()


def test_the_way_a_file_is_read_is_passed_on() -> None:
    how = Format(type="csv", delimiter=";", encoding="cp1252")
    rows = [[f"K{i % 9}", f"{i % 28 + 1}/12/2026"] for i in range(30)]
    source = propose("a.csv", ["Kundennr", "Datum"], rows, how=how).to_mapping().sources[0]
    assert source.format == Format(type="csv", delimiter=";", encoding="cp1252", dates=("%d/%m/%Y",))


def test_scales_other_than_usual_keep_their_upper_quarter() -> None:
    rows = [[f"K{i % 9}", f"2026-01-{i % 28 + 1:02d}", str(i % 10 + 1)] for i in range(40)]
    answer = (
        propose("a.csv", ["Kundennr", "Datum", "Zufriedenheit"], rows).to_mapping().sources[0].feedback[0]
    )
    assert (answer.scale, answer.good_from) == ((1, 10), 8)


@pytest.mark.parametrize("value", ["31.02.2026", "2026-13-01", "99/99/2026", "12345", "1.5", "tomorrow"])
def test_what_is_no_day_is_no_date(value: str) -> None:
    assert date_style(value) is None


def test_numbers_are_read_with_point_and_comma() -> None:
    assert [as_number(value) for value in ["4,5", "4.5", "1.234,5", "1,234.5", "-3"]] == [
        4.5,
        4.5,
        1234.5,
        1234.5,
        -3,
    ]
    assert as_number("4,5 min") is None


def test_names_are_made_plain_before_they_are_compared() -> None:
    assert plain_name("BestellDatum_Neu (Prüfung)") == "bestell datum neu pruefung"
    assert title("order_purchase_timestamp", frozenset({"order"})) == "Purchase"
    assert title("Bestelldatum") == "Bestell"
    assert alike("geliefert_am", "Lieferung") == 1
    assert alike("Antrag", "Antrag geprüft") == 0.5


def test_every_role_has_a_label_in_both_languages() -> None:
    assert set(LABELS) == set(Role)
    assert all(label.en != label.de or label.en.endswith(")") for label in LABELS.values())


cells = (
    st.none()
    | st.sampled_from(["", "1", "2026-01-05", "01.02.2026", "a@b.de", "x y z", "K1"])
    | st.text(max_size=6)
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*CALLS, *ORDERS, "x", "Typ", "note"]), unique=True, min_size=1, max_size=6),
    st.lists(st.lists(cells, min_size=6, max_size=6), max_size=12),
)
def test_whatever_can_be_read_gives_files_without_mistakes(
    names: list[str], rows: list[list[str | None]]
) -> None:
    proposal = propose("my file.csv", names, rows)
    proposal.hints()
    if not proposal.missing():
        taxonomy = proposal.to_taxonomy()
        assert check_taxonomy(taxonomy) == []
        assert check_mapping(proposal.to_mapping(), taxonomy) == []
