"""Pages of the organisation register: what they say, what they take, and to whom; nothing about few people."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.structure import handing, models, reading, roles, staffing, units
from leitstern.app.structure.bringing import Kind
from leitstern.core.inside.structure.duties import Letter, Phase

if TYPE_CHECKING:
    from leitstern.store.home import Home

pytestmark = pytest.mark.django_db
LISTS = ("overview", "units", "roles", "interfaces", "works", "journeys", "skills", "leftovers", "files")


def browser(role: Role) -> Client:
    """Somebody of the example's cast, signed in."""
    client = Client()
    client.force_login(Person.objects.get(role=role))
    return client


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return " ".join(page.content.decode().split())


def post(client: Client, address: str, **fields: object) -> str:
    """Where the page leads to, or what it says."""
    answer = client.post(address, fields)
    return answer["Location"] if answer.status_code == 302 else " ".join(answer.content.decode().split())


def test_before_anything_is_entered_every_page_says_what_to_do(bank: Home) -> None:
    client = Client()
    client.force_login(make(Role.ANALYST))
    assert "Who does what for customers?" in said(client, "/organisation")
    pages = {name: said(client, reverse(f"structure:{name}")) for name in LISTS}
    assert "No role has been entered yet." in pages["roles"]
    assert "No interface has been entered yet." in pages["interfaces"]
    assert "No piece of work has been entered yet." in pages["works"]
    assert "No skill has been entered yet." in pages["skills"]
    assert "Marketing" in pages["units"]
    assert "Nobody answers for the whole journey." in pages["journeys"]


def test_without_a_taxonomy_too(home: Home) -> None:
    client = Client()
    client.force_login(make(Role.LEAD))
    for name in LISTS:
        said(client, reverse(f"structure:{name}"))
    assert "No journey has been designed yet." in said(client, "/organisation/journeys")


def test_the_overview_leads_with_what_asks_for_something_to_be_done(example: None) -> None:
    page = said(browser(Role.EXECUTIVE), "/organisation")
    assert "<h1>For none of 7 journeys does exactly one role answer from beginning to end.</h1>" in page
    assert "About one interface the two sides say opposite things." in page
    assert "30% of the work for customers (3 of 10)" in page
    assert "None in: Finance, Controlling or Purchasing." in page
    german = Client(headers={"accept-language": "de"})
    german.force_login(Person.objects.get(role=Role.EXECUTIVE))
    assert "Stelle für Kundenerlebnis" in said(german, "/organisation")


def test_a_contradiction_stands_side_by_side(example: None) -> None:
    client = browser(Role.LEAD)
    assert "About 1 interface the two sides say opposite things" in said(client, "/organisation/interfaces")
    row = models.Interface.objects.get(giver="lending", receiver="service")
    page = said(client, f"/organisation/interfaces/{row.pk}")
    assert "the two sides contradict each other" in page
    assert page.count(">contradiction</span>") == 2  # defined and accepted; lived: one side only
    assert "Contradiction" not in said(client, "/organisation/interfaces?unit=digital")


def test_the_letter_with_two_who_answer(example: None) -> None:
    client = browser(Role.ANALYST)
    page = said(client, "/organisation/duties")
    assert "2 roles answer for it: Head of marketing and Loan processing; so nobody does" in page
    assert "30%" in page
    row = models.Work.objects.get(slug="payoff")
    page = said(client, f"/organisation/duties/{row.pk}")
    assert "Head of branches answers for it from now on." in page
    assert post(client, f"/organisation/duties/{row.pk}/plan", begin="1") == f"/organisation/duties/{row.pk}"
    page = said(client, f"/organisation/duties/{row.pk}")
    assert "so nobody does" not in page
    assert "No change is planned." in page


def test_duties_are_added_and_removed(example: None) -> None:
    client = browser(Role.ANALYST)
    assert "Say which one." in post(client, "/organisation/new-work", place="touchpoint")
    address = post(client, "/organisation/new-work", place="touchpoint", touchpoint="chat")
    assert "nothing entered" in said(client, "/organisation/duties")
    assert "There is no such role." in post(client, f"{address}/before/add", role="Nobody", letter="A")
    role = "Team lead (Customer service)"
    assert post(client, f"{address}/before/add", role=role, letter="A") == address
    assert "Nobody does it" in said(client, address)
    post(client, f"{address}/plan")
    work = models.Work.objects.get(slug="chat")
    assert reading.work_of(work).then == reading.work_of(work).now
    assert "after the change all is as it is today" in said(client, address)
    post(client, f"{address}/after/add", role="Advice by phone (Customer service)", letter="R")
    assert "Advice by phone is new to it: does it." in said(client, address)
    post(client, f"{address}/plan", drop="1")
    assert reading.work_of(work).then == frozenset()
    duty = models.Duty.objects.get(work=work, ended=None)
    post(client, f"/organisation/parts/{duty.pk}/remove")
    assert reading.work_of(work).now == frozenset()
    assert client.post(f"{address}/never/add").status_code == 404
    post(client, f"{address}/retire")
    assert "Work that is no more" in said(client, "/organisation/duties")
    post(client, f"{address}/retire", undo="1")


def test_a_role_that_left_leaves_its_duty_open(example: None) -> None:
    client = browser(Role.ANALYST)
    head = models.Role.objects.get(name="Head of customer service")
    post(client, f"/organisation/roles/{head.pk}/retire")
    assert "and nobody holds that role any more" in said(client, "/organisation/duties")
    assert "which nobody holds any more" in said(client, "/organisation/units/service")
    post(client, f"/organisation/roles/{head.pk}/retire", undo="1")
    assert "and nobody holds that role any more" not in said(client, "/organisation/duties")


def test_a_role_is_entered_changed_and_says_where_it_came_from(example: None) -> None:
    client = browser(Role.ANALYST)
    fields = {"name": "Guide", "unit": "service", "people": "6", "ambassador": "yes"}
    address = post(client, "/organisation/new-role", **fields)
    assert "already" in post(client, "/organisation/new-role", **fields)
    assert "speaks up for customers" in said(client, address)
    post(client, f"{address}/edit", **(fields | {"people": "3", "ambassador": "no"}))
    page = said(client, address)
    assert "fewer than 5 people" in page
    assert "speak up for customers</p>" not in page  # of three people, nothing
    empty = post(client, f"{address}/change", since="2026-01-05")
    assert "name at least one task" in empty
    old = models.Role.objects.get(name="Team lead")
    post(
        client, f"{address}/change", since="2026-01-05", before="Team lead (Customer service)", added="a\n\nb"
    )
    assert "came out of" in said(client, address)
    assert "Out of it came:" in said(client, f"/organisation/roles/{old.pk}")
    change = models.RoleChange.objects.get(before=old)
    assert change.added == ["a", "b"]
    post(client, f"/organisation/changes/{change.pk}/withdraw")
    assert "withdrawn" in said(client, address)
    post(client, f"/organisation/changes/{change.pk}/withdraw", undo="1")


def test_interfaces_are_entered_and_each_side_says_for_itself(example: None) -> None:
    client = browser(Role.ANALYST)
    fields = {"giver": "marketing", "receiver": "branches", "what": "Leads", "touchpoint": ""}
    same = fields | {"receiver": "marketing"}
    assert "two different units" in post(client, "/organisation/new-interface", **same)
    address = post(client, "/organisation/new-interface", **fields)
    assert "in the register already" in post(client, "/organisation/new-interface", **fields)
    claim = {
        "side": "giver",
        "defined": "yes",
        "accepted": "",
        "lived": "",
        "evidence": "",
        "day": "2026-02-03",
    }
    assert "at least one of the three" in post(client, f"{address}/claim", **(claim | {"defined": ""}))
    uphill = claim | {"defined": "no", "lived": "yes"}
    page = post(client, f"{address}/claim", **uphill)
    assert "is not lived" in page
    assert 'value="2026-02-03"' in page  # nothing typed is lost
    assert "cannot lie in the future" in post(client, f"{address}/claim", **(claim | {"day": "2999-01-01"}))
    assert post(client, f"{address}/claim", **claim) == address
    assert "only one has spoken" in said(client, address)
    post(client, f"{address}/claim", **(claim | {"side": "receiver"}))
    assert "is defined" in said(client, address)
    newest = models.Claim.objects.first()
    assert newest
    post(client, f"/organisation/claims/{newest.pk}/withdraw")
    assert "only one has spoken" in said(client, address)
    post(client, f"/organisation/claims/{newest.pk}/withdraw", undo="1")
    post(client, f"{address}/retire")
    assert "no longer handed over" in said(client, address)
    post(client, f"{address}/retire", undo="1")


def test_units_are_added_moved_merged_and_keep_what_was_said(example: None) -> None:
    client = browser(Role.ANALYST)
    new = {"name": "Legal", "parent": "corporate", "size": "8", "cut": "function", "lead": ""}
    address = post(client, "/organisation/new-unit", **new)
    assert address == "/organisation/units/legal"
    assert "already" in post(client, "/organisation/new-unit", **(new | {"name": "Marketing"}))
    described = {"size": "4", "cut": "staff", "lead": "Head of finance (Board area Finance and People)"}
    post(client, f"{address}/describe", **described)
    page = said(client, address)
    assert "fewer than 5 people" in page
    assert "led by “Head of finance”" in page
    post(client, f"{address}/move", name="Law", parent="", back_office="on")
    assert "Law" in said(client, "/organisation/units")
    below = {"name": "Below", "parent": "legal", "size": "", "cut": "", "lead": ""}
    assert post(client, "/organisation/new-unit", **below) == "/organisation/units/below"
    page = post(client, f"{address}/move", name="Law", parent="below")
    assert "cannot stand below itself" in page
    assert client.post(f"{address}/close").status_code == 409  # a unit stands below it
    post(client, "/organisation/units/below/close")
    post(client, f"{address}/merge", successor="corporate", since="2026-03-01")
    page = said(client, address)
    assert "Law (formerly)" in page
    assert "part of" in page
    assert "Law" in said(client, "/organisation/units")  # under merged or closed
    post(client, f"{address}/close", undo="1")
    post(client, f"{address}/close")
    assert "no such unit any more" in said(client, address)
    assert client.post("/organisation/units/marketing/close").status_code == 422
    assert client.get("/organisation/units/never").status_code == 404


def test_skills_of_few_are_ranges_and_of_small_units_nothing(example: None) -> None:
    client = browser(Role.ANALYST)
    page = said(client, "/organisation/skills")
    assert "For 6 of 6 skills there are too few people" in page
    assert "1–4" in page  # two people of digital can design services
    assert "Data office" not in page.split("<select")[0]
    assert "1 entry is not shown" in page
    fields = {
        "unit": "purchasing",
        "skill": "User experience",
        "needed": "2",
        "there": "99",
        "plan": "",
        "until": "",
    }
    assert "99 cannot be able to" in post(client, "/organisation/skills", **fields)
    post(client, "/organisation/skills", **(fields | {"there": "0", "plan": "Learn", "until": "2027-01-01"}))
    row = models.Staffing.objects.first()
    assert row
    assert (row.skill, row.there) == ("ux", 0)
    post(client, f"/organisation/skills/{row.pk}/withdraw")
    assert "Withdrawn" in said(client, "/organisation/skills")
    post(client, f"/organisation/skills/{row.pk}/withdraw", undo="1")
    both = fields | {"unit": "service", "skill": "both: data and customers", "there": "60"}
    assert "contradict each other" in post(client, "/organisation/skills", **both)


def test_what_was_ended_is_entered_with_its_uses(example: None) -> None:
    client = browser(Role.ANALYST)
    page = said(client, "/organisation/ended")
    assert "2 of 2 things that were ended are still used" in page
    fields = {"thing": "tool", "name": "Old mail tool", "ended": "2026-01-31", "instead": "Platform"}
    post(client, "/organisation/ended", **fields)
    row = models.Leftover.objects.get(name="Old mail tool")
    used = {"leftover": row.pk, "unit": "service", "month": "2026-03", "times": "4"}
    assert "future" in post(client, "/organisation/ended/use", **(used | {"month": "2999-01"}))
    post(client, "/organisation/ended/use", **used)
    post(client, "/organisation/ended/use", **(used | {"times": "7"}))
    assert "Old mail tool" in said(client, "/organisation/units/service")
    assert [use.times for each in reading.leftovers() if each.name == row.name for use in each.uses] == [7]
    post(client, f"/organisation/ended/{row.pk}/withdraw")
    assert len(reading.leftovers()) == 2
    post(client, f"/organisation/ended/{row.pk}/withdraw", undo="1")


def test_the_journeys_show_every_step_and_what_is_missing_between(example: None) -> None:
    page = said(browser(Role.LEAD), "/organisation/journeys")
    assert "0 of 2" in page
    assert "It is unclear who answers for the whole journey." in page
    assert "nothing entered about what is handed over" in page
    assert "Work for customers that meets no step" in page


@pytest.mark.parametrize("kind", Kind)
def test_what_is_downloaded_can_be_handed_in_again(example: None, kind: Kind) -> None:
    """All tables but that nothing new may follow from one that was not changed."""
    client = browser(Role.ANALYST)
    before = counts()
    table = client.get(f"/organisation/samples/{kind}").content
    assert len(list(csv.reader(StringIO(table.decode("utf-8-sig"))))) > 1
    file = SimpleUploadedFile("table.csv", table, "text/csv")
    answer = client.post("/organisation/files", {"kind": kind.value, "file": file})
    assert answer.status_code == 302, answer.content.decode()[:4000]
    after = counts()
    after["uses"] = before["uses"]  # a use is appended; the newest of a month counts
    assert after == before
    assert sum(use.times for each in reading.leftovers() for use in each.uses) == 242


def counts() -> dict[str, object]:
    register = reading.register()
    return {
        "register": register,
        "interfaces": reading.interfaces(),
        "works": reading.works(),
        "skills": reading.staffing(),
        "rows": [m.objects.count() for m in (models.Claim, models.Duty, models.Staffing, models.Role)],
        "uses": models.Use.objects.count(),
    }


def test_a_table_with_mistakes_changes_nothing(example: None) -> None:
    client = browser(Role.ANALYST)
    table = "Role,Unit,People,Ambassador\nGuide,servicee,six,maybe\n,service,4,yes\n"
    file = SimpleUploadedFile("roles.csv", table.encode(), "text/csv")
    answer = client.post("/organisation/files", {"kind": "roles", "file": file})
    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    for mistake in ("servicee", "six", "maybe", "A name of at most 120 signs is needed."):
        assert mistake in page
    assert not models.Role.objects.filter(name="Guide").exists()
    assert client.get("/organisation/samples/never").status_code == 404


@pytest.mark.parametrize("name", LISTS[:-1])
def test_every_list_is_exported_without_small_groups(example: None, name: str) -> None:
    client = (
        browser(Role.AUDITOR) if Person.objects.filter(role=Role.AUDITOR).exists() else browser(Role.LEAD)
    )
    if name == "overview":
        return
    answer = client.get(reverse(f"structure:{name}") + "?format=csv")
    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Type"].startswith("text/csv")
    assert len(text.splitlines()) > 1
    if name == "roles":
        assert "Head of finance" not in text
    if name == "units":
        assert "Data office" in text
        assert ",4," not in text
    if name == "skills":
        assert "Data office" not in text
        assert "1–4" in text


def test_a_role_may_look_but_not_keep(example: None) -> None:
    client = browser(Role.EXECUTIVE)
    assert "Enter a role" not in said(client, "/organisation/roles")
    assert client.get("/organisation/new-role").status_code == 403
    assert client.post("/organisation/skills", {}).status_code == 403


@pytest.mark.parametrize("name", LISTS)
def test_more_of_everything_is_not_more_questions(example: None, name: str) -> None:
    client, address = browser(Role.ANALYST), reverse(f"structure:{name}")
    asked = []
    for round_ in range(2):
        for at in range(3):
            unit = units.add_unit(COMMAND_LINE, f"Unit {round_} {at}", "", units.About(size=9))
            role = roles.enter_role(COMMAND_LINE, f"Role {round_} {at}", unit.slug, 7)
            handing.enter_interface(COMMAND_LINE, unit.slug, "service", "File")
            staffing.enter_staffing(COMMAND_LINE, unit.slug, "ux", 3, 0)
            row = models.Work.objects.create(place="process", slug=f"w{round_}{at}", name="W", actor="a")
            models.Duty.objects.create(
                work=row, phase=Phase.BEFORE.value, role=role, letter=Letter.ACCOUNTABLE.value, actor="a"
            )
        said(client, address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            said(client, address)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert asked[0] <= 25
