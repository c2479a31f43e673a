"""Every page somebody can open is looked at in a browser, or it is said why not."""

from __future__ import annotations

import pytest
from django.urls import resolve
from tests.app.project.test_permissions import PAGES
from tests.e2e.test_every_page import SIGNED_IN, STRANGER
from tests.e2e.test_newcomer import NOTHING_YET

FOUND_OUT = {  # addresses that exist only once somebody has done something
    "{brief}": "change:read",
    "{customer}": "outside:customer",
    "{guided}": "intake:guided",
    "{invitation}": "accounts:start",
    "{known phone}": "surveys:known-phone",
    "{known}": "surveys:known-room",
    "{measure}": "bridge:measure",
    "{open}": "surveys:room",
    "{phone}": "surveys:phone",
    "{pick}": "answers:pick",
    "{revealed}": "surveys:room",
    "{words}": "taxonomy:map",
}
FILES = {
    "adoption:sample",
    "change:calendar-file",
    "evidence:file",
    "incentives:boundaries",
    "incentives:sample",
    "inside:instrument-file",
    "inside:sheet",
    "intake:mapping",
    "intake:quarantine",
    "intake:taxonomy",
    "leadership:sample",
    "reports:board",
    "reports:book",
    "reports:deck",
    "reports:wave-sheet",
    "reports:works-council-pdf",
    "reports:workshop-kit",
    "safekeeping:fetch",
    "silo:sample",
    "stack:sample",
    "structure:sample",
    "structure:together",
    "structure:trainings",
    "competitors:sample",
    "taxonomy:download",
    "voice:sample",
    "waves:paper-file",
    "waves:paper-table",
    "waves:roster-sample",
    "web:alive",
    "web:chart-styles",
    "waves:calendar-file",
    "workshop:export",
}
PARTS = {  # of pages that are looked at, fetched while they stand open
    "bridge:plan",
    "change:summary",
    "intake:progress",
    "programme:progress",
    "surveys:count",
    "surveys:known-count",
    "waves:publishing",
    "workshop:beamer-now",
    "workshop:desk-now",
    "workshop:phone-now",
}
ON_THE_WAY = {  # looked at while people go through them: tests/e2e/test_wave.py, tests/e2e/test_workshop.py
    "waves:answer",
    "waves:block",
    "waves:review",
    "workshop:beamer",
    "workshop:desk",
    "workshop:phone",
    "workshop:result",
}
ELSEWHERE = {  # what opens them is not on any page of the example
    "change:edit-message": "every message of the example has gone out, and its form is that of a new one",
    "stack:file": "a table that was handed in: tests/app/stack/test_importing.py",
    "waves:paper-again": "its sheets are entered a second time only once there are any: tests/app/waves/test_paper.py",
    "window:leave": "its address stands in a letter only: tests/app/window/test_letters.py",
}


def looked_at() -> set[str]:
    addresses = [*SIGNED_IN.values(), *STRANGER.values(), *NOTHING_YET.values()]
    return {
        FOUND_OUT[address] if address in FOUND_OUT else resolve(address.partition("?")[0]).view_name
        for address in addresses
    }


def test_every_page_is_looked_at() -> None:
    shown = {name for name, method in PAGES if method == "GET"}
    assert shown - looked_at() - FILES - PARTS - ON_THE_WAY - ELSEWHERE.keys() == set()


@pytest.mark.parametrize("excused", [FILES, PARTS, ON_THE_WAY, set(ELSEWHERE)])
def test_nobody_is_excused_in_vain(excused: set[str]) -> None:
    assert excused <= {name for name, method in PAGES if method == "GET"}
    assert not excused & looked_at()
