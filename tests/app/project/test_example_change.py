"""What was planted in the example company is found; its twin shows none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.change import queries
from leitstern.app.change.involving import involvement_now
from leitstern.app.change.pages import brief_context
from leitstern.app.change.pulses import newest_pulse
from leitstern.app.change.streams import streams
from leitstern.app.portfolio.models import Initiative
from leitstern.app.project.example_change import tell_change
from leitstern.core.bridge.change.brief import RoleKey, from_content
from leitstern.core.bridge.change.pulse import Asked
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.store.home import Home


def codes() -> dict[str, int]:
    found = queries.gaps_now(queries.messages(), timezone.localdate())
    return {code: sum(gap.code == code for gap in found) for code in ("late", "never", "one-way", "overdue")}


def test_the_chatbot_says_nothing_to_those_who_advise_by_phone(company_inside: Home) -> None:
    found = queries.coverage_now()
    assert found.open == ((found.told[0], RoleKey("service", "Telefonische Beratung")),)
    assert found.told[0].title == "Chatbot für Fragen"
    assert found.sentence.de.startswith("Einer betroffenen Rolle ist nicht gesagt")
    (brief,) = queries.briefs_of(Initiative.objects.get(slug="chatbot"))
    remarks = {each.code for each in queries.remarks(brief, from_content(brief.content))}
    assert remarks == {"only-technology", "unanswered", "no-principle", "nothing-stops"}


def test_two_initiatives_and_a_law_have_no_brief_and_none_is_outdated(company_inside: Home) -> None:
    found = queries.coverage_now()
    assert {each.title for each in found.without} >= {
        "Persönliche Angebote in Echtzeit",
        "Kürzere Gespräche",
        "Neue Oberfläche im Online-Banking",
    }
    assert found.outdated == ()


def test_the_record_has_two_versions_and_reach_without_readers(company_inside: Home) -> None:
    me = Person.objects.get(role=Role.LEAD)
    (written,) = brief_context(me, Initiative.objects.get(slug="one_record"))["written"]
    assert [line.version.number for line in written.versions] == [2, 1]
    assert len(written.versions[0].changes) == 2
    reach = {line.reached.copy.role: line.reached.reach for line in written.copies}
    phone = reach["Telefonische Beratung"]
    assert isinstance(phone, Estimate)
    assert (phone.value, phone.n) == (0.8, 140)


def test_campaigns_understand_little_and_have_too_much(company_inside: Home) -> None:
    found = newest_pulse()
    assert found is not None
    assert found.sentence.de == "In Kampagnen kann weniger als die Hälfte erklären, warum wir das machen."
    (low,) = [each for each in found.units if each.understands_little]
    why = low.share(Asked.WHY)
    assert isinstance(why, Estimate)
    assert (round(why.value, 2), why.n, low.unit) == (0.18, 11, "campaigns")
    assert [each.unit for each in found.units if each.notes] == ["campaigns"]
    assert low.overloaded
    assert not low.doubting


def test_it_leaves_customers_to_the_team_for_experience(company_inside: Home) -> None:
    pulse = newest_pulse()
    assert pulse is not None
    ours, top = (each.share(Asked.OURS) for each in (pulse.of("it"), pulse.of("service")) if each)
    assert isinstance(ours, Estimate)
    assert isinstance(top, Estimate)
    assert (ours.n, round(ours.value, 2)) == (88, 0.2)
    assert ours.high < 0.3 < 0.5 < top.low
    assert pulse.company.excused.en.endswith("the job of the team for customer experience.")


def test_branches_hear_of_the_record_too_late(company_inside: Home) -> None:
    assert codes() == {"late": 1, "never": 1, "one-way": 0, "overdue": 1}


def test_nothing_of_it_is_found_in_the_twin(twin_inside: Home) -> None:
    found = queries.coverage_now()
    assert (found.open, found.without) == ((), ())
    pulse = newest_pulse()
    assert pulse is not None
    assert not any(each.understands_little or each.notes for each in pulse.units)
    assert codes()["late"] == 0
    for each in found.told:
        for brief in queries.briefs_of(Initiative.objects.get(pk=each.key)):
            said = {hint.code for hint in queries.remarks(brief, from_content(brief.content))}
            assert not said & {"only-technology", "unanswered", "copied", "copied-why"}


def test_taking_part_does_not_fall(company_inside: Home) -> None:
    (stream,) = streams(timezone.localdate())
    assert (stream.kind, stream.unit) == (StreamKind.CO_DESIGN, "")
    assert len(stream.points) >= 10
    assert all(point.value >= 20 for point in stream.points)
    assert stream.points[0].day < stream.points[-1].day <= timezone.localdate()


def test_customers_helped_to_shape_two_of_what_serves_them(company_inside: Home) -> None:
    found = involvement_now()
    assert [each.work.slug for each in found.lines if each.yes] == ["call_help", "loan"]
    assert len(found.lines) > 5
    assert next(each for each in found.lines if each.work.slug == "thank_you").workshops


def test_it_is_told_once_and_quickly(company_inside: Home) -> None:
    tell_change(cast(), timezone.localdate(), "de")
    assert len(queries.briefs_of(Initiative.objects.get(slug="one_record"))) == 1
