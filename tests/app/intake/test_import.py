"""Files come in whole or not at all, and everything in them is accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import LATE, MAPPING, TAXONOMY, WRONG, good, ledger, stored

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.intake.actions import import_files, try_files
from leitstern.app.intake.models import Import, ImportState, QuarantineEntry, Snapshot
from leitstern.app.intake.queries import customer_kinds, latest_snapshot, quarantine_by_reason
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed

if TYPE_CHECKING:
    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


def test_everything_received_is_stored_quarantined_or_a_duplicate(home: Home, calls: Calls) -> None:
    run = calls.bring(good(1), good(2), good(2), LATE, WRONG)
    assert run.state == ImportState.DONE
    assert ledger(run) == {"received": 10, "stored": 6, "quarantined": 4, "duplicates": 0}
    assert stored(home) == {"contacts": 3, "feedback": 3, "promises": 0, "transitions": 3, "journeys": 2}
    snapshot = latest_snapshot()
    assert snapshot
    assert str(snapshot.as_of) == "2026-03-02"


def test_the_same_file_again_adds_nothing(home: Home, calls: Calls) -> None:
    calls.bring(good(1), good(2))
    again = calls.bring()
    assert ledger(again) == {"received": 4, "stored": 0, "quarantined": 0, "duplicates": 4}
    assert stored(home)["contacts"] == 2


def test_rows_in_quarantine_are_kept_byte_for_byte_with_their_reason(calls: Calls) -> None:
    run = calls.bring(good(1), LATE, WRONG)
    first, second = run.quarantine.order_by("line")
    assert bytes(first.original).rstrip() == LATE.encode()
    assert (first.line, first.source, first.file) == (3, "calls", "calls.csv")
    assert "31.31.2026" in first.reason.de
    assert "99" in second.reason.en
    assert [(rows, entries) for _source, _reason, rows, entries in quarantine_by_reason(run)] == [
        (1, 2),
        (1, 2),
    ]


def test_a_file_that_does_not_fit_leaves_everything_as_it_was(home: Home, calls: Calls) -> None:
    calls.bring(good(1))
    calls.file.write_text("nothing,of,this\n1,2,3\n")
    with pytest.raises(InvalidInput):
        calls.bring()
    failed = Import.objects.latest("id")
    assert failed.state == ImportState.FAILED
    assert failed.error
    assert "calls.csv" in failed.error["de"]
    assert not failed.quarantine.exists()
    assert stored(home)["contacts"] == 1
    assert Snapshot.objects.count() == 1


def test_a_mapping_with_mistakes_begins_nothing(calls: Calls) -> None:
    calls.write(good(1)).mapping.write_text(MAPPING.replace("column: customer,", "colum: customer,"))
    with pytest.raises(InvalidInput):
        calls.bring()
    assert not Import.objects.exists()
    assert not TaxonomyVersion.objects.exists()


def test_a_trial_stores_nothing_and_shows_what_was_understood(home: Home, calls: Calls) -> None:
    calls.write(good(1), good(2), LATE)
    trial = try_files(COMMAND_LINE, calls.mapping, calls.folder)
    assert trial.sources["calls"]["contacts"] == 2
    contacts, answers = trial.understood
    assert [column.en for column in contacts.columns] == [
        "Line",
        "When",
        "Touchpoint",
        "Channel",
        "Department",
    ]
    first = contacts.rows[0]
    assert [cell.en for cell in first] == ["2", "02/03/2026 10:00", "Anruf", "Telefon", "Service"]
    assert first[1].de == "02.03.2026, 10:00"
    assert answers.rows[0][-1].de == "Alles gut"
    assert [entry.line for entry in trial.put_aside] == [4]
    assert stored(home) == {}
    assert not Import.objects.exists()
    assert not QuarantineEntry.objects.exists()


def test_a_trial_counts_duplicates_as_the_import_would(calls: Calls) -> None:
    calls.bring(good(1))
    calls.write(good(1), good(2))
    tried = try_files(COMMAND_LINE, calls.mapping, calls.folder).sources["calls"]
    assert (tried["contacts"], tried["duplicates"]) == (1, 2)


TWO_SYSTEMS = """
version: 1
taxonomy: taxonomy.yaml
time_zone: Europe/Berlin
sources:
  - name: orders
    file: orders.csv
    customer: customer
    journey: number
    contacts: [{touchpoint: call, at: at}]
  - name: claims
    file: claims.csv
    customer: customer
    journey: number
    contacts: [{touchpoint: call, at: at}]
"""


def test_two_systems_that_number_their_cases_alike_are_noticed_and_can_be_kept_apart(
    home: Home, calls: Calls
) -> None:
    """Order 1 is Anna's and claim 1 is Bernd's; number 2 is Anna's in both."""
    (calls.folder / "orders.csv").write_text("customer,number,at\nAnna,1,2026-03-02\nAnna,2,2026-03-03\n")
    (calls.folder / "claims.csv").write_text("customer,number,at\nBernd,1,2026-03-02\nAnna,2,2026-03-04\n")
    calls.mapping.write_text(TWO_SYSTEMS)
    (warning,) = try_files(COMMAND_LINE, calls.mapping, calls.folder).warnings
    assert warning.en.startswith("1 journey has contacts")
    assert warning.de.startswith("In 1 Reise treffen")
    orders, claims = TWO_SYSTEMS.split("  - name: claims")
    kept_apart = claims.replace("journey: number", "journey: {column: number, kind: claim}")
    calls.mapping.write_text(f"{orders}  - name: claims{kept_apart}")
    assert try_files(COMMAND_LINE, calls.mapping, calls.folder).warnings == ()
    import_files(COMMAND_LINE, calls.mapping, calls.folder)
    assert stored(home)["journeys"] == 4


def test_what_came_in_before_is_asked_too(calls: Calls) -> None:
    """The second system's file comes a day later, with a mapping of its own."""
    (calls.folder / "orders.csv").write_text("customer,number,at\nAnna,1,2026-03-02\n")
    (calls.folder / "claims.csv").write_text("customer,number,at\nBernd,1,2026-03-02\n")
    head, _, rest = TWO_SYSTEMS.partition("  - name: claims")
    calls.mapping.write_text(head)
    import_files(COMMAND_LINE, calls.mapping, calls.folder)
    calls.mapping.write_text(head.partition("  - name: orders")[0] + "  - name: claims" + rest)
    assert try_files(COMMAND_LINE, calls.mapping, calls.folder).warnings


def test_only_those_whose_role_says_so_bring_in(calls: Calls, executive: Person) -> None:
    calls.write(good(1))
    with pytest.raises(NotAllowed):
        import_files(executive, calls.mapping, calls.folder)
    with pytest.raises(NotAllowed):
        try_files(executive, calls.mapping, calls.folder)
    assert not Import.objects.exists()


def test_the_log_says_who_brought_what(calls: Calls, lead: Person) -> None:
    calls.write(good(1))
    run = import_files(lead, calls.mapping, calls.folder)
    told = AuditEntry.objects.order_by("id").values_list("actor", "verb", "subject")
    assert (lead.actor_id, "begin import", f"intake.import:{run.pk}") in told
    assert (lead.actor_id, "import", f"intake.import:{run.pk}") in told


def test_days_of_another_time_zone_are_refused_before_anything_changes(home: Home, calls: Calls) -> None:
    calls.bring(good(1))
    (calls.folder / "taxonomy.yaml").write_text(TAXONOMY.replace("Europe/Berlin", "Asia/Tokyo"))
    with pytest.raises(Conflict, match="Europe/Berlin"):
        calls.bring(good(2))
    assert TaxonomyVersion.objects.count() == 1
    assert stored(home)["contacts"] == 1


def test_kinds_of_numbers_are_those_brought_in_newest_first(calls: Calls) -> None:
    calls.bring(good(1))
    calls.mapping.write_text(MAPPING.replace("kind: customer_no", "kind: card"))
    calls.bring(good(2))
    assert customer_kinds() == ["card", "customer_no"]


def test_the_files_of_the_command_line_stay_where_they_are(calls: Calls) -> None:
    calls.bring(good(1))
    assert calls.file.exists()
