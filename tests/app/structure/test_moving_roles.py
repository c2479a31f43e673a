"""A home of an earlier release keeps its roles and rewards when roles move to the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD = "of_before"


@pytest.fixture
def database_of_before(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database file of its own, beside that of the other tests."""
    settings = {**connections["default"].settings_dict, "NAME": str(tmp_path / "app.db")}
    connections.settings[OLD] = settings
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield OLD
        connections[OLD].close()
    del connections[OLD]
    del connections.settings[OLD]


def test_every_role_keeps_its_number_its_past_and_its_rewards(database_of_before: str) -> None:
    connection = connections[database_of_before]
    before = [("incentives", "0001_initial"), ("structure", None)]
    executor = MigrationExecutor(connection)
    executor.migrate(before)
    apps = executor.loader.project_state([("incentives", "0001_initial")]).apps
    role, figure, weight = (apps.get_model("incentives", name) for name in ("Role", "Figure", "Weight"))
    cost = figure.objects.using(OLD).create(
        slug="cost",
        name="Cost",
        unit="service",
        horizon="short",
        direction="lower",
        origin="finance",
        actor="a",
    )
    gone = role.objects.using(OLD).create(name="Agent", unit="service", people=3, actor="person:7")
    role.objects.using(OLD).filter(pk=gone.pk).delete()
    agent = role.objects.using(OLD).create(name="Agent", unit="service", people=40, actor="person:7")
    head = role.objects.using(OLD).create(name="Head", unit="service", people=1, actor="person:7")
    role.objects.using(OLD).filter(pk=head.pk).update(retired="2026-01-02T12:00:00Z")
    weight.objects.using(OLD).create(role=agent, figure=cost, percent=30, actor="person:7")

    executor = MigrationExecutor(connection)
    executor.migrate(
        [key for key in executor.loader.graph.leaf_nodes() if key[0] in {"incentives", "structure"}]
    )

    from leitstern.app.incentives.models import Weight
    from leitstern.app.structure.models import Role

    kept = {each.pk: each for each in Role.objects.using(OLD)}
    assert kept.keys() == {agent.pk, head.pk}
    assert (kept[agent.pk].name, kept[agent.pk].people, kept[agent.pk].actor) == ("Agent", 40, "person:7")
    assert f"{kept[head.pk].retired:%Y-%m-%d}" == "2026-01-02"
    (weighed,) = Weight.objects.using(OLD).select_related("role")
    assert (weighed.role.pk, weighed.percent) == (agent.pk, 30)
    assert "incentives_role" not in connection.introspection.table_names()
    connection.check_constraints()  # no reference leads nowhere

    Weight.objects.using(OLD).create(role=kept[agent.pk], figure_id=cost.pk, percent=10, actor="b")
    with pytest.raises(Exception, match="UNIQUE"):
        Role.objects.using(OLD).create(name="Agent", unit="service", people=2, actor="b")


def test_models_and_migrations_say_the_same(db: None) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "incentives", "structure", check=True, dry_run=True, verbosity=0)
