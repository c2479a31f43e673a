"""The report as JSON, exactly as programs expect it."""

from __future__ import annotations

import json

from tests.core.gap.hansa import answers, at, hansa, report_on

from leitstern.core.gap.as_json import to_json
from leitstern.core.stats.attribution import DriverShare
from leitstern.core.stats.estimate import Estimate

LATENESS = DriverShare("days_late", Estimate(0.61234, 0.5, 0.7, n=5000, grade="association"), direction=-1)


def test_the_shape() -> None:
    found = to_json(report_on(hansa()), [LATENESS])
    assert list(found) == ["indices", "touchpoints", "drivers"]
    assert isinstance(found["indices"], dict)
    assert list(found["indices"]) == ["delivery", "perception"]
    assert isinstance(found["touchpoints"], list)
    assert [list(line) for line in found["touchpoints"]] == 5 * [
        [
            "touchpoint",
            "name",
            "facet",
            "promise",
            "belief",
            "lived",
            "observed",
            "delivery_gap",
            "perception_gap",
        ]
    ]
    assert found["drivers"] == [{"name": "days_late", "share": 0.6123}]
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_every_side_is_a_number_or_a_reason() -> None:
    one = at("call", promise=0.9, lived=answers(700, 1000))
    line = to_json(report_on([one]))["touchpoints"]
    assert isinstance(line, list)
    assert line[0]["promise"] == {"value": 0.9, "low": 0.9, "high": 0.9, "n": 1}
    assert list(line[0]["delivery_gap"]) == ["value", "low", "high", "n"]
    assert line[0]["belief"] == line[0]["perception_gap"] == {"missing": "not asked"}


def test_what_was_observed_stands_beside_what_is_reckoned_with() -> None:
    known, unknown = at("call", lived=answers(7, 51)), at("branch", lived=answers(1, 4))
    lines = to_json(report_on([known, unknown]))["touchpoints"]
    assert isinstance(lines, list)
    assert lines[0]["observed"] == {"share": 0.1373, "agreeing": 7, "n": 51}
    assert lines[1]["observed"] is None


def test_indices_are_points() -> None:
    indices = to_json(report_on([at("call", promise=0.9, lived=answers(700, 1000))]))["indices"]
    assert isinstance(indices, dict)
    assert 18 < indices["delivery"]["value"] < 22
    assert indices["perception"] == {"missing": "not asked"}


def test_in_german() -> None:
    found = to_json(report_on([at("call", promise=0.9)]), language="de")
    assert isinstance(found["touchpoints"], list)
    assert found["touchpoints"][0]["name"] == "Anruf"
    assert found["touchpoints"][0]["belief"] == {"missing": "nicht gefragt"}
