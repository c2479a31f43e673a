"""Quotes for reports: picked by a person who looked again, in order, in proportion, and gone with whose they were."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from typer.testing import CliRunner

from leitstern.app.accounts.roles import Role
from leitstern.app.answers import forgetting, quoting
from leitstern.app.answers.asking import require_answers
from leitstern.app.answers.comments import found_comments
from leitstern.app.answers.comments_form import CommentsForm
from leitstern.app.answers.models import Pick
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.intake.forgetting import FORGETS, LETS_GO
from leitstern.app.reports.content import report_content
from leitstern.app.reports.deck_gap import voices_slide
from leitstern.app.reports.deck_slides import Quotes
from leitstern.cli.main import app
from leitstern.core.errors import Conflict, InvalidInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

PAGE, API = "/answers/quotes", "/api/v1/answers/quotes"
ENGLISH = {"Accept-Language": "en"}
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def refs(published: Published, **asked: str) -> list[str]:
    choice = require_answers(published, asked, "en", CommentsForm, beside=False)
    return [each.ref for each in found_comments(choice).comments]


def pick(ref: str, reason: str = "Says what the numbers say.") -> Pick:
    return quoting.pick(COMMAND_LINE, ref, reason, checked=True)


def test_a_person_picks_by_reading_again(published: Published, as_role: Callable[[Role], Client]) -> None:
    lead = as_role(Role.LEAD)
    ref = refs(published, answer="bad")[0]
    address = f"/answers/comments/{ref}/pick"
    assert "Read it once more before others do" in lead.get(address, headers=ENGLISH).content.decode()
    unchecked = lead.post(address, {"reason": "Tells it all."}, headers=ENGLISH)
    assert "Please read it once more and confirm." in unchecked.content.decode()
    assert not Pick.objects.exists()
    lead.post(address, {"reason": "Tells it all.", "checked": "on"})
    page = lead.get(PAGE, headers=ENGLISH).content.decode()
    assert "Picked because: Tells it all." in page
    assert "The picked quote comes with a bad answer" in page
    assert as_role(Role.ANALYST).get(address).status_code == 403


def test_picked_quotes_stand_in_report_and_deck_in_their_order(published: Published) -> None:
    bad, good = refs(published, answer="bad"), refs(published, answer="good")
    first, second = pick(bad[0]), pick(good[0])
    quoting.move(COMMAND_LINE, second, "up")
    with translation.override("en"):
        content = report_content(published, NOW)
        slide = voices_slide(published, None)  # type: ignore[arg-type]  # what was picked needs no report
    expected = [quoting.comment_of(published, ref).comment for ref in (good[0], bad[0])]
    assert [each["words"] for each in content["voices"]] == expected
    assert content["voices_note"].startswith(
        "1 of 2 picked quotes come with a bad answer; of all comments it is "
    )
    assert isinstance(slide.body, Quotes)
    assert [each.words for each in slide.body.quotes] == expected
    assert slide.source == content["voices_note"]
    quoting.withdraw(COMMAND_LINE, first)
    quoting.withdraw(COMMAND_LINE, second)
    assert report_content(published, NOW)["voices_note"] == ""


def test_only_so_many_and_each_once(published: Published) -> None:
    found = refs(published)
    rows = [pick(ref) for ref in found[: quoting.MOST]]
    with pytest.raises(Conflict, match="at most 4"):
        pick(found[quoting.MOST])
    quoting.withdraw(COMMAND_LINE, rows[0])
    with pytest.raises(Conflict, match="already"):
        pick(found[1])
    again = pick(found[0])
    with pytest.raises(Conflict, match="already"):
        quoting.put_back(COMMAND_LINE, rows[0])
    quoting.withdraw(COMMAND_LINE, again)
    quoting.put_back(COMMAND_LINE, rows[0])
    assert [str(each.pick) for each in quoting.picked(published)] == [*found[1:4], found[0]]


@pytest.mark.parametrize(
    ("ref", "reason", "checked", "refused"),
    [
        ("", "Why.", True, NotFound),
        ("1-999999999", "Why.", True, NotFound),
        (None, "  ", True, InvalidInput),
        (None, "Why.", False, InvalidInput),
    ],
)
def test_what_cannot_be_picked(
    published: Published, ref: str | None, reason: str, checked: bool, refused: type[Exception]
) -> None:
    asked = refs(published)[0] if ref is None else ref
    with pytest.raises(refused):
        quoting.pick(COMMAND_LINE, asked, reason, checked=checked)
    assert not Pick.objects.exists()


def test_what_masking_would_find_by_now_is_not_picked(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quoting, "masked", lambda comment: comment.replace(" ", " [name] ", 1))
    with pytest.raises(InvalidInput, match="looks like a name"):
        pick(refs(published)[0])


def test_one_sided_quotes_are_told(published: Published) -> None:
    for ref in refs(published, answer="bad")[:2]:
        pick(ref)
    said = quoting.balance(published, quoting.picked(published))
    assert said
    assert "2 of 2 picked quotes" in said.en
    assert "point the same way" in said.en


def test_a_quote_goes_with_its_customer_and_with_its_import(published: Published) -> None:
    first, second = (pick(ref) for ref in refs(published)[:2])
    quoting.withdraw(COMMAND_LINE, first)
    forgetting.forget(first.entity)
    assert not Pick.objects.filter(pk=first.pk).exists()
    forgetting.let_go(second.import_id)
    assert not Pick.objects.exists()
    assert "leitstern.app.answers.forgetting.forget" in FORGETS
    assert "leitstern.app.answers.forgetting.let_go" in LETS_GO


def test_who_picked_is_written_down(published: Published) -> None:
    row = pick(refs(published)[0])
    assert AuditEntry.objects.filter(verb="pick quote", subject=f"answers.pick:{row.pk}").exists()


def test_programs_and_the_command_do_the_same(
    published: Published, small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    def run(*words: str) -> str:
        said = CliRunner().invoke(app, ["--home", str(small_company.path), "answers", *words])
        assert said.exit_code == 0, said.output
        return said.output

    lead = as_role(Role.LEAD)
    one, other = refs(published)[:2]
    body = {"ref": one, "reason": "Why.", "checked": True}
    made = lead.post(API, json.dumps(body), content_type="application/json")
    assert made.status_code == 201
    run("pick", other, "--reason", "So.", "--checked")
    number = made.json()["quotes"][0]["id"]
    run("move", str(number), "--down")
    assert [each["ref"] for each in lead.get(API).json()["quotes"]] == [other, one]
    run("withdraw", str(number))
    found = json.loads(run("quotes", "--format", "json"))
    assert [each["ref"] for each in found["withdrawn"]] == [one]
    run("put-back", str(number))
    assert "of 2 picked quotes" in run("quotes")
    moved = lead.post(f"{API}/{number}/move", json.dumps({"way": "up"}), content_type="application/json")
    assert [each["ref"] for each in moved.json()["quotes"]] == [one, other]
