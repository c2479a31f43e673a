"""The tutorial runs from its first cell to its last, in a kernel of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from django.db import connection
from nbclient import NotebookClient

if TYPE_CHECKING:
    import pytest

    from leitstern.store.home import Home

NOTEBOOK = Path(__file__).parents[2] / "examples" / "notebooks" / "own-question.ipynb"


def test_the_tutorial_runs_and_shows_what_it_says(
    small_company: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The kernel is another process: what the test keeps in memory has to lie in the folder.
    small_company.app_db.write_bytes(connection.connection.serialize())
    monkeypatch.setenv("LEITSTERN_HOME", str(small_company.path))
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    assert not any(cell.get("outputs") for cell in notebook.cells)  # committed without results
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    said = "".join(output.get("text", "") for output in shown)
    assert "lived" in said
    assert "from noon on: satisfied" in said
    assert any("<svg" in output.get("data", {}).get("text/html", "") for output in shown)
