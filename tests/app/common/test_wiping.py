"""After a wave or a workshop is closed no byte of its people is left in the database file, nor the order they came in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection, connections
from django.utils import timezone
from tests.app.waves.asking import BANK, people, use
from tests.people import make
from tests.post import Post

from leitstern.app.accounts.roles import Role
from leitstern.app.common import jobs, wiping
from leitstern.app.common.models import Job, JobState
from leitstern.app.company.actions import adopt
from leitstern.app.inside.models import Group
from leitstern.app.waves import actions, answering, performing
from leitstern.app.waves.models import Answer, Token, Wave
from leitstern.app.waves.tokens import digest
from leitstern.app.workshop import actions as room
from leitstern.app.workshop.closing import close as close_room
from leitstern.app.workshop.models import Seat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


@pytest.fixture
def file(home: Home, db: None) -> Iterator[Path]:
    """A database in a file, with its write-ahead log, in place of the one in memory."""
    in_memory = connections["default"]
    home.app_db.write_bytes(in_memory.connection.serialize())
    in_file = connections.create_connection("default")
    in_file.settings_dict = in_file.settings_dict | {"NAME": str(home.app_db)}
    connections["default"] = in_file
    try:
        yield home.app_db
    finally:
        in_file.close()
        connections["default"] = in_memory


@pytest.fixture
def runner(file: Path, settings: Settings) -> Iterator[Person]:
    """Lena, with an organisation and a mail server."""
    adopt(make(Role.ADMIN), BANK)
    with Post() as post:
        use(post, settings)
        yield make(Role.LEAD)


@pytest.fixture
def wave(runner: Person) -> Wave:
    """A running wave of forty people."""
    found = actions.prepare(runner, "Wave 1", timezone.localdate() + timedelta(days=7))
    actions.hand_in_roster(runner, found, people(service=40))
    return actions.launch(runner, found, "http://testserver")


def on_disk(file: Path) -> bytes:
    """Everything the database has written."""
    log = file.with_name(file.name + "-wal")
    return file.read_bytes() + (log.read_bytes() if log.exists() else b"")


def answers_in_file_order(file: Path) -> list[int]:
    """The answers (by what is planted in each) as they lie: page after page, and in each from its end."""
    data = on_disk(file)
    size = int.from_bytes(data[16:18])
    found = {number: data.rindex(f"planted-{number:02}".encode()) for number in range(40)}
    return sorted(found, key=lambda number: (found[number] // size, -found[number]))


def take_in(wave: Wave, numbers: range) -> None:
    for number in numbers:
        Answer.objects.create(wave=wave, unit="service", level="staff", answers={f"planted-{number:02}": 3})


def test_closing_a_wave_leaves_no_byte_of_who_was_asked(file: Path, runner: Person, wave: Wave) -> None:
    answering.keep(wave, "key", {"drafted-item": 3})
    Token.objects.filter(pk__in=list(Token.objects.values_list("pk", flat=True)[:3])).update(used=True)
    salt = bytes(wave.roster.values_list("salt", flat=True)[0])
    planted = [b"service7@bank.example", digest("key").encode(), b"drafted-item", salt]
    planted += [each.encode() for each in Token.objects.values_list("digest", flat=True)]
    assert all(each in on_disk(file) for each in planted)
    actions.close(runner, wave)
    left = on_disk(file)
    assert not [each for each in planted if each in left]
    assert not Job.objects.exists()


def test_a_roster_that_is_replaced_or_never_asked_leaves_no_byte(file: Path, runner: Person) -> None:
    found = actions.prepare(runner, "Wave 2", timezone.localdate() + timedelta(days=7))
    actions.hand_in_roster(runner, found, people(service=40))
    assert b"service7@bank.example" in on_disk(file)
    actions.hand_in_roster(runner, found, people(north=40))
    assert b"service7@bank.example" not in on_disk(file)
    assert b"north7@bank.example" in on_disk(file)
    actions.drop(runner, found)
    assert b"north7@bank.example" not in on_disk(file)


def test_answers_lie_in_the_order_of_their_keys_and_not_of_their_coming(
    file: Path, runner: Person, wave: Wave
) -> None:
    """Ids alone are random; where a row lies in its page told who came when."""

    def by_key() -> list[int]:
        kept = Answer.objects.order_by("id").values_list("answers", flat=True)
        return [int(next(iter(answers)).removeprefix("planted-")) for answers in kept]

    take_in(wave, range(20))
    actions.close(runner, wave)
    take_in(wave, range(20, 40))  # as sheets that come later
    assert answers_in_file_order(file) != by_key()
    Wave.objects.filter(pk=wave.pk).update(state="closed")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(performing, "publication", lambda _wave, _progress: ({}, {}))
        actions.publish(runner, wave)
    assert answers_in_file_order(file) == by_key() != list(range(40))


def test_closing_a_workshop_leaves_no_byte_of_seats_and_votes(file: Path, runner: Person) -> None:
    workshop = room.open_workshop(runner, "Room")
    codes = [room.come_in(workshop, Group.STAFF).code.encode() for _ in range(5)]
    assert all(code in on_disk(file) for code in codes)
    close_room(runner, workshop)
    left = on_disk(file)
    assert not Seat.objects.exists()
    assert not [code for code in codes if code in left]


def test_whoever_reads_meanwhile_only_delays_it(
    file: Path, runner: Person, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried ever more calmly, in one row of the queue, until it holds."""
    connection.cursor().execute("PRAGMA busy_timeout = 10")
    waited = []
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM waves_token").fetchall()
        actions.close(runner, wave)
        assert b"service7@bank.example" in on_disk(file)
        for _ in range(14):
            tried = timezone.now()
            jobs.run_next()
            (job,) = Job.objects.filter(kind=wiping.KIND)
            assert job.state == JobState.WAITING
            assert job.lease_until is not None
            waited.append((job.lease_until - tried).total_seconds())
            assert jobs.run_next() is None  # not before that
            Job.objects.update(lease_until=timezone.now())
    assert waited[:3] == pytest.approx([5, 10, 20], abs=2)
    assert waited[-1] == pytest.approx(3600, abs=2)
    jobs.run_next()
    assert b"service7@bank.example" not in on_disk(file)
    (job,) = Job.objects.filter(kind=wiping.KIND)
    assert job.state == JobState.DONE
