"""Every page in English at a desk and in German on a phone: nothing sticks out, nothing keeps anybody out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.docs.pages import ROOT
from tests.e2e.looks import looked_at, windows
from tests.e2e.serving import ADA, Installation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, StorageState
    from tests.e2e.looks import Windows

pytestmark = pytest.mark.e2e

MINIMAL = ROOT / "examples" / "minimal" / "kontakte.csv"
GONE = {"error": 404, "link gone": 410}
GUESSES = (95, 90, 88, 92, 97, 85)
# What a page is called here, and where it is; words in braces are found out once (`places`).
SIGNED_IN = {
    "situation": "/",
    "touchpoint": "/touchpoints/claim_settled?facet=in_time",
    "touchpoint with words": "/touchpoints/payoff",
    "touchpoint nobody was asked about": "/touchpoints/offer_letter",
    "reports": "/reports",
    "journeys": "/journeys",
    "journeys: channels compared": "/journeys/channels?channel=app&b-channel=phone",
    "journeys: funnel": "/journeys/funnel?step=account_opening&step=identity_check&step=welcome&compare=1",
    "journeys: graph": "/journeys/graph",
    "voices: scores": "/answers/scores?by=map&b-who=loyal_for_decades",
    "voices: comments": "/answers/comments?words=warteschleife",
    "voices: quotes": "/answers/quotes",
    "voices: a quote picked": "{pick}",
    "voices: importance": "/answers/drivers",
    "journeys: before and after": "/journeys/steps?at=login&channel=app&compare=1",
    "journeys: graph of stages compared": "/journeys/graph?between=stage&detail=95&channel=app&b-channel=phone",
    "journeys: handoffs": "/journeys/handoffs",
    "journeys: variants": "/journeys/variants",
    "journeys: waits": "/journeys/waits?start=account_opening&then=welcome&compare=1",
    "journeys: loops": "/journeys/loops",
    "journeys: cohorts": "/journeys/cohorts",
    "journey maps": "/maps",
    "journey map": "/maps/mortgage_end",
    "journey map's versions": "/maps/claim/versions",
    "change a journey map": "/maps/claim/edit",
    "new journey map": "/maps/new/draft?way=call_help.call_back",
    "heard": "/heard",
    "taxonomy": "/taxonomy",
    "taxonomy: promises": "/taxonomy?sort=promise",
    "taxonomy: values without a term": "/taxonomy/waiting",
    "taxonomy: versions": "/taxonomy/versions",
    "taxonomy: one version": "/taxonomy/versions/1",
    "taxonomy: agreement": "/taxonomy/agreement",
    "taxonomy: an agreement check": "/taxonomy/agreement/1",
    "taxonomy: a touchpoint": "/taxonomy/touchpoint/payoff",
    "taxonomy: a new milestone": "/taxonomy/milestone/new",
    "taxonomy: retire": "/taxonomy/touchpoint/payoff/retire",
    "taxonomy: merge": "/taxonomy/touchpoint/payoff/merge",
    "customers": "/customers",
    "customer": "{customer}",
    "enter a contact": "/contacts",
    "letters": "/contacts/letters",
    "still to be done": "/contacts/steps",
    "contact entered": "/contacts/1",
    "correct a contact": "/contacts/1/correct",
    "guesses": "/guess",
    "knowing the touchpoints": "/guess/knowledge",
    "what a room knows": "{known}",
    "room open": "{open}",
    "room revealed": "{revealed}",
    "measures": "/measures",
    "measure": "{measure}",
    "new measure": "/measures/new?touchpoint=payoff&facet=satisfied",
    "imports": "/imports",
    "backups and export": "/operations/backups",
    "operations": "/operations",
    "operations by hour": "/operations?by=hour",
    "data quality": "/operations/quality",
    "mend what waits": "/operations/quarantine/1",
    "guided import": "{guided}",
    "import result": "/imports/1",
    "beliefs": "/beliefs",
    "evidence": "/evidence",
    "evidence of one dimension": "/evidence/k1",
    "review queue": "/evidence/review",
    "independent assessment": "/evidence/independent",
    "assumptions": "/assumptions",
    "assumptions searched": "/assumptions?q=weight",
    "assumption tried": "/assumptions/cut_culture?value=2.2",
    "instruments": "/instruments",
    "instrument": "/instruments/1",
    "workshops": "/workshops",
    "method": "/method",
    "method page": "/method/gap",
    "people": "/people",
    "me": "/me",
    "audit": "/audit",
    "error": "/touchpoints/nowhere",
    "where we stand": "/placement",
    "unit by unit": "/placement/units",
    "dimensions": "/placement/dimensions",
    "learned": "/placement/learned",
    "waves": "/waves",
    "wave": "/waves/1",
    "paper of a wave": "/waves/1/paper",
    "results of a wave": "/waves/1/results",
    "works council": "/works-council",
    "agreement": "/works-council/agreement",
    "published figures": "/claims",
    "knowledge cards": "/cards",
    "knowledge card": "/cards/2",
    "knowledge card that waits": "/cards/3",
    "draft a knowledge card": "/cards/new",
    "reword a knowledge card": "/cards/3/edit",
    "target picture": "/portfolio",
    "initiatives": "/portfolio/initiatives",
    "initiative": "/portfolio/initiatives/1",
    "edit an initiative": "/portfolio/initiatives/1/edit",
    "initiatives from a file": "/portfolio/initiatives/file",
    "goal": "/portfolio/goals/1",
    "promises of vendors": "/portfolio/promises",
    "who answers": "/portfolio/responsible",
    "programme": "/programme",
    "programme in a month": "/programme?at=2026-01",
    "step of the programme": "/programme/steps/1",
    "programme's settings": "/programme/settings",
    "bets on waiting": "/programme/bets",
    "bet on waiting": "/programme/bets/1",
    "hurdles": "/programme/hurdles",
    "hurdle": "/programme/hurdles/1",
    "roadmap": "/programme/roadmap",
    "scenarios": "/programme/roadmap/scenarios",
    "tasks": "/programme/roadmap/tasks",
    "task": "/programme/roadmap/tasks/1",
    "briefs": "/change",
    "brief": "/change/initiatives/2",
    "write a brief": "/change/initiatives/2/edit",
    "communication calendar": "/change/calendar",
    "plan a message": "/change/calendar/new",
    "does it arrive": "/change/pulse",
    "co-design": "/change/workshops",
    "where customers took part": "/change/customers",
    "a workshop to shape": "/change/workshops/1",
    "enter a workshop to shape": "/change/workshops/new",
    "contact rules": "/policy",
    "contact rule": "/policy/rules/3",
    "propose a contact rule": "/policy/rules/new",
    "decide how personal": "/policy/personal/new",
    "edit a contact rule": "/policy/rules/3/edit",
    "principles and stop list": "/practice",
    "principle": "/practice/principles/3",
    "write a principle": "/practice/principles/new",
    "what has ended": "/practice/stop-list/1",
    "put on the stop list": "/practice/stop-list/new",
    "monthly counts": "/practice/counts",
    "pilots": "/practice/pilots",
    "pilot": "/practice/pilots/1",
    "describe a pilot": "/practice/pilots/new",
    "retrospectives": "/practice/retrospectives",
    "look back": "/practice/retrospectives/new",
    "retrospective": "/practice/retrospectives/1",
    "change a retrospective": "/practice/retrospectives/1/edit",
    "stories": "/stories",
    "story": "/stories/1",
    "register of stories": "/stories/register",
    "tell a story": "/stories/new",
    "adoption": "/adoption",
    "adoption of an application": "/adoption/applications/campaign_platform",
    "what living it means": "/adoption/applications/campaign_platform/define",
    "look at one more": "/adoption/new-application",
    "teams": "/adoption/teams",
    "a team": "/adoption/teams/travel_at",
    "enter a team": "/adoption/new-team",
    "files of use": "/adoption/files",
    "campaigns": "/adoption/campaigns",
    "campaigns of a team": "/adoption/campaigns/teams/travel_de",
    "missing campaigns": "/adoption/campaigns/missing",
    "rules for metadata": "/adoption/campaigns/rules",
    "organisation": "/organisation",
    "units": "/organisation/units",
    "unit": "/organisation/units/service",
    "roles of the organisation": "/organisation/roles",
    "role": "/organisation/roles/1",
    "interfaces": "/organisation/interfaces",
    "interface": "/organisation/interfaces/1",
    "who does what": "/organisation/duties",
    "piece of work": "/organisation/duties/1",
    "along the journey": "/organisation/journeys",
    "skills": "/organisation/skills",
    "what was ended": "/organisation/ended",
    "tables of the organisation": "/organisation/files",
    "function by function": "/incentives/functions",
    "technology": "/technology",
    "applications": "/technology/applications",
    "application": "/technology/applications/customer_record",
    "enter an application": "/technology/new/application",
    "capabilities": "/technology/capabilities",
    "capability": "/technology/capabilities/campaigns",
    "change a capability": "/technology/things/capability/campaigns/edit",
    "data and integrations": "/technology/data",
    "technology step by step": "/technology/roadmap",
    "files of technology": "/technology/files",
    "incentives": "/incentives",
    "conflicts": "/incentives/conflicts",
    "key figures": "/incentives/figures",
    "new key figure": "/incentives/new-figure",
    "roles": "/incentives/roles",
    "figures from a file": "/incentives/files",
    "templates": "/incentives/templates",
    "target of rewards": "/incentives/target",
    "leadership": "/leadership",
    "acts of leaders": "/leadership/acts",
    "where leaders were": "/leadership/where",
    "hours of leaders": "/leadership/hours",
    "board minutes": "/leadership/minutes",
    "backing felt": "/leadership/felt",
    "agreement of leaders": "/leadership/agreement",
    "duties of leaders": "/leadership/duties",
    "files of leadership": "/leadership/files",
    "decision log": "/leadership/decisions",
    "decision": "/leadership/decisions/1",
    "open decision": "/leadership/decisions/11",
    "paper for the board": "/leadership/decisions/paper",
    "new question": "/leadership/decisions/new",
    "value for both": "/value",
    "competitors": "/competitors",
    "a figure about a competitor": "/competitors/enter",
    "a table about competitors": "/competitors/file",
    "brand voice": "/voice",
    "voice of a system": "/voice/systems/chat_assistent",
    "texts drawn": "/voice/texts",
    "judge texts": "/voice/judge",
    "voice rules": "/voice/rules",
    "files of texts": "/voice/files",
    "silos": "/silo",
    "ties": "/silo/ties",
    "count of ties": "/silo/ties/1",
    "functions": "/silo/functions",
    "customer windows": "/window",
    "whom windows reach": "/window/departments/reach",
    "customer window": "/window/claims_assessment",
    "window without touchpoints": "/window/it",
    "weekly letter": "/window/service/letter",
    "relapse watch": "/watch",
    "series of the watch": "/watch/series/leadership-acts",
    "alarm of a relapse": "/watch/alarms/1",
    "own words": "/watch/own-words",
    "edit a team": "/adoption/teams/travel_at/edit",
    "change a workshop to shape": "/change/workshops/1/edit",
    "brief on paper": "/change/versions/1/print",
    "conflict of key figures": "/incentives/conflicts/conversion/return_rate",
    "key figure": "/incentives/figures/cost_per_contact",
    "edit a key figure": "/incentives/figures/cost_per_contact/edit",
    "what a role is rewarded for": "/incentives/roles/1",
    "edit what a role is rewarded for": "/incentives/roles/1/edit",
    "add a rewarded role": "/incentives/new-role",
    "edit a goal": "/portfolio/goals/1/edit",
    "new goal": "/portfolio/goals/new",
    "new initiative": "/portfolio/initiatives/new",
    "edit a pilot": "/practice/pilots/1/edit",
    "edit a principle": "/practice/principles/3/edit",
    "edit what has ended": "/practice/stop-list/1/edit",
    "edit a story": "/stories/1/edit",
    "begin a programme": "/programme/new",
    "new bet": "/programme/bets/new",
    "new hurdle": "/programme/hurdles/new",
    "new task": "/programme/roadmap/tasks/new",
    "edit a role": "/organisation/roles/1/edit",
    "new interface": "/organisation/new-interface",
    "new role": "/organisation/new-role",
    "new unit": "/organisation/new-unit",
    "new piece of work": "/organisation/new-work",
    "three lanes": "/lanes",
    "what departments have for themselves": "/lanes/departments",
    "what touches what": "/ties?q=brief",
    "course of the programme": "/programme/course",
    "what is to be handed over": "/ties/left",
    "before an access is closed": "/people/1/close",
    "what touches a touchpoint": "/ties/touchpoint/offer_letter",
}
STRANGER = {
    "brief": "{brief}",
    "phone": "{phone}",
    "phone of what is known": "{known phone}",
    "words to be mapped": "{words}",
    "sign in": "/sign-in",
    "start": "{invitation}",
    "link gone": "/start/gone",
}


@pytest.fixture(scope="module")
def places(
    browser: Browser, company: Installation, signed_in: Callable[[str], StorageState]
) -> dict[str, str]:
    """Addresses that exist only once somebody has done something, without the server's own."""
    context = browser.new_context(base_url=company.address, storage_state=signed_in(ADA))
    context.add_cookies([{"name": "leitstern_language", "value": "en", "url": company.address}])
    page = context.new_page()
    found = {
        "customer": a_story(page),
        "guided": a_file_looked_at(page),
        "measure": a_decision(page),
        "invitation": an_invitation(page),
        "brief": a_link(page, "/change/initiatives/2", "/brief/"),
        "known": a_link(page, "/guess/knowledge", "/guess/knowledge/"),
        "known phone": a_test(page),
        "words": a_check(page),
        "pick": a_link(page, "/answers/comments", "/pick"),
    }
    found["revealed"], phone = a_round(page)
    for value in GUESSES:
        stranger = browser.new_context()
        guess(stranger.new_page(), phone, value)
        stranger.close()
    page.goto(found["revealed"])
    page.get_by_role("button", name="Show reality").click()
    found["open"], found["phone"] = a_round(page)
    context.close()
    return {name: address.removeprefix(company.address) for name, address in found.items()}


def a_link(page: Page, address: str, part: str) -> str:
    page.goto(address)
    return page.locator(f"main a[href*='{part}']").first.get_attribute("href") or ""


def a_story(page: Page) -> str:
    page.goto("/customers")
    page.get_by_role("link", name="Story 1").first.click()
    page.wait_for_url(re.compile(r"/customers/[0-9a-f]+"))
    return page.url


def a_file_looked_at(page: Page) -> str:
    page.goto("/imports")
    page.get_by_label("Your file").set_input_files(MINIMAL)
    page.get_by_role("button", name="Look at it").click()
    page.wait_for_url(re.compile("/imports/guided/"))
    return page.url


def a_decision(page: Page) -> str:
    page.goto("/measures/new?touchpoint=call_help&facet=satisfied")
    page.get_by_label("We deliberately do nothing").check()
    page.get_by_label("Why nothing is done").fill("The letters are rewritten in spring anyway.")
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url(re.compile(r"/measures/\d+$"))
    return page.url


def an_invitation(page: Page) -> str:
    page.goto("/people")
    page.get_by_label("Name", exact=True).fill("Nora Neumann")
    page.get_by_label("E-mail").fill("nora@example.org")
    page.get_by_role("button", name="Create the invitation").click()
    return page.get_by_text(re.compile(r"^http://\S+/start/\S+$")).inner_text()


def a_round(page: Page) -> tuple[str, str]:
    page.goto("/touchpoints/claim_settled?facet=satisfied")
    page.get_by_role("button", name="Let a room guess").click()
    page.wait_for_url(re.compile(r"/guess/\d+$"))
    return page.url, page.get_by_text(re.compile(r"^http://\S+/g/\S+$")).inner_text()


def a_test(page: Page) -> str:
    page.goto("/guess/knowledge")
    page.get_by_role("button", name="Ask the room").click()
    page.wait_for_url(re.compile(r"/guess/knowledge/\d+$"))
    return page.get_by_text(re.compile(r"^http://\S+/k/\S+$")).inner_text()


def a_check(page: Page) -> str:
    page.goto("/taxonomy/agreement")
    page.get_by_label("Departments").select_option(["service", "branches"])
    page.get_by_role("button", name="Open it").click()
    page.wait_for_url(re.compile(r"/taxonomy/agreement/\d+$"))
    return page.get_by_text(re.compile(r"^http://\S+/taxonomy/map/\S+$")).first.inner_text()


def guess(phone: Page, address: str, value: int) -> None:
    phone.goto(address)
    phone.locator("input[type=number]").fill(str(value))
    phone.locator("form.guess-form button").click()
    phone.wait_for_load_state()


@pytest.fixture(scope="module")
def hers(
    browser: Browser, company: Installation, signed_in: Callable[[str], StorageState]
) -> Iterator[Windows]:
    """Ada's windows for page after page, so that they load once what pages share."""
    with windows(browser, company.address, signed_in(ADA)) as found:
        yield found


@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_page_of_ours(hers: Windows, places: dict[str, str], name: str) -> None:
    address = SIGNED_IN[name].format(**places)
    assert looked_at(hers, address, GONE.get(name, 200)) == []


@pytest.mark.parametrize("name", STRANGER)
def test_a_page_for_strangers(
    browser: Browser, company: Installation, places: dict[str, str], name: str
) -> None:
    address = STRANGER[name].format(**places)
    written = "de" if name == "brief" else ""  # what somebody wrote stays in its language
    with windows(browser, company.address) as strangers:
        assert looked_at(strangers, address, GONE.get(name, 200), written) == []
