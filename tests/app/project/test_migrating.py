"""A home of an earlier release is carried over step by step, and ends up with the tables that a new one is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from pytest_django import DjangoDbBlocker


@dataclass(frozen=True, slots=True)
class Carried:
    """The database of before, as it is now, and numbers of what was kept in it."""

    connection: BaseDatabaseWrapper
    agent: int
    head: int
    cost: int


@pytest.fixture(scope="module")
def carried(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Carried]:
    """From the time when roles still stood with incentives, through every step since."""
    ours = connections["default"]
    of_before: Any = type(ours)(
        {**ours.settings_dict, "NAME": str(tmp_path_factory.mktemp("before") / "app.db")}, "default"
    )
    with django_db_blocker.unblock():
        connections["default"] = of_before
        try:
            executor = MigrationExecutor(connection)
            executor.migrate([("incentives", "0001_initial"), ("structure", None)])
            kept = _roles_of_before(executor.loader.project_state([("incentives", "0001_initial")]).apps)
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
        finally:
            connections["default"] = ours
    yield Carried(of_before, *kept)
    of_before.close()


@pytest.fixture
def in_before(carried: Carried, db: None) -> Iterator[Carried]:
    """Models read and write the database of before."""
    ours = connections["default"]
    connections["default"] = carried.connection
    yield carried
    connections["default"] = ours


def _roles_of_before(apps: Any) -> tuple[int, int, int]:
    role, figure, weight = (apps.get_model("incentives", name) for name in ("Role", "Figure", "Weight"))
    cost = figure.objects.create(
        slug="cost",
        name="Cost",
        unit="service",
        horizon="short",
        direction="lower",
        origin="finance",
        actor="a",
    )
    role.objects.create(name="Agent", unit="service", people=3, actor="person:7").delete()
    agent = role.objects.create(name="Agent", unit="service", people=40, actor="person:7")
    head = role.objects.create(name="Head", unit="service", people=1, actor="person:7")
    role.objects.filter(pk=head.pk).update(retired="2026-01-02T12:00:00Z")
    weight.objects.create(role=agent, figure=cost, percent=30, actor="person:7")
    return agent.pk, head.pk, cost.pk


def test_every_role_keeps_its_number_its_past_and_its_rewards(in_before: Carried) -> None:
    from leitstern.app.incentives.models import Weight
    from leitstern.app.structure.models import Role

    kept = {each.pk: each for each in Role.objects.all()}
    assert kept.keys() == {in_before.agent, in_before.head}
    agent = kept[in_before.agent]
    assert (agent.name, agent.people, agent.actor) == ("Agent", 40, "person:7")
    assert f"{kept[in_before.head].retired:%Y-%m-%d}" == "2026-01-02"
    (weighed,) = Weight.objects.select_related("role")
    assert (weighed.role.pk, weighed.percent) == (agent.pk, 30)
    assert "incentives_role" not in connection.introspection.table_names()
    connection.check_constraints()  # no reference leads nowhere

    Weight.objects.create(role=agent, figure_id=in_before.cost, percent=10, actor="b")
    with pytest.raises(Exception, match="UNIQUE"):
        Role.objects.create(name="Agent", unit="service", people=2, actor="b")


def test_a_new_home_is_given_the_tables_that_an_old_one_was_carried_to(carried: Carried, db: None) -> None:
    new, old = _tables(connections["default"]), _tables(carried.connection)
    assert len(new) > 100
    assert new.keys() == old.keys()
    assert {name: (new[name], old[name]) for name in new if new[name] != old[name]} == {}


def test_what_was_given_at_once_is_noted_as_migrated(carried: Carried, db: None) -> None:
    assert _noted(connections["default"]) == _noted(carried.connection)
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_where_there_are_tables_every_step_is_taken(in_before: Carried) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("window", "0002_looked")
    with pytest.raises(Exception, match=r"window_looked.* already exists"):
        call_command("migrate", verbosity=0, interactive=False)
    recorder.record_applied("window", "0002_looked")


def test_models_and_migrations_say_the_same(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def _noted(at: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    with at.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def _tables(at: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """What each table consists of: its columns and conditions, and its indexes by what they hold."""
    with at.cursor() as cursor:
        cursor.execute("SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        said = cursor.fetchall()
    tables: dict[str, list[str]] = {}
    for table, sql in said:
        if sql.startswith("CREATE TABLE"):
            tables.setdefault(table, []).extend(_parts(sql))
        else:  # the name of an index tells where its table once was
            tables.setdefault(table, []).append(re.sub(r'INDEX "\w+" ON', "INDEX ON", sql))
    return {table: sorted(parts) for table, parts in tables.items()}


def _parts(sql: str) -> Iterator[str]:
    """Columns and conditions of a table, without their order: a later column stands last where it was added."""
    depth, start = 0, sql.index("(") + 1
    for place in range(start, len(sql)):
        depth += {"(": 1, ")": -1}.get(sql[place], 0)
        if depth < 0 or (depth == 0 and sql[place] == ","):
            yield sql[start:place].strip()
            start = place + 1
