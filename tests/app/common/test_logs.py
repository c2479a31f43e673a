"""Log lines are JSON and carry ids."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from leitstern.app.common.logs import JsonFormatter


def line(**more: object) -> dict[str, object]:
    record = logging.LogRecord("leitstern", logging.ERROR, __file__, 1, "job %s", ("failed",), None)
    record.__dict__.update(more)
    found: dict[str, object] = json.loads(JsonFormatter().format(record))
    return found


def test_a_line_says_when_where_and_what() -> None:
    found = line()
    assert (found["level"], found["logger"], found["message"]) == ("ERROR", "leitstern", "job failed")
    assert "T" in str(found["at"])


def test_ids_stand_beside_the_message() -> None:
    assert line(ids={"job": 7})["job"] == 7


def test_a_trace_is_part_of_the_line() -> None:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError:
        found = line(exc_info=sys.exc_info())
    assert "ZeroDivisionError" in str(found["trace"])


RIGHTS = [
    "/answer/7/tOk-en_1/review",
    "/answer/7/tOk-en_1",
    "/w/tOk-en_1/now",
    "/g/tOk-en_1",
    "/start/tOk-en_1",
]


@pytest.mark.parametrize("path", RIGHTS)
def test_no_line_holds_what_a_link_opens_a_page_with(path: str) -> None:
    try:
        int(f"https://example.org{path}")
    except ValueError:
        found = line(msg="Forbidden: %s", args=(path,), exc_info=sys.exc_info(), ids={"path": path})
    assert "tOk-en_1" not in str(found)
    assert str(found["message"]).startswith("Forbidden: " + path.partition("tOk")[0] + "…")


def test_other_paths_are_told_as_they_are() -> None:
    assert line(msg="%s", args=("/waves/7/results",))["message"] == "/waves/7/results"
