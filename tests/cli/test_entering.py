"""`leitstern contact …`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leitstern.app.desk.models import Entry, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_a_contact_and_what_was_agreed(leitstern: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leitstern.app.intake.ahead.AFTER_PUBLISH", [])
    agreed = ("--step", "Neue Karte", "--department", "operations", "--by", "+2", "--key", "one")
    words = ("contact", "add", "10000001", "Blocking a card", "--at", "2.3.2026", *agreed)
    assert leitstern(*words).out == "Kept as contact 1. It waits to be counted.\n"
    assert "Als Kontakt 1 gespeichert." in leitstern(*words, lang="de_DE.UTF-8").out  # the same key
    refused = leitstern("contact", "add", "10000001", "Nowhere")
    assert (refused.code, "There is no touchpoint “Nowhere”" in refused.err) == (1, True)

    assert "Neue Karte" in leitstern("contact", "steps").out
    assert json.loads(leitstern("contact", "steps", "--format", "json").out)[0]["department"] == "operations"
    assert leitstern("contact", "steps", "--department", "service", "--format", "csv").out.count("\n") == 1
    assert leitstern("contact", "done", 1).out == "Done: Neue Karte\n"
    assert leitstern("contact", "done", 1, "--promise").code == 1

    assert leitstern("contact", "count").out == "Counted: 1\n"
    assert Entry.objects.select_related("import_run").get().standing == Standing.COUNTED
    assert leitstern("contact", "withdraw", 1).out.startswith("Contact 1 was withdrawn.")
