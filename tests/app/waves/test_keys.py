"""A pack with a statement keyed the wrong way round is found out by the answers, and named where the wave is read."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.urls import reverse
from tests.app.waves.asking import people

from leitstern.app.inside.instruments import bring_in
from leitstern.app.reports import book_inside
from leitstern.app.waves import actions, queries
from leitstern.app.waves.models import Answer, Publication, Wave
from leitstern.app.waves.results import results_of
from leitstern.collect.instrument_file import write_instrument

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person

type Publish = Callable[..., Wave]


@pytest.fixture
def publish(lead: Person, prepared: Wave, post: object) -> Publish:
    """Hold a wave in which so many people answer honestly; `mistaken` is keyed the wrong way round from the start."""

    def published(n: int, mistaken: str = "", silent: int = 0) -> Wave:
        wave = prepared
        honest = queries.instrument_of(wave)
        if mistaken:
            items = tuple(
                replace(item, reverse=not item.reverse) if item.slug == mistaken else item
                for item in honest.items
            )
            raw = write_instrument(replace(honest, slug="mistaken", items=items, version=1)).encode()
            version = bring_in(lead, raw, "mistaken.yaml")
            Wave.objects.filter(pk=wave.pk).update(instrument=version)
            wave.refresh_from_db()
        actions.hand_in_roster(lead, wave, people(service=n))
        actions.launch(lead, wave, "http://testserver")
        rng = np.random.default_rng(7)
        for _ in range(n - silent):
            thinks = rng.normal(4, 1.4)
            points = np.clip(np.rint(thinks + rng.normal(0, 0.7, len(honest.items))), 1, 7)
            answers = {
                item.slug: int(8 - point if item.reverse else point)
                for item, point in zip(honest.items, points, strict=True)
            }
            Answer.objects.create(wave=wave, unit="service", level="staff", answers=answers)
        actions.close(lead, wave)
        actions.publish(lead, wave)
        return queries.wave_by_id(wave.pk)

    return published


def test_a_pack_with_a_wrong_key_is_named_on_the_page_and_for_programs(
    publish: Publish, lead_client: Client
) -> None:
    wave = publish(40, "k1-2")
    assert [each["item"] for each in results_of(wave).content["wrong_keys"]] == ["k1-2"]
    address = reverse("waves:results", args=[wave.pk])
    page = lead_client.get(address).content.decode()
    assert "seem to be keyed the wrong way round" in page
    assert "n = 40" in page
    assert "wrong way round" not in lead_client.get(address + "?unit=service").content.decode()
    (told,) = lead_client.get(f"/api/v1/waves/{wave.pk}/results").json()["wrong_keys"]
    assert (told["item"], told["dimension"], told["n"]) == ("k1-2", "k1", 40)
    assert told["correlation"] < -0.5
    assert lead_client.get(address + "?format=json").json()["wrong_keys"][0]["item"] == "k1-2"
    table = csv.DictReader(
        StringIO(lead_client.get(address + "?format=csv").content.decode().lstrip("\ufeff"))
    )
    assert {(row["dimension"], row["wrong keys"]) for row in table if row["wrong keys"]} == {("k1", "k1-2")}
    sheet = book_inside.wave()
    assert {row[3] for row in sheet.rows if row[-1]} == {"k1"}


def test_a_right_pack_raises_no_suspicion(publish: Publish, lead_client: Client) -> None:
    wave = publish(40)
    assert results_of(wave).content["wrong_keys"] == []
    page = lead_client.get(reverse("waves:results", args=[wave.pk])).content.decode()
    assert "wrong way round" not in page


def test_nothing_is_said_where_fewer_answered_than_may_be_shown(publish: Publish, prepared: Wave) -> None:
    Wave.objects.filter(pk=prepared.pk).update(fewest=30)
    prepared.refresh_from_db()
    wave = publish(30, "k1-2", silent=5)
    assert results_of(wave).content["wrong_keys"] == []


def test_a_publication_from_before_says_nothing_about_keys(publish: Publish, lead_client: Client) -> None:
    wave = publish(12)
    found = Publication.objects.get(wave=wave)
    found.results.pop("wrong_keys")
    Publication.objects.filter(pk=found.pk).update(results=found.results)
    assert lead_client.get(reverse("waves:results", args=[wave.pk])).status_code == 200
    assert lead_client.get(f"/api/v1/waves/{wave.pk}/results").json()["wrong_keys"] == []
