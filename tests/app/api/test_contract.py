"""Whatever programs send, the interface answers as its description says: seeded, bounded, with real data behind it."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.roles import Role
from leitstern.app.api.api import api

if TYPE_CHECKING:
    from leitstern.store.home import Home

OPERATIONS = sorted(
    (path, method) for path, methods in api.get_openapi_schema()["paths"].items() for method in methods
)
load_all_checks()
PROMISED = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    ]
)
EXAMPLES = int(os.environ.get("EXAMPLES", "4"))  # of each kind; `make probe` asks for more


@cache
def described() -> schemathesis.BaseSchema:
    """The interface as it describes itself, read once: nothing changes it."""
    schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(), default=str)))
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=str)
def test_an_operation_answers_as_described(
    small_company: Home, path: str, method: str, mode: GenerationMode
) -> None:
    key = create_key(make(Role.ADMIN), "probe")[1]
    headers = {"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"}
    operation = described()[path][method.upper()]

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode))
    def probe(case: Any) -> None:
        case.call_and_validate(headers=headers, checks=PROMISED)

    probe()
