"""The method page names the numbers the program uses."""

from __future__ import annotations

import re

import pytest

from leitstern.app.web.method import folder
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.evidence import Rules
from leitstern.core.inside.proof_kinds import KINDS


@pytest.mark.parametrize(("file", "language"), [("evidence.md", "en"), ("evidence.de.md", "de")])
def test_weights_and_lifetimes_on_the_page_are_those_of_the_register(file: str, language: str) -> None:
    page = (folder() / file).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\S.*?) \| (\d[.,]\d \| \d+) \|$", page, re.MULTILINE))
    rules = Rules.assumed(Assumptions())
    point = "," if language == "de" else "."
    assert rows == {
        name.to(language): f"{rules.weight[kind]:.1f} | {rules.lifetime[kind]:.0f}".replace(".", point)
        for kind, name in KINDS.items()
    }
