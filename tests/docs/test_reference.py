"""The reference says what the program does, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.pages import DOCS, ROOT, Row, bare, tables

from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.common.actors import Capability
from leitstern.app.project.config import Config

ROLES = DOCS / "reference" / "roles.md"
SETTINGS = DOCS / "reference" / "settings.md"


def by_first(rows: list[Row]) -> dict[str, Row]:
    """Rows by their first cell."""
    return {bare(next(iter(row.values()))): row for row in rows}


def test_every_role_is_described() -> None:
    assert list(by_first(tables(ROLES)[0])) == [role.value for role in Role]


def test_the_table_of_capabilities_is_the_programs() -> None:
    written = {
        capability: {role for role in Role if row[role.value] == "yes"}
        for capability, row in by_first(tables(ROLES)[1]).items()
    }
    assert written == {
        capability.value: {role for role in Role if capability in CAPABILITIES[role]}
        for capability in Capability
    }


def test_every_capability_is_explained() -> None:
    assert list(by_first(tables(ROLES)[2])) == [capability.value for capability in Capability]


def test_every_setting_is_described() -> None:
    sources = (ROOT / "src").rglob("*.py")
    read = {
        found
        for source in sources
        for found in re.findall(r"LEITSTERN_[A-Z_]*[A-Z]", source.read_text(encoding="utf-8"))
    }
    assert set(by_first(tables(SETTINGS)[0])) == read


def test_the_defaults_are_the_programs() -> None:
    written = {setting: bare(row["default"]) for setting, row in by_first(tables(SETTINGS)[0]).items()}
    config = Config.from_environment({})
    assert Path(written["LEITSTERN_HOME"]) == config.home
    assert tuple(written["LEITSTERN_HOSTS"].split(",")) == config.hosts
    assert (written["LEITSTERN_PUBLIC_URL"], config.public_url) == ("empty", "")
    assert written["LEITSTERN_MEMORY_LIMIT"] == config.memory_limit
    assert int(written["LEITSTERN_THREADS"]) == config.threads
    assert (written["LEITSTERN_DEBUG"], config.debug) == ("off", False)
