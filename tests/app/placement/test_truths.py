"""Everything planted inside the example company comes out of the application, and its twin shows none of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import override_settings

from leitstern.collect.example.inside_truths import PLANTED_INSIDE
from leitstern.collect.example.organisation import SMALL
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.ratings import View
from leitstern.core.inside.routes import Route
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.movement import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django.plugin import DjangoDbBlocker
    from tests.small_company import Founded

    from leitstern.app.evidence.queries import Line
    from leitstern.app.placement.by_unit import Movements
    from leitstern.app.waves.results import Results
    from leitstern.core.inside.groups import Group
    from leitstern.core.inside.misdiagnosis import Misdiagnosis
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.reviewing import OverClaim
    from leitstern.core.inside.routes import Choice
    from leitstern.core.stats.estimate import Measured
    from leitstern.store.home import Home

pytestmark = pytest.mark.django_db  # so that there is a database to found the companies in


@dataclass(frozen=True, slots=True)
class Found:
    """What the application says about a company's inside."""

    placement: Placement
    choice: Choice
    misdiagnosis: Misdiagnosis | None
    movements: dict[View, Movements | None]
    lines: tuple[Line, ...]
    over_claims: tuple[OverClaim, ...]
    reviewers_agree: Measured
    results: Results
    hidden: dict[Group, dict[str, str]]  # of the newest wave: why, by dimension
    people: dict[str, int]  # of the workshop, by group
    log: set[str]


@pytest.fixture(scope="session")
def seen_in(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Callable[[Founded], Found]:
    """What the application says about a founded company."""

    def seen(company: Founded) -> Found:
        home = tmp_path_factory.mktemp("seen") / "home"
        with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
            company.copy_to(home)
            said = look()
            transaction.set_rollback(True)
        return said

    return seen


@pytest.fixture(scope="session")
def lindenberg(seen_in: Callable[[Founded], Found], founded_with_inside: Founded) -> Found:
    return seen_in(founded_with_inside)


@pytest.fixture(scope="session")
def twin(seen_in: Callable[[Founded], Found], founded_twin: Founded) -> Found:
    return seen_in(founded_twin)


def look() -> Found:
    """Everything that the tests ask for, while the company is there."""
    from leitstern.app.common.models import AuditEntry
    from leitstern.app.evidence.examining import agreement
    from leitstern.app.evidence.queries import lines, over_claims_by_unit
    from leitstern.app.placement.by_unit import movements
    from leitstern.app.placement.dimensions import misdiagnosis
    from leitstern.app.placement.queries import ratings_now, require_placement, require_routes
    from leitstern.app.waves.queries import latest_publication, wave_by_id
    from leitstern.app.waves.results import results_of
    from leitstern.app.workshop.models import Workshop
    from leitstern.app.workshop.result import result_of

    publication = latest_publication()
    assert publication
    results = results_of(wave_by_id(publication.wave_id))
    told = {"pages": [results.levels, results.dimensions, results.groups]}  # read while they can be
    assert all(told.values())
    return Found(
        placement=require_placement(),
        choice=require_routes(),
        misdiagnosis=misdiagnosis(ratings_now()),
        movements={view: movements(view) for view in PLANTED_INSIDE.said},
        lines=lines(),
        over_claims=over_claims_by_unit(),
        reviewers_agree=agreement(),
        results=results,
        hidden={
            group: {slug: score["hidden"] for slug, score in scores.items() if "hidden" in score}
            for group, scores in results.groups.items()
        },
        people={str(group): n for group, n in result_of(Workshop.objects.get()).people.items()},
        log=set(AuditEntry.objects.values_list("verb", flat=True)),
    )


def level(placement: Placement, view: View, axis: str) -> Estimate:
    cloud = placement.view(view)
    assert cloud
    found: Any = getattr(cloud, axis)
    assert isinstance(found, Estimate)
    return found


def test_it_is_a_digital_lemming(lindenberg: Found) -> None:
    assert lindenberg.placement.declared is OrgType.LEMMING
    assert lindenberg.placement.probabilities[OrgType.LEMMING] >= 0.8
    assert lindenberg.placement.candidates == (OrgType.LEMMING,)


def test_it_says_in_one_sentence_what_it_takes_itself_for(lindenberg: Found) -> None:
    assert lindenberg.placement.sentence.en == (
        "You take yourselves for a Tech-distant Customer Expert; your evidence and an independent look show a Digital Lemming."
    )
    assert lindenberg.placement.sentence.de == (
        "Sie halten sich für einen Technologiefernen Kundenkenner; Ihre Belege und ein unabhängiger Blick zeigen einen Digitalen Lemming."
    )


def test_with_its_proof(lindenberg: Found) -> None:
    illusion, proof = lindenberg.placement.illusion, lindenberg.placement.evidence_sentence
    assert illusion.state == "illusion"
    assert (illusion.believed, illusion.shown) == (OrgType.TECH_DISTANT, OrgType.LEMMING)
    assert illusion.probability
    assert illusion.probability > 0.95
    assert "Executives 2.9, Managers 2.1, Staff 1.3, Evidence 1.3, Independent assessor 1.3" in proof.en
    assert (
        "Geschäftsleitung 2,9, Führungskräfte 2,1, Mitarbeitende 1,3, Belege 1,3, Unabhängige Dritte 1,3"
        in proof.de
    )


def test_executives_see_a_tech_distant_customer_expert(lindenberg: Found) -> None:
    culture = level(lindenberg.placement, View.EXECUTIVES, "culture")
    technology = level(lindenberg.placement, View.EXECUTIVES, "technology")
    assert culture.low > 2.0
    assert culture.value == pytest.approx(3.0, abs=0.15)
    assert technology.value == pytest.approx(1.8, abs=0.15)


def test_managers_stand_in_between_and_the_staff_see_what_is_so(lindenberg: Found) -> None:
    placement = lindenberg.placement
    for axis, staff in (("culture", 1.3), ("technology", 2.9)):
        seen = [level(placement, view, axis).value for view in (View.EXECUTIVES, View.MANAGERS, View.STAFF)]
        assert seen in (sorted(seen), sorted(seen, reverse=True))
        assert seen[2] == pytest.approx(staff, abs=0.1)
        assert level(placement, View.EVIDENCE, axis).value == pytest.approx(staff, abs=0.1)


def test_all_views_come_from_their_newest_source(lindenberg: Found) -> None:
    sources = {cloud.view: cloud for cloud in lindenberg.placement.views}
    assert set(sources) == set(View)
    assert [sources[view].n for view in (View.EXECUTIVES, View.MANAGERS, View.STAFF)] == [9, 60, 900]
    assert lindenberg.people == {"executives": 2, "managers": 3, "staff": 3}


def test_route_a_leads_on_and_says_how_long(lindenberg: Found) -> None:
    chosen = lindenberg.choice.chosen
    assert lindenberg.choice.route is Route.A
    assert chosen.p10 < chosen.p50 < chosen.p90
    assert sum(chosen.density) == pytest.approx(1, abs=0.02)


def test_leaders_look_for_the_deficit_in_the_wrong_place(lindenberg: Found) -> None:
    found = lindenberg.misdiagnosis
    assert found
    assert found.state == "misdiagnosis"
    assert (found.stated.dimension, found.shown.dimension) == ("t8", "k6")


def test_documents_alone_are_credited_low(lindenberg: Found) -> None:
    claimed = {line.dimension.slug: line.credit for line in lindenberg.lines if line.credit}
    assert len(claimed) == 14
    over = {slug: (each.claimed, each.credited) for slug, each in claimed.items() if each.over_claim}
    assert over == {"k1": (3, 1), "k5": (3, 1), "k6": (3, 1), "k7": (3, 1), "k8": (4, 1)}


def test_the_whole_claims_too_much_and_bereavement_care_does_not(lindenberg: Found) -> None:
    whole, unit = lindenberg.over_claims
    assert (whole.unit, whole.dimensions, whole.beyond) == ("", 14, 5)
    assert (unit.unit, unit.mean, unit.beyond) == ("bereavement_care", 0.0, 0)


def test_one_level_was_ticked_off(lindenberg: Found) -> None:
    assert [line.dimension.slug for line in lindenberg.lines if line.ticked_off] == ["t7"]


def test_what_was_examined_twice_shows_whether_reviewers_agree(lindenberg: Found) -> None:
    assert isinstance(lindenberg.reviewers_agree, Estimate)
    assert lindenberg.reviewers_agree.n >= 5
    assert lindenberg.reviewers_agree.value > 0.8


def test_exactly_the_small_units_and_one_beside_each_are_hidden(lindenberg: Found) -> None:
    hidden = {
        group.unit: why for group, why in lindenberg.hidden.items() if group.level == View.STAFF and why
    }
    every = {dimension.slug for dimension in lindenberg.results.dimensions}
    assert {unit for unit, why in hidden.items() if set(why.values()) == {"too-few"}} == SMALL
    assert {unit for unit, why in hidden.items() if set(why.values()) == {"protects-others"}} == {
        "campaigns",
        "it_support",
    }
    assert len(hidden) == 4
    assert all(set(why) == every for why in hidden.values())
    assert not any(why for group, why in lindenberg.hidden.items() if group.level == View.EXECUTIVES)


def test_bereavement_care_is_the_strength_nobody_believes_in(lindenberg: Found) -> None:
    by_unit = {
        group.unit: lindenberg.results.shown(group, "k6").level
        for group in lindenberg.results.groups
        if group.level == View.STAFF and not group.own
    }
    shown = {unit: found for unit, found in by_unit.items() if isinstance(found, Estimate)}
    best = shown.pop("bereavement_care")
    assert best.low > max(other.high for other in shown.values()) + 0.5
    assert isinstance(by_unit["data_office"], Missing)


def moved(found: Movements | None) -> dict[str, Direction]:
    assert found
    assert len(found.lines) == 22
    return {
        dimension.slug: line.movement.direction
        for dimension, line in found.lines
        if line.movement.direction in {Direction.UP, Direction.DOWN}
    }


def test_only_feedback_moved(lindenberg: Found) -> None:
    assert moved(lindenberg.movements[View.STAFF]) == {"t2": Direction.UP}


@pytest.mark.parametrize("view", [View.MANAGERS, View.EXECUTIVES])
def test_few_people_cannot_show_movement_alone(lindenberg: Found, view: View) -> None:
    """One of 22 dimensions that moves is drawn towards the others where few answered."""
    assert moved(lindenberg.movements[view]) == {}


def test_comments_are_published_masked(lindenberg: Found) -> None:
    comments = lindenberg.results.content["comments"]
    assert len(comments) == 22
    assert any("[phone]" in comment for comment in comments)
    assert not any("23125" in comment for comment in comments)


def test_a_few_may_have_clicked_through(lindenberg: Found) -> None:
    assert 9 <= (lindenberg.results.flagged(View.STAFF) or 0) <= 12


def test_it_came_in_through_the_ordinary_actions(lindenberg: Found) -> None:
    assert {
        "prepare wave",
        "hand in roster",
        "launch wave",
        "close wave",
        "publish wave",
        "claim level",
        "bring proof",
        "review claim",
        "assess independently",
        "open workshop",
        "close workshop",
    } <= lindenberg.log


def test_the_twin_is_a_star_and_knows_it(twin: Found) -> None:
    placement = twin.placement
    assert placement.declared is OrgType.STAR
    assert placement.illusion.state == "none"
    assert placement.illusion.believed is placement.illusion.shown is OrgType.STAR
    for axis in ("culture", "technology"):
        gap = level(placement, View.EXECUTIVES, axis).value - level(placement, View.EVIDENCE, axis).value
        assert abs(gap) < 0.25
    assert twin.choice.route is Route.HOLD


def test_the_twin_claims_what_counts_and_nothing_moved(twin: Found) -> None:
    assert not [line for line in twin.lines if line.over_claim or line.ticked_off]
    assert all(each.mean == 0 for each in twin.over_claims)
    assert [moved(found) for found in twin.movements.values()] == [{}, {}, {}]
    assert twin.misdiagnosis is None or twin.misdiagnosis.state != "misdiagnosis"


@pytest.mark.parametrize(
    ("language", "sentence"), [("de", "Sie halten sich für"), ("en", "You take yourselves for")]
)
def test_every_page_about_the_inside_tells_it(
    company_inside: Home, client: Client, language: str, sentence: str
) -> None:
    from leitstern.app.accounts.models import Person
    from leitstern.app.accounts.roles import Role
    from leitstern.app.waves.queries import latest_publication
    from leitstern.app.workshop.models import Workshop

    publication = latest_publication()
    assert publication
    client.force_login(Person.objects.get(role=Role.LEAD))
    client.cookies["leitstern_language"] = language
    pages = {
        "/placement": [sentence, "Lemming"],
        f"/waves/{publication.wave_id}/results": [],
        f"/workshops/{Workshop.objects.get().pk}/result": [
            "Schadenannahme und Schadenprüfung treffen sich einmal im Jahr."
        ],
        "/evidence": [],
        "/evidence/t7": ["Liste der Tests mit Vergleichsgruppe"],
        "/evidence/k8": ["leitbild.pdf"],
    }
    for address, told in pages.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        assert [words for words in told if words not in page] == [], address
