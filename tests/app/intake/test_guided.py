"""From somebody's own file to a first gap without writing a line of YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import ledger, stored
from tests.app.intake.files import handed_in

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.gap.queries import gap_report
from leitstern.app.intake.actions import purge
from leitstern.app.intake.models import Import, ImportState
from leitstern.app.outside.reading import require_published
from leitstern.collect.mapping_file import read_mapping
from leitstern.core.gap.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

    from leitstern.store.home import Home

OWN_FILE = Path(__file__).parents[3] / "examples" / "minimal" / "kontakte.csv"
STEPS = ("Bestellt am", "Versandt am", "Zugestellt am")


def wide_file() -> str:
    """A row per order, a column per step, as shops export them."""
    rows = ["Auftragsnummer;Kundennummer;" + ";".join(STEPS) + ";Zugesagt bis;Bewertung (1-5)"]
    for n in range(1, 41):
        late = n % 4 == 0
        rows.append(
            f"A-{n};K-{n % 30};{n % 28 + 1:02}.01.2026 09:00;{n % 28 + 1:02}.01.2026 17:00;"
            f"{'20' if late else '03'}.02.2026 12:00;05.02.2026;{2 if late else 5}"
        )
    return "\n".join(rows) + "\n"


@pytest.fixture
def analyst(as_role: Callable[[Role], Client], home: Home) -> Client:
    return as_role(Role.ANALYST)


def hand_in(client: Client, name: str, content: str | bytes) -> str:
    answer = client.post(reverse("intake:imports"), {"files": [handed_in(name, content)]})
    assert answer.status_code == 302, answer.context["form"].errors
    return answer["Location"]


def proposed(page: Answer) -> dict[str, str]:
    """What the form would send if nobody corrected anything."""
    form = page.context["form"]
    return {name: str(form[name].value()) for name in form.fields}


def test_an_own_file_leads_to_a_gap(home: Home, analyst: Client, worker: Callable[[], None]) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    page = analyst.get(address)
    assert page.context["missing"] == []
    tried = analyst.post(address, proposed(page) | {"try": "1"})
    assert tried.context["trial"].sources
    assert stored(home) == {}
    brought = analyst.post(address, proposed(page) | {"bring-in": "1"})
    run = Import.objects.get()
    assert brought["Location"] == reverse("intake:import", args=[run.pk])
    assert "progress" in analyst.get(brought["Location"]).content.decode()
    worker()
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    assert ledger(run)["stored"] == 25
    report = gap_report(require_published())
    in_time = next(line for line in report.touchpoints if line.facet == "in_time")
    assert isinstance(in_time.gap("delivery"), Finding)
    assert list(home.uploads.iterdir()) == []


def test_a_wide_file_becomes_journeys(home: Home, analyst: Client, worker: Callable[[], None]) -> None:
    address = hand_in(analyst, "auftraege.csv", wide_file())
    page = analyst.get(address)
    assert page.context["missing"] == []
    analyst.post(address, proposed(page) | {"bring-in": "1"})
    worker()
    assert Import.objects.get().state == ImportState.DONE, Import.objects.get().error
    assert stored(home)["contacts"] == 40 * len(STEPS)
    assert stored(home)["promises"] == 40
    assert stored(home)["feedback"] == 40
    assert len(require_taxonomy().touchpoints) >= len(STEPS)


def test_the_mapping_it_writes_is_the_one_the_command_line_reads(
    analyst: Client, worker: Callable[[], None]
) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    shown = analyst.get(address).context["mapping"]
    analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    worker()
    run = Import.objects.get()
    downloaded = analyst.get(reverse("intake:mapping", args=[run.pk]))
    assert downloaded.content.decode() == shown == run.mapping
    assert "attachment" in downloaded["Content-Disposition"]
    assert read_mapping(run.mapping).sources[0].file == "kontakte.csv"


def test_what_was_corrected_counts(analyst: Client) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    page = analyst.get(address)
    names = {choice.column: field.name for choice, field, _corrected in page.context["lines"]}
    without = analyst.post(address, proposed(page) | {names["Zufriedenheit (1-5)"]: "ignore", "try": "1"})
    (counts,) = without.context["trial"].sources.values()
    assert counts["feedback"] == 0
    assert counts["contacts"] == 10


def test_without_a_customer_or_a_time_it_says_what_is_missing(analyst: Client) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    nothing = dict.fromkeys(proposed(analyst.get(address)), "ignore") | {"time_zone": "Europe/Berlin"}
    page = analyst.post(address, nothing | {"bring-in": "1"})
    assert len(page.context["missing"]) == 2
    assert not Import.objects.exists()


def test_the_first_file_says_where_the_company_is_and_later_ones_keep_it(
    analyst: Client, worker: Callable[[], None]
) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    page = analyst.get(address)
    assert proposed(page)["time_zone"] == "Europe/Berlin"
    analyst.post(address, proposed(page) | {"time_zone": "America/Sao_Paulo", "bring-in": "1"})
    worker()
    assert require_taxonomy().time_zone == "America/Sao_Paulo"
    later = analyst.get(hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes()))
    assert "time_zone" not in later.context["form"].fields
    assert read_mapping(later.context["mapping"]).time_zone == "America/Sao_Paulo"


def test_a_zone_that_does_not_exist_is_refused(analyst: Client) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    page = analyst.post(address, proposed(analyst.get(address)) | {"time_zone": "Moon/Base", "bring-in": "1"})
    assert page.status_code == 200
    assert not Import.objects.exists()


def test_pressing_twice_brings_it_in_once(analyst: Client, worker: Callable[[], None]) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    form = proposed(analyst.get(address)) | {"bring-in": "1"}
    first, second = analyst.post(address, form), analyst.post(address, form)
    assert first["Location"] == second["Location"]
    worker()
    assert Import.objects.count() == 1
    back = analyst.get(address, follow=True)  # the files are in, and gone
    assert back.redirect_chain == [(first["Location"], 302)]
    (said,) = back.context["messages"]
    assert "came in as import 1" in str(said)


def test_a_failed_import_may_be_tried_again(analyst: Client, worker: Callable[[], None]) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    Import.objects.update(state=ImportState.FAILED)
    assert analyst.get(address).status_code == 200


def test_the_very_same_file_is_known_before_it_is_brought_in(
    analyst: Client, worker: Callable[[], None]
) -> None:
    def looked_at(name: str, content: bytes) -> str:
        return analyst.get(hand_in(analyst, name, content)).content.decode()

    content, known = OWN_FILE.read_bytes(), "This very file already came in with import 1"
    assert known not in looked_at("kontakte.csv", content)
    address = hand_in(analyst, "kontakte.csv", content)
    analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    worker()
    assert known in looked_at("under another name.csv", content)
    assert known not in looked_at("kontakte.csv", content + b"K-9;01.01.2026 09:00;;;;\n")
    purge(COMMAND_LINE, Import.objects.get())
    assert known not in looked_at("kontakte.csv", content)


def test_cells_of_a_file_are_shown_as_text(analyst: Client) -> None:
    hostile = "customer,at,<script>alert(1)</script>\n<b>K</b>,2026-03-02,=1+1\n"
    page = analyst.get(hand_in(analyst, "hostile.csv", hostile)).content.decode()
    assert "<script>alert" not in page
    assert "<b>K</b>" not in page
    assert re.search(r"&lt;script&gt;", page)


def test_a_second_file_that_does_not_say_where_asks_first(
    analyst: Client, worker: Callable[[], None]
) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    worker()
    before = [touchpoint.slug for touchpoint in require_taxonomy().touchpoints]
    rows = "".join(f"K-{n};0{n % 9 + 1}.03.2026;{n % 5 + 1}\n" for n in range(12))
    address = hand_in(analyst, "C2.csv", "Kundennr;Datum;Zufriedenheit\n" + rows)
    asked = analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    assert "Please choose the touchpoint" in asked.content.decode() or asked.context["missing"]
    told = proposed(analyst.get(address)) | {"place": before[0], "bring-in": "1"}
    assert analyst.post(address, told).status_code == 302
    worker()
    assert [touchpoint.slug for touchpoint in require_taxonomy().touchpoints] == before


def test_values_nobody_knows_are_explained_on_the_page(analyst: Client, worker: Callable[[], None]) -> None:
    address = hand_in(analyst, "kontakte.csv", OWN_FILE.read_bytes())
    analyst.post(address, proposed(analyst.get(address)) | {"bring-in": "1"})
    worker()
    known = require_taxonomy().touchpoints[0].slug
    first = require_taxonomy().touchpoints[0].name.de
    text = OWN_FILE.read_text(encoding="cp1252").replace(f";{first};", ";Ganz anders;")
    address = hand_in(analyst, "neu.csv", text.replace("2026", "2025").encode("cp1252"))
    page = analyst.get(address)
    assert [field.label for field in page.context["unknown"]] == ["Ganz anders"]
    analyst.post(address, proposed(page) | {"term-0": known, "bring-in": "1"})
    worker()
    assert "Ganz anders" in Import.objects.order_by("-id")[0].mapping
