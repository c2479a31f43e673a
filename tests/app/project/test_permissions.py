"""Who may call what: every address and every operation of the interface has its entry here, or these tests fail."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pptx
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.people import make
from tests.small_company import grown

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import OneTimeLink
from leitstern.app.accounts.roles import CAPABILITIES, Role
from leitstern.app.api.api import api
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.actors import Capability as May
from leitstern.app.structure.roles import enter_role
from leitstern.core.bridge.voice.beginning import begin_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from pytest_django import DjangoDbBlocker, Settings
    from tests.small_company import Founded

    from leitstern.app.accounts.models import Person
    from leitstern.app.workshop.models import Workshop

OPEN = "open"  # to everybody who reaches the server
SIGNED_IN = "signed in"  # to everybody with a role

# Address, method: what it takes.
PAGES: dict[tuple[str, str], May | str] = {
    ("accounts:change-person", "POST"): May.MANAGE_PEOPLE,
    ("accounts:me", "GET"): SIGNED_IN,
    ("accounts:me", "POST"): SIGNED_IN,
    ("accounts:people", "GET"): May.MANAGE_PEOPLE,
    ("accounts:people", "POST"): May.MANAGE_PEOPLE,
    ("accounts:revoke-key", "POST"): SIGNED_IN,
    ("accounts:sign-in", "GET"): OPEN,
    ("accounts:sign-in", "POST"): OPEN,
    ("accounts:sign-out", "POST"): SIGNED_IN,
    ("accounts:start", "GET"): OPEN,
    ("accounts:start", "POST"): OPEN,
    ("adoption:accept-spelling", "POST"): May.KEEP_REGISTERS,
    ("adoption:application", "GET"): May.SEE_INSIDE,
    ("adoption:campaign-team", "GET"): May.SEE_INSIDE,
    ("adoption:campaigns", "GET"): May.SEE_INSIDE,
    ("adoption:define", "GET"): May.KEEP_REGISTERS,
    ("adoption:define", "POST"): May.KEEP_REGISTERS,
    ("adoption:edit-team", "GET"): May.KEEP_REGISTERS,
    ("adoption:edit-team", "POST"): May.KEEP_REGISTERS,
    ("adoption:enter-step", "POST"): May.KEEP_REGISTERS,
    ("adoption:files", "GET"): May.SEE_INSIDE,
    ("adoption:files", "POST"): May.KEEP_REGISTERS,
    ("adoption:go-live", "POST"): May.KEEP_REGISTERS,
    ("adoption:missing", "GET"): May.SEE_INSIDE,
    ("adoption:new-application", "GET"): May.KEEP_REGISTERS,
    ("adoption:new-application", "POST"): May.KEEP_REGISTERS,
    ("adoption:new-team", "GET"): May.KEEP_REGISTERS,
    ("adoption:new-team", "POST"): May.KEEP_REGISTERS,
    ("adoption:not-live", "POST"): May.KEEP_REGISTERS,
    ("adoption:overview", "GET"): May.SEE_INSIDE,
    ("adoption:resize-team", "POST"): May.KEEP_REGISTERS,
    ("adoption:retire-application", "POST"): May.KEEP_REGISTERS,
    ("adoption:retire-team", "POST"): May.KEEP_REGISTERS,
    ("adoption:rules", "GET"): May.SEE_INSIDE,
    ("adoption:rules", "POST"): May.KEEP_REGISTERS,
    ("adoption:sample", "GET"): May.SEE_INSIDE,
    ("adoption:team", "GET"): May.SEE_INSIDE,
    ("adoption:teams", "GET"): May.SEE_INSIDE,
    ("adoption:tick", "POST"): May.KEEP_REGISTERS,
    ("adoption:withdraw-file", "POST"): May.KEEP_REGISTERS,
    ("adoption:withdraw-rules", "POST"): May.KEEP_REGISTERS,
    ("adoption:withdraw-spelling", "POST"): May.KEEP_REGISTERS,
    ("bridge:measure", "GET"): May.SEE_GAP,
    ("bridge:measures", "GET"): May.SEE_GAP,
    ("bridge:new", "GET"): May.DECIDE,
    ("bridge:new", "POST"): May.DECIDE,
    ("bridge:plan", "GET"): May.DECIDE,
    ("bridge:say-cause", "POST"): May.DECIDE,
    ("bridge:hand-over", "POST"): May.DECIDE,
    ("bridge:withdraw", "POST"): May.DECIDE,
    ("change:brief", "GET"): May.SEE_INSIDE,
    ("change:calendar", "GET"): May.SEE_INSIDE,
    ("change:calendar-file", "GET"): May.SEE_INSIDE,
    ("change:consequence", "POST"): May.STEER,
    ("change:edit-brief", "GET"): May.STEER,
    ("change:edit-brief", "POST"): May.STEER,
    ("change:edit-message", "GET"): May.STEER,
    ("change:edit-message", "POST"): May.STEER,
    ("change:edit-shaping", "GET"): May.STEER,
    ("change:edit-shaping", "POST"): May.STEER,
    ("change:hand-out", "POST"): May.STEER,
    ("change:new-message", "GET"): May.STEER,
    ("change:new-message", "POST"): May.STEER,
    ("change:new-shaping", "GET"): May.STEER,
    ("change:new-shaping", "POST"): May.STEER,
    ("change:overview", "GET"): May.SEE_INSIDE,
    ("change:print", "GET"): May.SEE_INSIDE,
    ("change:publish", "POST"): May.STEER,
    ("change:pulse", "GET"): May.SEE_INSIDE,
    ("change:pulse", "POST"): May.RUN_WAVES,
    ("change:read", "GET"): OPEN,
    ("change:shaping", "GET"): May.SEE_INSIDE,
    ("change:involved", "GET"): May.SEE_INSIDE,
    ("change:shapings", "GET"): May.SEE_INSIDE,
    ("change:summary", "GET"): May.SEE_INSIDE,
    ("change:tick", "POST"): May.STEER,
    ("change:withdraw-consequence", "POST"): May.STEER,
    ("change:withdraw-handing-out", "POST"): May.STEER,
    ("change:withdraw-message", "POST"): May.STEER,
    ("change:withdraw-shaping", "POST"): May.STEER,
    ("change:withdraw-version", "POST"): May.STEER,
    ("cards:card", "GET"): May.SEE_INSIDE,
    ("cards:confirm", "POST"): May.DECIDE,
    ("cards:edit", "GET"): May.KEEP_REGISTERS,
    ("cards:edit", "POST"): May.KEEP_REGISTERS,
    ("cards:link", "POST"): May.KEEP_REGISTERS,
    ("cards:new", "GET"): May.KEEP_REGISTERS,
    ("cards:new", "POST"): May.KEEP_REGISTERS,
    ("cards:overview", "GET"): May.SEE_INSIDE,
    ("cards:send-back", "POST"): May.DECIDE,
    ("cards:unlink", "POST"): May.KEEP_REGISTERS,
    ("cards:withdraw", "POST"): May.KEEP_REGISTERS,
    ("claims:claims", "GET"): May.SEE_INSIDE,
    ("desk:correct", "GET"): May.ENTER_CONTACTS,
    ("desk:correct", "POST"): May.ENTER_CONTACTS,
    ("desk:count", "POST"): May.IMPORT,
    ("desk:done", "POST"): May.ENTER_CONTACTS,
    ("desk:enter", "GET"): May.ENTER_CONTACTS,
    ("desk:enter", "POST"): May.ENTER_CONTACTS,
    ("desk:entry", "GET"): May.ENTER_CONTACTS,
    ("desk:known", "POST"): May.ENTER_CONTACTS,
    ("desk:letters", "GET"): May.ENTER_CONTACTS,
    ("desk:letters", "POST"): May.ENTER_CONTACTS,
    ("desk:reopen", "POST"): May.ENTER_CONTACTS,
    ("desk:steps", "GET"): May.ENTER_CONTACTS,
    ("desk:withdraw", "POST"): May.ENTER_CONTACTS,
    ("evidence:claim", "POST"): May.GIVE_EVIDENCE,
    ("evidence:dimension", "GET"): May.SEE_INSIDE,
    ("evidence:file", "GET"): May.SEE_INSIDE,
    ("evidence:independent", "GET"): May.REVIEW_EVIDENCE,
    ("evidence:independent", "POST"): May.REVIEW_EVIDENCE,
    ("evidence:overview", "GET"): May.SEE_INSIDE,
    ("evidence:prove", "POST"): May.GIVE_EVIDENCE,
    ("evidence:queue", "GET"): May.REVIEW_EVIDENCE,
    ("evidence:remove-proof", "POST"): May.GIVE_EVIDENCE,
    ("evidence:review", "POST"): May.REVIEW_EVIDENCE,
    ("evidence:withdraw", "POST"): May.GIVE_EVIDENCE,
    ("evidence:withdraw-assessment", "POST"): May.REVIEW_EVIDENCE,
    ("evidence:withdraw-proof", "POST"): May.GIVE_EVIDENCE,
    ("incentives:begin-conflict", "POST"): May.KEEP_REGISTERS,
    ("incentives:begin-figure", "POST"): May.KEEP_REGISTERS,
    ("incentives:boundaries", "GET"): May.SEE_INSIDE,
    ("incentives:count-boundary", "POST"): May.KEEP_REGISTERS,
    ("incentives:decide-target", "POST"): May.DECIDE,
    ("incentives:enter-boundary", "POST"): May.KEEP_REGISTERS,
    ("incentives:target", "GET"): May.SEE_INSIDE,
    ("incentives:withdraw-boundary", "POST"): May.KEEP_REGISTERS,
    ("incentives:withdraw-target", "POST"): May.DECIDE,
    ("incentives:conflict", "GET"): May.SEE_INSIDE,
    ("incentives:conflicts", "GET"): May.SEE_INSIDE,
    ("incentives:define", "POST"): May.KEEP_REGISTERS,
    ("incentives:edit-figure", "GET"): May.KEEP_REGISTERS,
    ("incentives:edit-figure", "POST"): May.KEEP_REGISTERS,
    ("incentives:edit-role", "GET"): May.KEEP_REGISTERS,
    ("incentives:edit-role", "POST"): May.KEEP_REGISTERS,
    ("incentives:enter-rule", "POST"): May.KEEP_REGISTERS,
    ("incentives:figure", "GET"): May.SEE_INSIDE,
    ("incentives:figures", "GET"): May.SEE_INSIDE,
    ("incentives:files", "GET"): May.SEE_INSIDE,
    ("incentives:files", "POST"): May.KEEP_REGISTERS,
    ("incentives:functions", "GET"): May.SEE_INSIDE,
    ("incentives:judge", "POST"): May.DECIDE,
    ("incentives:link", "POST"): May.KEEP_REGISTERS,
    ("incentives:new-figure", "GET"): May.KEEP_REGISTERS,
    ("incentives:new-figure", "POST"): May.KEEP_REGISTERS,
    ("incentives:new-role", "GET"): May.KEEP_REGISTERS,
    ("incentives:new-role", "POST"): May.KEEP_REGISTERS,
    ("incentives:overview", "GET"): May.SEE_INSIDE,
    ("incentives:prioritise", "POST"): May.DECIDE,
    ("incentives:retire-figure", "POST"): May.KEEP_REGISTERS,
    ("incentives:retire-role", "POST"): May.KEEP_REGISTERS,
    ("incentives:role", "GET"): May.SEE_INSIDE,
    ("incentives:roles", "GET"): May.SEE_INSIDE,
    ("incentives:sample", "GET"): May.SEE_INSIDE,
    ("incentives:templates", "GET"): May.SEE_INSIDE,
    ("incentives:unlink", "POST"): May.KEEP_REGISTERS,
    ("incentives:withdraw-file", "POST"): May.KEEP_REGISTERS,
    ("incentives:withdraw-rule", "POST"): May.KEEP_REGISTERS,
    ("incentives:withdraw-verdict", "POST"): May.DECIDE,
    ("inside:beliefs", "GET"): May.SEE_GAP,
    ("inside:beliefs", "POST"): May.RECORD_BELIEFS,
    ("inside:choose-instrument", "POST"): May.RUN_WAVES,
    ("inside:instrument", "GET"): May.SEE_INSIDE,
    ("inside:instrument", "POST"): May.RUN_WAVES,
    ("inside:instrument-file", "GET"): May.SEE_INSIDE,
    ("inside:instruments", "GET"): May.SEE_INSIDE,
    ("inside:instruments", "POST"): May.RUN_WAVES,
    ("inside:remove", "POST"): May.RECORD_BELIEFS,
    ("inside:remove-instrument", "POST"): May.RUN_WAVES,
    ("inside:sheet", "GET"): May.SEE_GAP,
    ("leadership:acts", "GET"): May.SEE_INSIDE,
    ("leadership:acts", "POST"): May.DECIDE,
    ("leadership:agreement", "GET"): May.SEE_INSIDE,
    ("leadership:agreement", "POST"): May.STEER,
    ("leadership:ask", "GET"): May.DECIDE,
    ("leadership:ask", "POST"): May.DECIDE,
    ("leadership:commit", "POST"): May.DECIDE,
    ("leadership:decide", "POST"): May.DECIDE,
    ("leadership:decision", "GET"): May.SEE_INSIDE,
    ("leadership:decisions", "GET"): May.SEE_INSIDE,
    ("leadership:declare", "POST"): May.DECIDE,
    ("leadership:duties", "GET"): May.SEE_INSIDE,
    ("leadership:felt", "GET"): May.SEE_INSIDE,
    ("leadership:files", "GET"): May.SEE_INSIDE,
    ("leadership:files", "POST"): May.KEEP_REGISTERS,
    ("leadership:follow", "POST"): May.DECIDE,
    ("leadership:hours", "GET"): May.SEE_INSIDE,
    ("leadership:minutes", "GET"): May.SEE_INSIDE,
    ("leadership:minutes", "POST"): May.DECIDE,
    ("leadership:overview", "GET"): May.SEE_INSIDE,
    ("leadership:paper", "GET"): May.SEE_INSIDE,
    ("leadership:put", "POST"): May.DECIDE,
    ("leadership:reverse", "POST"): May.DECIDE,
    ("leadership:review", "POST"): May.DECIDE,
    ("leadership:sample", "GET"): May.SEE_INSIDE,
    ("leadership:settled", "POST"): May.STEER,
    ("leadership:take", "POST"): May.DECIDE,
    ("leadership:where", "GET"): May.SEE_INSIDE,
    ("leadership:withdraw", "POST"): May.DECIDE,
    ("leadership:withdraw-act", "POST"): May.DECIDE,
    ("leadership:withdraw-commitment", "POST"): May.DECIDE,
    ("leadership:withdraw-file", "POST"): May.KEEP_REGISTERS,
    ("leadership:withdraw-meeting", "POST"): May.DECIDE,
    ("leadership:withdraw-vote", "POST"): May.STEER,
    ("safekeeping:export", "POST"): May.LOOK_AFTER,
    ("safekeeping:fetch", "GET"): May.LOOK_AFTER,
    ("safekeeping:overview", "GET"): May.LOOK_AFTER,
    ("safekeeping:overview", "POST"): May.LOOK_AFTER,
    ("safekeeping:trial", "POST"): May.LOOK_AFTER,
    ("safekeeping:remove", "POST"): May.LOOK_AFTER,
    ("safekeeping:remove-export", "POST"): May.LOOK_AFTER,
    ("operations:again", "POST"): May.IMPORT,
    ("operations:mend", "GET"): May.SEE_IMPORTS,
    ("operations:mend", "POST"): May.IMPORT,
    ("operations:overview", "GET"): May.SEE_IMPORTS,
    ("operations:quality", "GET"): May.SEE_IMPORTS,
    ("intake:change-taxonomy", "POST"): May.EDIT_TAXONOMY,
    ("intake:close-inbox", "POST"): May.IMPORT,
    ("intake:open-inbox", "POST"): May.IMPORT,
    ("intake:guided", "GET"): May.IMPORT,
    ("intake:guided", "POST"): May.IMPORT,
    ("intake:import", "GET"): May.SEE_IMPORTS,
    ("intake:imports", "GET"): May.SEE_IMPORTS,
    ("intake:imports", "POST"): May.IMPORT,
    ("intake:mapping", "GET"): May.SEE_IMPORTS,
    ("intake:progress", "GET"): May.SEE_IMPORTS,
    ("intake:purge", "POST"): May.IMPORT,
    ("intake:quarantine", "GET"): May.IMPORT,
    ("intake:replay", "POST"): May.IMPORT,
    ("intake:taxonomy", "GET"): May.SEE_GAP,
    ("answers:comments", "GET"): May.SEE_OUTSIDE,
    ("answers:drivers", "GET"): May.SEE_OUTSIDE,
    ("answers:move", "POST"): May.DECIDE,
    ("answers:pick", "GET"): May.DECIDE,
    ("answers:pick", "POST"): May.DECIDE,
    ("answers:put-back", "POST"): May.DECIDE,
    ("answers:quotes", "GET"): May.SEE_OUTSIDE,
    ("answers:scores", "GET"): May.SEE_OUTSIDE,
    ("answers:withdraw", "POST"): May.DECIDE,
    ("journeys:channels", "GET"): May.SEE_OUTSIDE,
    ("journeys:funnel", "GET"): May.SEE_OUTSIDE,
    ("journeys:graph", "GET"): May.SEE_OUTSIDE,
    ("journeys:steps", "GET"): May.SEE_OUTSIDE,
    ("journeys:handoffs", "GET"): May.SEE_OUTSIDE,
    ("journeys:variants", "GET"): May.SEE_OUTSIDE,
    ("journeys:waits", "GET"): May.SEE_OUTSIDE,
    ("journeys:loops", "GET"): May.SEE_OUTSIDE,
    ("journeys:cohorts", "GET"): May.SEE_OUTSIDE,
    ("maps:overview", "GET"): May.SEE_OUTSIDE,
    ("maps:map", "GET"): May.SEE_OUTSIDE,
    ("maps:versions", "GET"): May.SEE_OUTSIDE,
    ("maps:note-pain", "POST"): May.SEE_OUTSIDE,
    ("maps:withdraw-pain", "POST"): May.SEE_OUTSIDE,
    ("maps:new", "GET"): May.EDIT_TAXONOMY,
    ("maps:new", "POST"): May.EDIT_TAXONOMY,
    ("maps:edit", "GET"): May.EDIT_TAXONOMY,
    ("maps:edit", "POST"): May.EDIT_TAXONOMY,
    ("maps:restore", "POST"): May.EDIT_TAXONOMY,
    ("maps:take-out", "POST"): May.EDIT_TAXONOMY,
    ("outside:customer", "GET"): May.SEE_CUSTOMERS,
    ("outside:customers", "GET"): May.SEE_CUSTOMERS,
    ("outside:customers", "POST"): May.SEE_CUSTOMERS,
    ("outside:erase", "POST"): May.ERASE_CUSTOMERS,
    ("outside:heard", "GET"): May.SEE_OUTSIDE,
    ("outside:journeys", "GET"): May.SEE_OUTSIDE,
    ("placement:assumption", "GET"): May.SEE_INSIDE,
    ("placement:assumption", "POST"): May.EDIT_ASSUMPTIONS,
    ("placement:assumptions", "GET"): May.SEE_INSIDE,
    ("placement:dimensions", "GET"): May.SEE_INSIDE,
    ("placement:learned", "GET"): May.SEE_INSIDE,
    ("placement:learned", "POST"): May.EDIT_ASSUMPTIONS,
    ("placement:placement", "GET"): May.SEE_INSIDE,
    ("placement:units", "GET"): May.SEE_INSIDE,
    ("portfolio:approve", "POST"): May.DECIDE,
    ("portfolio:disapprove", "POST"): May.DECIDE,
    ("portfolio:edit-goal", "GET"): May.STEER,
    ("portfolio:edit-goal", "POST"): May.STEER,
    ("portfolio:edit-initiative", "GET"): May.STEER,
    ("portfolio:edit-initiative", "POST"): May.STEER,
    ("portfolio:file", "GET"): May.STEER,
    ("portfolio:file", "POST"): May.STEER,
    ("portfolio:goal", "GET"): May.SEE_INSIDE,
    ("portfolio:holder", "POST"): May.STEER,
    ("portfolio:initiative", "GET"): May.SEE_INSIDE,
    ("portfolio:initiatives", "GET"): May.SEE_INSIDE,
    ("portfolio:judge", "POST"): May.STEER,
    ("portfolio:new-goal", "GET"): May.STEER,
    ("portfolio:new-goal", "POST"): May.STEER,
    ("portfolio:new-initiative", "GET"): May.STEER,
    ("portfolio:new-initiative", "POST"): May.STEER,
    ("portfolio:overview", "GET"): May.SEE_INSIDE,
    ("portfolio:promise", "POST"): May.STEER,
    ("portfolio:promises", "GET"): May.SEE_INSIDE,
    ("portfolio:reading", "POST"): May.STEER,
    ("portfolio:responsible", "GET"): May.SEE_INSIDE,
    ("portfolio:result", "POST"): May.STEER,
    ("portfolio:turn", "POST"): May.STEER,
    ("portfolio:withdraw-goal", "POST"): May.STEER,
    ("portfolio:withdraw-initiative", "POST"): May.STEER,
    ("portfolio:withdraw-promise", "POST"): May.STEER,
    ("portfolio:withdraw-reading", "POST"): May.STEER,
    ("portfolio:withdraw-result", "POST"): May.STEER,
    ("portfolio:withdraw-turn", "POST"): May.STEER,
    ("policy:agree-rule", "POST"): May.DECIDE,
    ("policy:edit-rule", "GET"): May.STEER,
    ("policy:edit-rule", "POST"): May.STEER,
    ("policy:new-personal", "GET"): May.DECIDE,
    ("policy:new-personal", "POST"): May.DECIDE,
    ("policy:new-rule", "GET"): May.STEER,
    ("policy:new-rule", "POST"): May.STEER,
    ("policy:overview", "GET"): May.SEE_INSIDE,
    ("policy:rule", "GET"): May.SEE_INSIDE,
    ("policy:withdraw-personal", "POST"): May.DECIDE,
    ("policy:withdraw-rule", "POST"): May.STEER,
    ("practice:story", "GET"): May.SEE_GAP,  # once it is published
    ("practice:approve-story", "POST"): May.DECIDE,
    ("practice:count", "POST"): May.KEEP_REGISTERS,
    ("practice:count-use", "POST"): May.KEEP_REGISTERS,
    ("practice:counts", "GET"): May.SEE_INSIDE,
    ("practice:counts", "POST"): May.KEEP_REGISTERS,
    ("practice:define", "POST"): May.STEER,
    ("practice:edit-pilot", "GET"): May.STEER,
    ("practice:edit-pilot", "POST"): May.STEER,
    ("practice:edit-principle", "GET"): May.STEER,
    ("practice:edit-principle", "POST"): May.STEER,
    ("practice:edit-stopped", "GET"): May.STEER,
    ("practice:edit-stopped", "POST"): May.STEER,
    ("practice:edit-story", "GET"): May.STEER,
    ("practice:edit-story", "POST"): May.STEER,
    ("practice:end-pilot", "POST"): May.STEER,
    ("practice:exempt", "POST"): May.STEER,
    ("practice:give-up", "POST"): May.STEER,
    ("practice:let-in", "POST"): May.DECIDE,
    ("practice:new-pilot", "GET"): May.STEER,
    ("practice:new-pilot", "POST"): May.STEER,
    ("practice:new-principle", "GET"): May.STEER,
    ("practice:new-principle", "POST"): May.STEER,
    ("practice:new-stopped", "GET"): May.STEER,
    ("practice:new-stopped", "POST"): May.STEER,
    ("practice:new-story", "GET"): May.STEER,
    ("practice:new-story", "POST"): May.STEER,
    ("practice:overview", "GET"): May.SEE_INSIDE,
    ("practice:pilot", "GET"): May.SEE_INSIDE,
    ("practice:pilots", "GET"): May.SEE_INSIDE,
    ("practice:principle", "GET"): May.SEE_INSIDE,
    ("practice:publish-story", "POST"): May.STEER,
    ("practice:register", "GET"): May.SEE_INSIDE,
    ("practice:reinstate-story", "POST"): May.STEER,
    ("practice:standard-of-pilot", "POST"): May.DECIDE,
    ("practice:standard-of-story", "POST"): May.DECIDE,
    ("practice:stopped", "GET"): May.SEE_INSIDE,
    ("practice:stories", "GET"): May.SEE_GAP,
    ("practice:take-off", "POST"): May.STEER,
    ("practice:show-pilot", "POST"): May.STEER,
    ("practice:agree", "POST"): May.STEER,
    ("practice:edit-retrospective", "GET"): May.STEER,
    ("practice:edit-retrospective", "POST"): May.STEER,
    ("practice:new-retrospective", "GET"): May.STEER,
    ("practice:new-retrospective", "POST"): May.STEER,
    ("practice:retrospective", "GET"): May.SEE_INSIDE,
    ("practice:retrospectives", "GET"): May.SEE_INSIDE,
    ("practice:take-back-news", "POST"): May.STEER,
    ("practice:tell-agreement", "POST"): May.STEER,
    ("practice:withdraw-retrospective", "POST"): May.STEER,
    ("practice:take-back-showing", "POST"): May.STEER,
    ("practice:take-up-pilot", "POST"): May.STEER,
    ("practice:take-up-story", "POST"): May.STEER,
    ("practice:withdraw-counts", "POST"): May.KEEP_REGISTERS,
    ("practice:withdraw-ending", "POST"): May.STEER,
    ("practice:withdraw-exemption", "POST"): May.STEER,
    ("practice:withdraw-pilot", "POST"): May.STEER,
    ("practice:withdraw-principle", "POST"): May.STEER,
    ("practice:withdraw-standard", "POST"): May.DECIDE,
    ("practice:withdraw-story", "POST"): May.STEER,
    ("programme:alarm", "POST"): May.STEER,
    ("programme:answer", "POST"): May.DECIDE,
    ("programme:baseline", "POST"): May.STEER,
    ("programme:bet", "GET"): May.SEE_INSIDE,
    ("programme:bets", "GET"): May.SEE_INSIDE,
    ("programme:end-bet", "POST"): May.DECIDE,
    ("programme:new-bet", "GET"): May.DECIDE,
    ("programme:new-bet", "POST"): May.DECIDE,
    ("programme:read-wire", "POST"): May.STEER,
    ("programme:renew-bet", "POST"): May.DECIDE,
    ("programme:hand-over-bet", "POST"): May.DECIDE,
    ("programme:set-wire", "POST"): May.STEER,
    ("programme:withdraw-bet", "POST"): May.DECIDE,
    ("programme:withdraw-reading", "POST"): May.STEER,
    ("programme:withdraw-wire", "POST"): May.STEER,
    ("programme:begin", "GET"): May.STEER,
    ("programme:begin", "POST"): May.STEER,
    ("programme:capacity", "POST"): May.STEER,
    ("programme:claim", "POST"): May.STEER,
    ("programme:clear-hurdle", "POST"): May.STEER,
    ("programme:end", "POST"): May.DECIDE,
    ("programme:expect", "POST"): May.STEER,
    ("programme:hurdle", "GET"): May.STEER,
    ("programme:hurdle", "POST"): May.STEER,
    ("programme:hurdles", "GET"): May.SEE_INSIDE,
    ("programme:new-hurdle", "GET"): May.STEER,
    ("programme:new-hurdle", "POST"): May.STEER,
    ("programme:new-scenario", "POST"): May.STEER,
    ("programme:new-task", "GET"): May.STEER,
    ("programme:new-task", "POST"): May.STEER,
    ("programme:open", "POST"): May.STEER,
    ("programme:overview", "GET"): May.SEE_INSIDE,
    ("programme:plan", "POST"): May.STEER,
    ("programme:progress", "GET"): May.SEE_INSIDE,
    ("programme:prove", "POST"): May.GIVE_EVIDENCE,
    ("programme:review", "POST"): May.REVIEW_EVIDENCE,
    ("programme:roadmap", "GET"): May.SEE_INSIDE,
    ("programme:route", "POST"): May.DECIDE,
    ("programme:scenarios", "GET"): May.SEE_INSIDE,
    ("programme:settings", "GET"): May.SEE_INSIDE,
    ("programme:skip", "POST"): May.DECIDE,
    ("programme:step", "GET"): May.SEE_INSIDE,
    ("programme:task", "GET"): May.SEE_INSIDE,
    ("programme:task", "POST"): May.STEER,
    ("programme:tasks", "GET"): May.SEE_INSIDE,
    ("programme:template", "POST"): May.STEER,
    ("programme:turn", "POST"): May.STEER,
    ("programme:withdraw-expectation", "POST"): May.STEER,
    ("programme:withdraw-hurdle", "POST"): May.STEER,
    ("programme:withdraw-move", "POST"): May.STEER,
    ("programme:withdraw-proof", "POST"): May.GIVE_EVIDENCE,
    ("programme:withdraw-scenario", "POST"): May.STEER,
    ("programme:withdraw-task", "POST"): May.STEER,
    ("reports:agreement", "GET"): May.SEE_INSIDE,
    ("reports:agreement", "POST"): May.KEEP_AGREEMENT,
    ("reports:board", "GET"): May.SEE_GAP,
    ("reports:book", "GET"): May.SEE_GAP,
    ("reports:deck", "GET"): May.SEE_GAP,
    ("reports:remove-template", "POST"): May.EDIT_TAXONOMY,
    ("reports:reports", "GET"): May.SEE_GAP,
    ("reports:template", "POST"): May.EDIT_TAXONOMY,
    ("reports:works-council", "GET"): May.SEE_INSIDE,
    ("reports:works-council-pdf", "GET"): May.SEE_INSIDE,
    ("silo:count", "GET"): May.SEE_INSIDE,
    ("silo:functions", "GET"): May.SEE_INSIDE,
    ("silo:functions", "POST"): May.KEEP_REGISTERS,
    ("silo:overview", "GET"): May.SEE_INSIDE,
    ("silo:sample", "GET"): May.SEE_INSIDE,
    ("silo:ties", "GET"): May.SEE_INSIDE,
    ("silo:ties", "POST"): May.KEEP_REGISTERS,
    ("silo:withdraw", "POST"): May.KEEP_REGISTERS,
    ("stack:application", "GET"): May.SEE_INSIDE,
    ("stack:applications", "GET"): May.SEE_INSIDE,
    ("stack:capabilities", "GET"): May.SEE_INSIDE,
    ("stack:capability", "GET"): May.SEE_INSIDE,
    ("stack:data", "GET"): May.SEE_INSIDE,
    ("stack:decide", "POST"): May.DECIDE,
    ("stack:discard-file", "POST"): May.KEEP_REGISTERS,
    ("stack:edit", "GET"): May.KEEP_REGISTERS,
    ("stack:edit", "POST"): May.KEEP_REGISTERS,
    ("stack:file", "GET"): May.SEE_INSIDE,
    ("stack:files", "GET"): May.SEE_INSIDE,
    ("stack:files", "POST"): May.KEEP_REGISTERS,
    ("stack:keep-file", "POST"): May.KEEP_REGISTERS,
    ("stack:new", "GET"): May.KEEP_REGISTERS,
    ("stack:new", "POST"): May.KEEP_REGISTERS,
    ("stack:overview", "GET"): May.SEE_INSIDE,
    ("stack:put-back", "POST"): May.KEEP_REGISTERS,
    ("stack:rate", "POST"): May.KEEP_REGISTERS,
    ("stack:retire", "POST"): May.KEEP_REGISTERS,
    ("stack:roadmap", "GET"): May.SEE_INSIDE,
    ("stack:sample", "GET"): May.SEE_INSIDE,
    ("stack:withdraw-decision", "POST"): May.DECIDE,
    ("stack:withdraw-file", "POST"): May.KEEP_REGISTERS,
    ("stack:withdraw-rating", "POST"): May.KEEP_REGISTERS,
    ("surveys:count", "GET"): May.RUN_GUESS,
    ("surveys:guesses", "GET"): May.RUN_GUESS,
    ("surveys:keep", "POST"): May.RUN_GUESS,
    ("surveys:known", "GET"): May.RUN_GUESS,
    ("surveys:known", "POST"): May.RUN_GUESS,
    ("surveys:known-count", "GET"): May.RUN_GUESS,
    ("surveys:known-phone", "GET"): OPEN,
    ("surveys:known-phone", "POST"): OPEN,
    ("surveys:known-reveal", "POST"): May.RUN_GUESS,
    ("surveys:known-room", "GET"): May.RUN_GUESS,
    ("surveys:open", "POST"): May.RUN_GUESS,
    ("surveys:phone", "GET"): OPEN,
    ("surveys:phone", "POST"): OPEN,
    ("surveys:reveal", "POST"): May.RUN_GUESS,
    ("surveys:room", "GET"): May.RUN_GUESS,
    ("lanes:departments", "GET"): May.SEE_INSIDE,
    ("lanes:overview", "GET"): May.SEE_INSIDE,
    ("taxonomy:agreement", "GET"): May.SEE_INSIDE,
    ("taxonomy:agreement", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:check", "GET"): May.SEE_INSIDE,
    ("taxonomy:close-check", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:download", "GET"): May.SEE_GAP,
    ("taxonomy:map", "GET"): OPEN,
    ("taxonomy:map", "POST"): OPEN,
    ("taxonomy:merge", "GET"): May.EDIT_TAXONOMY,
    ("taxonomy:merge", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:new", "GET"): May.EDIT_TAXONOMY,
    ("taxonomy:new", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:overview", "GET"): May.SEE_GAP,
    ("taxonomy:read-again", "POST"): May.IMPORT,
    ("taxonomy:retire", "GET"): May.EDIT_TAXONOMY,
    ("taxonomy:retire", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:take-back", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:term", "GET"): May.SEE_GAP,
    ("taxonomy:term", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:version", "GET"): May.SEE_GAP,
    ("taxonomy:version", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:versions", "GET"): May.SEE_GAP,
    ("taxonomy:waiting", "GET"): May.SEE_IMPORTS,
    ("taxonomy:waiting", "POST"): May.EDIT_TAXONOMY,
    ("taxonomy:withdraw-check", "POST"): May.EDIT_TAXONOMY,
    ("ties:around", "GET"): May.SEE_INSIDE,
    ("ties:close", "GET"): May.MANAGE_PEOPLE,
    ("ties:left", "GET"): May.SEE_INSIDE,
    ("ties:search", "GET"): May.SEE_INSIDE,
    ("competitors:enter", "GET"): May.KEEP_REGISTERS,
    ("competitors:enter", "POST"): May.KEEP_REGISTERS,
    ("competitors:file", "GET"): May.KEEP_REGISTERS,
    ("competitors:file", "POST"): May.KEEP_REGISTERS,
    ("competitors:overview", "GET"): May.SEE_OUTSIDE,
    ("competitors:sample", "GET"): May.SEE_OUTSIDE,
    ("competitors:withdraw", "POST"): May.KEEP_REGISTERS,
    ("value:overview", "GET"): May.SEE_OUTSIDE,
    ("voice:answer", "POST"): May.KEEP_REGISTERS,
    ("voice:files", "GET"): May.SEE_INSIDE,
    ("voice:files", "POST"): May.KEEP_REGISTERS,
    ("voice:judge", "GET"): May.KEEP_REGISTERS,
    ("voice:overview", "GET"): May.SEE_INSIDE,
    ("voice:rules", "GET"): May.SEE_INSIDE,
    ("voice:rules", "POST"): May.STEER,
    ("voice:sample", "GET"): May.SEE_INSIDE,
    ("voice:system", "GET"): May.SEE_INSIDE,
    ("voice:texts", "GET"): May.SEE_INSIDE,
    ("voice:withdraw", "POST"): May.KEEP_REGISTERS,
    ("watch:alarm", "GET"): May.SEE_INSIDE,
    ("watch:close", "POST"): May.DECIDE,
    ("watch:judge", "POST"): May.SEE_INSIDE,
    ("watch:keep-wording", "POST"): May.KEEP_REGISTERS,
    ("watch:look", "POST"): May.STEER,
    ("watch:mean", "POST"): May.STEER,
    ("watch:course", "GET"): May.SEE_INSIDE,
    ("watch:overview", "GET"): May.SEE_INSIDE,
    ("watch:reopen", "POST"): May.DECIDE,
    ("watch:settle", "POST"): May.STEER,
    ("watch:stream", "GET"): May.SEE_INSIDE,
    ("watch:withdraw-level", "POST"): May.STEER,
    ("watch:withdraw-wording", "POST"): May.KEEP_REGISTERS,
    ("watch:wordings", "GET"): May.SEE_INSIDE,
    ("waves:calendar-file", "GET"): May.SEE_INSIDE,
    ("waves:rhythm", "POST"): May.RUN_WAVES,
    ("waves:answer", "GET"): OPEN,
    ("waves:answer", "POST"): OPEN,
    ("waves:block", "GET"): OPEN,
    ("waves:block", "POST"): OPEN,
    ("waves:close", "POST"): May.RUN_WAVES,
    ("waves:drop", "POST"): May.RUN_WAVES,
    ("waves:launch", "POST"): May.RUN_WAVES,
    ("waves:overview", "GET"): May.SEE_INSIDE,
    ("waves:overview", "POST"): May.RUN_WAVES,
    ("waves:on-paper", "POST"): May.RUN_WAVES,
    ("waves:paper", "GET"): May.RUN_WAVES,
    ("waves:paper", "POST"): May.RUN_WAVES,
    ("waves:paper-again", "GET"): May.RUN_WAVES,
    ("waves:paper-again", "POST"): May.RUN_WAVES,
    ("waves:paper-discard", "POST"): May.RUN_WAVES,
    ("waves:paper-file", "GET"): May.RUN_WAVES,
    ("waves:paper-sheets", "POST"): May.RUN_WAVES,
    ("waves:paper-table", "GET"): May.RUN_WAVES,
    ("waves:publish", "POST"): May.RUN_WAVES,
    ("waves:publishing", "GET"): May.SEE_INSIDE,
    ("waves:remind", "POST"): May.RUN_WAVES,
    ("waves:results", "GET"): May.SEE_INSIDE,
    ("waves:review", "GET"): OPEN,
    ("waves:review", "POST"): OPEN,
    ("waves:roster", "POST"): May.RUN_WAVES,
    ("waves:roster-sample", "GET"): May.RUN_WAVES,
    ("waves:wave", "GET"): May.SEE_INSIDE,
    ("reports:wave-sheet", "GET"): May.RUN_WAVES,
    ("reports:workshop-kit", "GET"): May.RUN_WORKSHOP,
    ("window:end", "POST"): May.STEER,
    ("window:leave", "GET"): OPEN,
    ("window:leave", "POST"): OPEN,
    ("window:letter", "GET"): May.SEE_GAP,
    ("window:reach", "GET"): May.SEE_INSIDE,
    ("window:overview", "GET"): May.SEE_GAP,
    ("window:subscribe", "POST"): May.SEE_GAP,
    ("window:unit", "GET"): May.SEE_GAP,
    ("window:unsubscribe", "POST"): May.SEE_GAP,
    ("structure:add-duty", "POST"): May.KEEP_REGISTERS,
    ("structure:claim", "POST"): May.KEEP_REGISTERS,
    ("structure:change-role", "POST"): May.KEEP_REGISTERS,
    ("structure:close-unit", "POST"): May.KEEP_REGISTERS,
    ("structure:describe-unit", "POST"): May.KEEP_REGISTERS,
    ("structure:edit-role", "GET"): May.KEEP_REGISTERS,
    ("structure:edit-role", "POST"): May.KEEP_REGISTERS,
    ("structure:files", "GET"): May.SEE_INSIDE,
    ("structure:files", "POST"): May.KEEP_REGISTERS,
    ("structure:interface", "GET"): May.SEE_INSIDE,
    ("structure:interfaces", "GET"): May.SEE_INSIDE,
    ("structure:journeys", "GET"): May.SEE_INSIDE,
    ("structure:leftovers", "GET"): May.SEE_INSIDE,
    ("structure:leftovers", "POST"): May.KEEP_REGISTERS,
    ("structure:merge-unit", "POST"): May.KEEP_REGISTERS,
    ("structure:move-unit", "POST"): May.KEEP_REGISTERS,
    ("structure:new-interface", "GET"): May.KEEP_REGISTERS,
    ("structure:new-interface", "POST"): May.KEEP_REGISTERS,
    ("structure:new-role", "GET"): May.KEEP_REGISTERS,
    ("structure:new-role", "POST"): May.KEEP_REGISTERS,
    ("structure:new-unit", "GET"): May.KEEP_REGISTERS,
    ("structure:new-unit", "POST"): May.KEEP_REGISTERS,
    ("structure:new-work", "GET"): May.KEEP_REGISTERS,
    ("structure:new-work", "POST"): May.KEEP_REGISTERS,
    ("structure:overview", "GET"): May.SEE_INSIDE,
    ("structure:plan-change", "POST"): May.KEEP_REGISTERS,
    ("structure:remove-duty", "POST"): May.KEEP_REGISTERS,
    ("structure:retire-interface", "POST"): May.KEEP_REGISTERS,
    ("structure:retire-role", "POST"): May.KEEP_REGISTERS,
    ("structure:retire-work", "POST"): May.KEEP_REGISTERS,
    ("structure:role", "GET"): May.SEE_INSIDE,
    ("structure:roles", "GET"): May.SEE_INSIDE,
    ("structure:sample", "GET"): May.SEE_INSIDE,
    ("structure:together", "GET"): May.SEE_INSIDE,
    ("structure:trainings", "GET"): May.SEE_INSIDE,
    ("structure:trainings", "POST"): May.KEEP_REGISTERS,
    ("structure:withdraw-training", "POST"): May.KEEP_REGISTERS,
    ("structure:skills", "GET"): May.SEE_INSIDE,
    ("structure:skills", "POST"): May.KEEP_REGISTERS,
    ("structure:unit", "GET"): May.SEE_INSIDE,
    ("structure:units", "GET"): May.SEE_INSIDE,
    ("structure:use", "POST"): May.KEEP_REGISTERS,
    ("structure:withdraw-change", "POST"): May.KEEP_REGISTERS,
    ("structure:withdraw-claim", "POST"): May.KEEP_REGISTERS,
    ("structure:withdraw-leftover", "POST"): May.KEEP_REGISTERS,
    ("structure:withdraw-skill", "POST"): May.KEEP_REGISTERS,
    ("structure:work", "GET"): May.SEE_INSIDE,
    ("structure:works", "GET"): May.SEE_INSIDE,
    ("workshop:beamer", "GET"): May.RUN_WORKSHOP,
    ("workshop:beamer-now", "GET"): May.RUN_WORKSHOP,
    ("workshop:cards", "POST"): May.RUN_WORKSHOP,
    ("workshop:close", "POST"): May.RUN_WORKSHOP,
    ("workshop:counts", "POST"): May.RUN_WORKSHOP,
    ("workshop:desk", "GET"): May.RUN_WORKSHOP,
    ("workshop:desk-now", "GET"): May.RUN_WORKSHOP,
    ("workshop:export", "GET"): May.RUN_WORKSHOP,
    ("workshop:list", "GET"): May.RUN_WORKSHOP,
    ("workshop:list", "POST"): May.RUN_WORKSHOP,
    ("workshop:note", "POST"): May.RUN_WORKSHOP,
    ("workshop:pause", "POST"): May.RUN_WORKSHOP,
    ("workshop:phone", "GET"): OPEN,
    ("workshop:phone", "POST"): OPEN,
    ("workshop:phone-now", "GET"): OPEN,
    ("workshop:result", "GET"): May.SEE_INSIDE,
    ("workshop:seats", "POST"): May.RUN_WORKSHOP,
    ("workshop:step", "POST"): May.RUN_WORKSHOP,
    ("web:alive", "GET"): OPEN,
    ("web:audit", "GET"): May.READ_AUDIT,
    ("web:chart-styles", "GET"): OPEN,
    ("web:language", "POST"): OPEN,
    ("web:method", "GET"): SIGNED_IN,
    ("web:method-page", "GET"): SIGNED_IN,
    ("web:situation", "GET"): May.SEE_GAP,
    ("web:touchpoint", "GET"): May.SEE_GAP,
}
OPERATIONS: dict[tuple[str, str], May] = {
    ("/api/v1/adoption", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/applications", "post"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/applications/{slug}", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/applications/{slug}/live", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/applications/{slug}/live", "put"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/applications/{slug}/live/{team}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/applications/{slug}/meaning", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/applications/{slug}/meaning", "put"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/applications/{slug}/rollout", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/applications/{slug}/rollout", "post"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/campaigns", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/campaigns/classified", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/campaigns/missing", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/campaigns/rules", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/campaigns/rules", "put"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/campaigns/rules/{rules_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/campaigns/spellings", "get"): May.SEE_INSIDE,
    ("/api/v1/adoption/campaigns/spellings", "post"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/campaigns/spellings/{spelling_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/feeds/{feed_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/rollout/{step_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/rollout/{step_id}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/tables/{kind}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/adoption/usage", "post"): May.KEEP_REGISTERS,
    ("/api/v1/bridge/acting", "get"): May.SEE_GAP,
    ("/api/v1/bridge/causes", "get"): May.SEE_GAP,
    ("/api/v1/bridge/measures", "get"): May.SEE_GAP,
    ("/api/v1/bridge/measures", "post"): May.DECIDE,
    ("/api/v1/bridge/measures/{measure_id}", "get"): May.SEE_GAP,
    ("/api/v1/bridge/measures/{measure_id}/cause", "post"): May.DECIDE,
    ("/api/v1/bridge/measures/{measure_id}/owner", "post"): May.DECIDE,
    ("/api/v1/change/briefs/{brief_id}/copies", "post"): May.STEER,
    ("/api/v1/change/briefs/{brief_id}/versions", "post"): May.STEER,
    ("/api/v1/change/consequences/{consequence_id}/withdraw", "post"): May.STEER,
    ("/api/v1/change/copies/{handed_id}/withdraw", "post"): May.STEER,
    ("/api/v1/change/coverage", "get"): May.SEE_INSIDE,
    ("/api/v1/change/initiatives/{initiative_id}/briefs", "get"): May.SEE_INSIDE,
    ("/api/v1/change/initiatives/{initiative_id}/briefs/{language}", "put"): May.STEER,
    ("/api/v1/change/messages", "get"): May.SEE_INSIDE,
    ("/api/v1/change/messages", "post"): May.STEER,
    ("/api/v1/change/pulse", "get"): May.SEE_INSIDE,
    ("/api/v1/change/involvement", "get"): May.SEE_INSIDE,
    ("/api/v1/change/workshops", "get"): May.SEE_INSIDE,
    ("/api/v1/change/workshops", "post"): May.STEER,
    ("/api/v1/change/workshops/{shaping_id}/consequences", "post"): May.STEER,
    ("/api/v1/cards", "get"): May.SEE_INSIDE,
    ("/api/v1/cards", "post"): May.KEEP_REGISTERS,
    ("/api/v1/cards/{card_id}", "get"): May.SEE_INSIDE,
    ("/api/v1/cards/{card_id}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/cards/{card_id}/return", "post"): May.KEEP_REGISTERS,
    ("/api/v1/cards/{card_id}/rulings", "post"): May.DECIDE,
    ("/api/v1/cards/{card_id}/sources", "post"): May.KEEP_REGISTERS,
    ("/api/v1/cards/sources/{source_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/cards/{card_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/claims", "get"): May.SEE_INSIDE,
    ("/api/v1/claims/{slug}", "get"): May.SEE_INSIDE,
    ("/api/v1/contacts", "post"): May.ENTER_CONTACTS,
    ("/api/v1/contacts/steps", "get"): May.ENTER_CONTACTS,
    ("/api/v1/contacts/{contact_id}/{what}/done", "post"): May.ENTER_CONTACTS,
    ("/api/v1/contacts/{contact_id}", "delete"): May.ENTER_CONTACTS,
    ("/api/v1/evidence", "get"): May.SEE_INSIDE,
    ("/api/v1/evidence/assessments", "get"): May.SEE_INSIDE,
    ("/api/v1/evidence/assessments", "post"): May.REVIEW_EVIDENCE,
    ("/api/v1/evidence/claims", "post"): May.GIVE_EVIDENCE,
    ("/api/v1/evidence/claims/{claim_id}/reviews", "post"): May.REVIEW_EVIDENCE,
    ("/api/v1/evidence/claims/{claim_id}/withdraw", "post"): May.GIVE_EVIDENCE,
    ("/api/v1/evidence/dimensions/{dimension}", "get"): May.SEE_INSIDE,
    ("/api/v1/evidence/proofs", "post"): May.GIVE_EVIDENCE,
    ("/api/v1/evidence/proofs/{proof_id}/withdraw", "post"): May.GIVE_EVIDENCE,
    ("/api/v1/evidence/proofs/{proof_id}", "delete"): May.GIVE_EVIDENCE,
    ("/api/v1/evidence/queue", "get"): May.REVIEW_EVIDENCE,
    ("/api/v1/gap", "get"): May.SEE_GAP,
    ("/api/v1/incentives/boundaries", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/boundaries", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/boundaries/{boundary_id}/counts", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/boundaries/{boundary_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/targets", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/targets", "post"): May.DECIDE,
    ("/api/v1/incentives/targets/{target_id}", "delete"): May.DECIDE,
    ("/api/v1/incentives/conflicts", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/conflicts/{first}/{second}", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/conflicts/{first}/{second}/priority", "post"): May.DECIDE,
    ("/api/v1/incentives/conflicts/{first}/{second}/verdict", "post"): May.DECIDE,
    ("/api/v1/incentives/coverage", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/figures", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/figures", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/figures/{slug}/pushes", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/exclusions", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/exclusions", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/exclusions/{rule_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/templates", "get"): May.SEE_INSIDE,
    ("/api/v1/incentives/templates/conflicts/{template}", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/templates/figures/{template}", "post"): May.KEEP_REGISTERS,
    ("/api/v1/incentives/tables/{kind}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/inside/beliefs", "get"): May.SEE_GAP,
    ("/api/v1/inside/instruments", "get"): May.SEE_INSIDE,
    ("/api/v1/inside/instruments", "post"): May.RUN_WAVES,
    ("/api/v1/inside/instruments/{version_id}", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/acts", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/acts", "post"): May.DECIDE,
    ("/api/v1/leadership/attention", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/backing", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/commitments", "post"): May.DECIDE,
    ("/api/v1/leadership/decisions", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/decisions", "post"): May.DECIDE,
    ("/api/v1/leadership/decisions/{decision_id}", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/decisions/{decision_id}/reviews", "post"): May.DECIDE,
    ("/api/v1/leadership/decisions/{decision_id}/reversal", "post"): May.DECIDE,
    ("/api/v1/leadership/decisions/{decision_id}/table", "post"): May.DECIDE,
    ("/api/v1/leadership/decisions/{decision_id}/verdict", "post"): May.DECIDE,
    ("/api/v1/leadership/duties", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/hours", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/hours", "post"): May.DECIDE,
    ("/api/v1/leadership/meetings", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/presence", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/where", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/meetings", "post"): May.DECIDE,
    ("/api/v1/leadership/tables/{kind}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/leadership/votes", "get"): May.SEE_INSIDE,
    ("/api/v1/leadership/votes", "post"): May.STEER,
    ("/api/v1/safekeeping/backups", "get"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/backups", "post"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/backups/{backup_id}/trial", "post"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/backups/{backup_id}", "delete"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/exports", "get"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/exports", "post"): May.LOOK_AFTER,
    ("/api/v1/safekeeping/exports/{taken_id}", "delete"): May.LOOK_AFTER,
    ("/api/v1/operations/installation", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/ledger", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/quality", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/signs", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/waiting", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/waiting/{import_id}/replay", "post"): May.IMPORT,
    ("/api/v1/operations/waiting/{import_id}/trial", "post"): May.IMPORT,
    ("/api/v1/operations/work", "get"): May.SEE_IMPORTS,
    ("/api/v1/operations/work/{job_id}/again", "post"): May.IMPORT,
    ("/api/v1/intake/inboxes", "get"): May.SEE_IMPORTS,
    ("/api/v1/intake/inboxes", "post"): May.IMPORT,
    ("/api/v1/intake/inboxes/{name}/closing", "post"): May.IMPORT,
    ("/api/v1/intake/imports", "get"): May.SEE_IMPORTS,
    ("/api/v1/intake/lake", "get"): May.SEE_IMPORTS,
    ("/api/v1/intake/imports/{import_id}", "get"): May.SEE_IMPORTS,
    ("/api/v1/intake/imports/{import_id}/quarantine", "get"): May.SEE_IMPORTS,
    ("/api/v1/answers/comments", "get"): May.SEE_OUTSIDE,
    ("/api/v1/answers/drivers", "get"): May.SEE_OUTSIDE,
    ("/api/v1/answers/quotes", "get"): May.SEE_OUTSIDE,
    ("/api/v1/answers/quotes", "post"): May.DECIDE,
    ("/api/v1/answers/quotes/{pick_id}/move", "post"): May.DECIDE,
    ("/api/v1/answers/quotes/{pick_id}/withdraw", "post"): May.DECIDE,
    ("/api/v1/answers/quotes/{pick_id}/put-back", "post"): May.DECIDE,
    ("/api/v1/answers/scores", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/channels", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/funnel", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/graph", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/steps", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/handoffs", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/told-again", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/variants", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/waits", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/loops", "get"): May.SEE_OUTSIDE,
    ("/api/v1/journeys/cohorts", "get"): May.SEE_OUTSIDE,
    ("/api/v1/maps", "get"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}", "get"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}/lived", "get"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}/versions", "get"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}/pains", "post"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}/pains/{pain_id}", "delete"): May.SEE_OUTSIDE,
    ("/api/v1/maps/{slug}", "put"): May.EDIT_TAXONOMY,
    ("/api/v1/maps/{slug}", "delete"): May.EDIT_TAXONOMY,
    ("/api/v1/outside/breaks", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/completion", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/response-times", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/customers/story", "post"): May.SEE_CUSTOMERS,
    ("/api/v1/outside/flows", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/handoffs", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/heard", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/milestones", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/people", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/promises", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/repeats", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/scores", "get"): May.SEE_OUTSIDE,
    ("/api/v1/outside/variants", "get"): May.SEE_OUTSIDE,
    ("/api/v1/placement", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/assumptions", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/assumptions/{name}", "put"): May.EDIT_ASSUMPTIONS,
    ("/api/v1/placement/assumptions/{name}/trial", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/learned", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/levers", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/learned/{group}", "post"): May.EDIT_ASSUMPTIONS,
    ("/api/v1/placement/routes", "get"): May.SEE_INSIDE,
    ("/api/v1/placement/units", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/duties", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/duties", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/duties/{work_id}/{phase}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/ended", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/interfaces", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/interfaces", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/interfaces/{interface_id}/claims", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/journeys", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/roles", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/roles", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/skills", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/together", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/trainings", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/trainings", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/trainings/{training_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/tables/{table}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units", "get"): May.SEE_INSIDE,
    ("/api/v1/organisation/units", "post"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units/{unit}", "put"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units/{unit}/closing", "put"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units/{unit}/merger", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units/{unit}/merger", "put"): May.KEEP_REGISTERS,
    ("/api/v1/organisation/units/{unit}/name", "put"): May.KEEP_REGISTERS,
    ("/api/v1/portfolio/findings", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/ai-balance", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/goals", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/goals", "post"): May.STEER,
    ("/api/v1/portfolio/goals/{goal_id}", "put"): May.STEER,
    ("/api/v1/portfolio/goals/{goal_id}/readings", "post"): May.STEER,
    ("/api/v1/portfolio/initiatives", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/initiatives", "post"): May.STEER,
    ("/api/v1/portfolio/initiatives/{initiative_id}", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/initiatives/{initiative_id}", "put"): May.STEER,
    ("/api/v1/portfolio/initiatives/{initiative_id}/approval", "post"): May.DECIDE,
    ("/api/v1/portfolio/initiatives/{initiative_id}/promises", "post"): May.STEER,
    ("/api/v1/portfolio/initiatives/{initiative_id}/results", "post"): May.STEER,
    ("/api/v1/portfolio/initiatives/{initiative_id}/turns", "post"): May.STEER,
    ("/api/v1/portfolio/promises", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/responsible", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/responsible/{holder_id}", "put"): May.STEER,
    ("/api/v1/portfolio/customer-outcomes", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/results", "get"): May.SEE_INSIDE,
    ("/api/v1/portfolio/promises/{promise_id}/judgements", "post"): May.STEER,
    ("/api/v1/policy/personal", "get"): May.SEE_INSIDE,
    ("/api/v1/policy/personal", "post"): May.DECIDE,
    ("/api/v1/policy/rules", "get"): May.SEE_INSIDE,
    ("/api/v1/policy/rules", "post"): May.STEER,
    ("/api/v1/policy/rules/{rule_id}/{move}", "post"): May.STEER,
    ("/api/v1/practice/bright-spots", "get"): May.SEE_INSIDE,
    ("/api/v1/practice/counts", "put"): May.KEEP_REGISTERS,
    ("/api/v1/practice/pilots", "get"): May.SEE_INSIDE,
    ("/api/v1/practice/pilots", "post"): May.STEER,
    ("/api/v1/practice/pilots/{pilot_id}/ending", "post"): May.STEER,
    ("/api/v1/practice/pilots/{pilot_id}/standard", "post"): May.DECIDE,
    ("/api/v1/practice/pilots/{pilot_id}/shown", "post"): May.STEER,
    ("/api/v1/practice/pilots/{pilot_id}/taken-up", "post"): May.STEER,
    ("/api/v1/practice/principles", "get"): May.SEE_INSIDE,
    ("/api/v1/practice/principles", "post"): May.STEER,
    ("/api/v1/practice/principles/{principle_id}/rules", "post"): May.STEER,
    ("/api/v1/practice/agreements/{agreement_id}/news", "post"): May.STEER,
    ("/api/v1/practice/retrospectives", "get"): May.SEE_INSIDE,
    ("/api/v1/practice/retrospectives", "post"): May.STEER,
    ("/api/v1/practice/retrospectives/{retrospective_id}/agreements", "post"): May.STEER,
    ("/api/v1/practice/stop-list", "get"): May.SEE_INSIDE,
    ("/api/v1/practice/stop-list", "post"): May.STEER,
    ("/api/v1/practice/stop-list/{item_id}/events", "post"): May.STEER,
    ("/api/v1/practice/stories", "get"): May.SEE_GAP,
    ("/api/v1/practice/stories", "post"): May.STEER,
    ("/api/v1/practice/stories/{story_id}/standard", "post"): May.DECIDE,
    ("/api/v1/practice/stories/{story_id}/taken-up", "post"): May.STEER,
    ("/api/v1/practice/stories/{story_id}/{move}", "post"): May.STEER,
    ("/api/v1/practice/uses", "put"): May.KEEP_REGISTERS,
    ("/api/v1/technology/advice/{thing}/{which}", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/advice/{thing}/{which}/decision", "post"): May.DECIDE,
    ("/api/v1/technology/applications", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/applications", "post"): May.KEEP_REGISTERS,
    ("/api/v1/technology/applications/{application}/ratings", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/applications/{application}/ratings", "post"): May.KEEP_REGISTERS,
    ("/api/v1/technology/capabilities", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/data", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/files/{origin}", "post"): May.KEEP_REGISTERS,
    ("/api/v1/technology/files/{stack_file}/keep", "post"): May.KEEP_REGISTERS,
    ("/api/v1/technology/files/{stack_file}/withdraw", "post"): May.KEEP_REGISTERS,
    ("/api/v1/technology/findings", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/integrations", "get"): May.SEE_INSIDE,
    ("/api/v1/technology/roadmap", "get"): May.SEE_INSIDE,
    ("/api/v1/lanes", "get"): May.SEE_INSIDE,
    ("/api/v1/lanes/departments", "get"): May.SEE_INSIDE,
    ("/api/v1/ties", "get"): May.SEE_INSIDE,
    ("/api/v1/ties/left", "get"): May.SEE_INSIDE,
    ("/api/v1/ties/{kind}/{slug}", "get"): May.SEE_INSIDE,
    ("/api/v1/competitors", "get"): May.SEE_OUTSIDE,
    ("/api/v1/competitors/figures", "get"): May.SEE_OUTSIDE,
    ("/api/v1/competitors/figures", "post"): May.KEEP_REGISTERS,
    ("/api/v1/competitors/figures/{figure_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/competitors/figures/{figure_id}/reinstatement", "post"): May.KEEP_REGISTERS,
    ("/api/v1/taxonomy/agreement", "get"): May.SEE_INSIDE,
    ("/api/v1/taxonomy/agreement", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/agreement/answers/{token}", "post"): May.SEE_INSIDE,
    ("/api/v1/taxonomy/agreement/{check_id}", "delete"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/agreement/{check_id}/closing", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/agreement/{check_id}/reinstatement", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/decisions", "get"): May.SEE_IMPORTS,
    ("/api/v1/taxonomy/decisions", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/decisions/{decision_id}", "delete"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/stale-imports", "get"): May.SEE_IMPORTS,
    ("/api/v1/taxonomy/stale-imports/{import_id}", "post"): May.IMPORT,
    ("/api/v1/taxonomy/terms", "get"): May.SEE_GAP,
    ("/api/v1/taxonomy/terms/{sort}/{slug}", "put"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/terms/{sort}/{slug}/merger", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/terms/{sort}/{slug}/preview", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/terms/{sort}/{slug}/retirement", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/versions", "get"): May.SEE_GAP,
    ("/api/v1/taxonomy/versions/{number}", "get"): May.SEE_GAP,
    ("/api/v1/taxonomy/versions/{number}/changes", "get"): May.SEE_GAP,
    ("/api/v1/taxonomy/versions/{number}/return", "post"): May.EDIT_TAXONOMY,
    ("/api/v1/taxonomy/waiting", "get"): May.SEE_IMPORTS,
    ("/api/v1/value", "get"): May.SEE_OUTSIDE,
    ("/api/v1/voice", "get"): May.SEE_INSIDE,
    ("/api/v1/voice/next", "get"): May.KEEP_REGISTERS,
    ("/api/v1/voice/rules", "get"): May.SEE_INSIDE,
    ("/api/v1/voice/rules", "post"): May.STEER,
    ("/api/v1/voice/samples", "get"): May.SEE_INSIDE,
    ("/api/v1/voice/samples/{sample_id}", "delete"): May.KEEP_REGISTERS,
    ("/api/v1/voice/samples/{sample_id}/reinstatement", "post"): May.KEEP_REGISTERS,
    ("/api/v1/voice/texts", "get"): May.SEE_INSIDE,
    ("/api/v1/voice/texts", "post"): May.KEEP_REGISTERS,
    ("/api/v1/voice/texts/{text_id}/answers", "post"): May.KEEP_REGISTERS,
    ("/api/v1/watch", "get"): May.SEE_INSIDE,
    ("/api/v1/watch/course", "get"): May.SEE_INSIDE,
    ("/api/v1/watch/alarms/{alarm_id}/closing", "post"): May.DECIDE,
    ("/api/v1/watch/alarms/{alarm_id}/reopening", "post"): May.DECIDE,
    ("/api/v1/watch/levels/{slug}", "post"): May.STEER,
    ("/api/v1/watch/looks", "post"): May.STEER,
    ("/api/v1/watch/own-words", "get"): May.SEE_INSIDE,
    ("/api/v1/watch/own-words", "post"): May.KEEP_REGISTERS,
    ("/api/v1/watch/own-words/meaning", "post"): May.STEER,
    ("/api/v1/watch/own-words/{wording_id}/judgements", "post"): May.SEE_INSIDE,
    ("/api/v1/watch/series/{slug}", "get"): May.SEE_INSIDE,
    ("/api/v1/waves/calendar", "get"): May.SEE_INSIDE,
    ("/api/v1/waves/calendar", "put"): May.RUN_WAVES,
    ("/api/v1/waves", "get"): May.SEE_INSIDE,
    ("/api/v1/waves", "post"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/results", "get"): May.SEE_INSIDE,
    ("/api/v1/waves/{wave_id}/roster", "put"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/on-paper", "post"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/sheets", "get"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/sheets", "post"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/sheets/compare", "post"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/sheets/last", "delete"): May.RUN_WAVES,
    ("/api/v1/waves/{wave_id}/turnout", "get"): May.SEE_INSIDE,
    ("/api/v1/waves/{wave_id}/steps/{step}", "post"): May.RUN_WAVES,
    ("/api/v1/workshops", "get"): May.RUN_WORKSHOP,
    ("/api/v1/workshops", "post"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}", "get"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}/close", "post"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}/count", "post"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}/leave-out", "post"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}/notes/{note_id}", "put"): May.RUN_WORKSHOP,
    ("/api/v1/workshops/{workshop_id}/notes/{note_id}", "delete"): May.RUN_WORKSHOP,
    ("/api/v1/programme", "get"): May.SEE_INSIDE,
    ("/api/v1/programme", "put"): May.STEER,
    ("/api/v1/programme/baseline", "put"): May.STEER,
    ("/api/v1/programme/capacities", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/capacities", "post"): May.STEER,
    ("/api/v1/programme/expectations", "post"): May.STEER,
    ("/api/v1/programme/hurdles", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/hurdles", "post"): May.STEER,
    ("/api/v1/programme/hurdles/{hurdle_id}/clearing", "post"): May.STEER,
    ("/api/v1/programme/hurdles/{hurdle_id}/reopening", "post"): May.STEER,
    ("/api/v1/programme/roadmap", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/roadmap", "post"): May.STEER,
    ("/api/v1/programme/scenarios", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/scenarios", "post"): May.STEER,
    ("/api/v1/programme/steps/{step}", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/steps/{step}/opening", "post"): May.STEER,
    ("/api/v1/programme/steps/{step}/reviews", "post"): May.REVIEW_EVIDENCE,
    ("/api/v1/programme/steps/{step}/claims", "post"): May.STEER,
    ("/api/v1/programme/steps/{step}/proofs", "post"): May.GIVE_EVIDENCE,
    ("/api/v1/programme/steps/{step}/alarms", "post"): May.STEER,
    ("/api/v1/programme/steps/{step}/answers", "post"): May.DECIDE,
    ("/api/v1/programme/steps/{step}/skips", "post"): May.DECIDE,
    ("/api/v1/programme/bets", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/bets", "post"): May.DECIDE,
    ("/api/v1/programme/bets/{bet_id}/ending", "post"): May.DECIDE,
    ("/api/v1/programme/bets/{bet_id}/renewals", "post"): May.DECIDE,
    ("/api/v1/programme/bets/{bet_id}/owner", "post"): May.DECIDE,
    ("/api/v1/programme/bets/{bet_id}/tripwires", "post"): May.STEER,
    ("/api/v1/programme/tripwires/{wire_id}/readings", "post"): May.STEER,
    ("/api/v1/programme/tasks", "get"): May.SEE_INSIDE,
    ("/api/v1/programme/tasks", "post"): May.STEER,
    ("/api/v1/programme/tasks/template", "post"): May.STEER,
    ("/api/v1/programme/tasks/{task_id}/turns", "post"): May.STEER,
    ("/api/v1/reports/board.pdf", "get"): May.SEE_GAP,
    ("/api/v1/reports/book.xlsx", "get"): May.SEE_GAP,
    ("/api/v1/reports/waves/{wave_id}/sheet.pdf", "get"): May.RUN_WAVES,
    ("/api/v1/reports/deck.pptx", "get"): May.SEE_GAP,
    ("/api/v1/reports/template", "delete"): May.EDIT_TAXONOMY,
    ("/api/v1/reports/template", "get"): May.SEE_GAP,
    ("/api/v1/reports/template", "put"): May.EDIT_TAXONOMY,
    ("/api/v1/window/departments/reach", "get"): May.SEE_INSIDE,
    ("/api/v1/window", "get"): May.SEE_GAP,
    ("/api/v1/window/{unit}", "get"): May.SEE_GAP,
    ("/api/v1/window/{unit}/letter", "delete"): May.SEE_GAP,
    ("/api/v1/window/{unit}/letter", "put"): May.SEE_GAP,
    ("/api/v1/works-council/agreement", "get"): May.SEE_INSIDE,
    ("/api/v1/works-council/agreement", "put"): May.KEEP_AGREEMENT,
    ("/api/v1/works-council/pack.pdf", "get"): May.SEE_INSIDE,
    ("/api/v1/silo", "get"): May.SEE_INSIDE,
    ("/api/v1/silo/functions", "put"): May.KEEP_REGISTERS,
    ("/api/v1/silo/ties", "get"): May.SEE_INSIDE,
    ("/api/v1/silo/ties", "post"): May.KEEP_REGISTERS,
    ("/api/v1/silo/ties/{count_id}/withdrawal", "post"): May.KEEP_REGISTERS,
    ("/api/v1/surveys/guesses", "get"): May.RUN_GUESS,
    ("/api/v1/surveys/guesses", "post"): May.RUN_GUESS,
    ("/api/v1/surveys/guesses/{round_id}/reveal", "post"): May.RUN_GUESS,
    ("/api/v1/surveys/knowledge", "get"): May.RUN_GUESS,
    ("/api/v1/surveys/knowledge", "post"): May.RUN_GUESS,
    ("/api/v1/surveys/knowledge/{round_id}", "get"): May.RUN_GUESS,
    ("/api/v1/surveys/knowledge/{round_id}/reveal", "post"): May.RUN_GUESS,
    ("/api/v1/outside/customers/erasure", "post"): May.ERASE_CUSTOMERS,  # last: it is final
}
SCHEMA = "api:openapi-json"  # describes the interface and holds no data


@pytest.fixture(scope="module")
def founded_with_things(
    founded: Founded, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> tuple[Founded, dict[str, Any]]:
    """The small company with something of every kind, brought in once."""
    with django_db_blocker.unblock():
        return grown(founded, tmp_path_factory.mktemp("things") / "home", _things)


@pytest.fixture
def things(
    founded_with_things: tuple[Founded, dict[str, Any]], db: None, tmp_path: Path, settings: Settings
) -> dict[str, Any]:
    """Something of every kind, so that refusing can be told from not finding."""
    company, named_things = founded_with_things
    settings.HOME = tmp_path / "company"
    company.copy_to(settings.HOME)
    return named_things


def _things() -> dict[str, Any]:
    from leitstern.app.bridge.actions import decide
    from leitstern.app.common.home import current_home
    from leitstern.app.evidence.actions import Seen, assess, claim, prove
    from leitstern.app.inside.instruments import current_version
    from leitstern.app.inside.models import BeliefCollection
    from leitstern.app.intake.inbox_folders import open_inbox
    from leitstern.app.intake.models import Import
    from leitstern.app.outside.queries import somebody_at
    from leitstern.app.outside.reading import require_published
    from leitstern.app.surveys.actions import open_round
    from leitstern.app.workshop.actions import open_workshop
    from leitstern.app.workshop.models import WorkshopStage
    from leitstern.app.workshop.noting import write_note
    from leitstern.core.bridge.draft import MeasureDraft
    from leitstern.core.company.taxonomy import Touchpoint

    nothing = MeasureDraft(choice="do nothing", reason="Too early to say.")
    measure = decide(COMMAND_LINE, "payoff", "satisfied", "", nothing, today=date(2026, 7, 1))
    round_ = open_round(COMMAND_LINE, "payoff", "satisfied")
    workshop = open_workshop(COMMAND_LINE, "Retreat")
    workshop.stage = WorkshopStage.RESULT  # before, its result is nobody's
    workshop.save()
    note = write_note(COMMAND_LINE, workshop, "k1", "Claims have one owner.")
    token = "A" * 16
    folder = current_home().uploads / token
    folder.mkdir()
    (folder / "calls.csv").write_text("customer,at,touchpoint\nA1,2026-01-05 10:00,Call\n")
    published = require_published()
    here = published.taxonomy.lookup(Touchpoint).slug("payoff")
    customer = somebody_at(published, here.code, "satisfied") if here else None
    assert customer
    claim(COMMAND_LINE, "t1", 1)  # now both axes are seen
    return {
        "import_id": Import.objects.get().pk,
        "inbox": open_inbox(COMMAND_LINE, "calls", INBOX).name,
        "collection_id": BeliefCollection.objects.get().pk,
        "measure_id": measure.pk,
        "round_id": round_.pk,
        "version_id": current_version().pk,
        "workshop_id": workshop.pk,
        "room": workshop.token,
        "held": _held().pk,
        "note_id": note.pk,
        **_waves(),
        **_portfolio(),
        **_programme(),
        **_practice(),
        "policy": (policy := _policy()),
        **_cards(),
        "contact_rule": policy["rule_id"],
        "contact_move": "withdraw",
        **_learned(),
        **_change(),
        "dimension": "k1",
        "claim_id": claim(COMMAND_LINE, "k1", 3).pk,
        "proof_id": prove(COMMAND_LINE, "k1", "document", "Chart", date(2026, 1, 5), file=_text_file()).pk,
        "assessment_id": assess(COMMAND_LINE, "Audit Ltd", {"k1": Seen(2)}).pk,
        **_adoption(),
        **_incentives(),
        **_leadership(),
        **_structure(),
        **_technology(),
        "count_id": _count_of_ties(),
        **_window(),
        **_voice(),
        **_maps(),
        "taxonomy": (shared := _shared_language()),
        **{f"taxonomy_{name}": thing for name, thing in shared.items()},
        "figure_id": _competitor(),
        **_quote(),
        **_desk(),
        **_watch(),
        "slug": "payoff",
        "published": "contact-history",
        "name": "cut_culture",
        "method": "belief",
        "version": "1",
        "guided": token,
        "phone": round_.token,
        "known": (known := _known()),
        "known_round": known["round_id"],
        "customer": f"{customer:x}",
        "link": OneTimeLink.issue(Role.OWNER, make(Role.AUDITOR))[1],
        **_operations(),
    }


def _operations() -> dict[str, Any]:
    from leitstern.app.common.home import current_home
    from leitstern.app.common.models import Job, JobState
    from leitstern.app.intake.actions import import_files

    with TemporaryDirectory(dir=current_home().staging) as folder:
        (Path(folder) / "calls.csv").write_text("who,at,what\nA1,2026-01-05 10:00,call\nA2,never,call\n")
        (Path(folder) / "mapping.yaml").write_text(INBOX)
        run = import_files(COMMAND_LINE, Path(folder) / "mapping.yaml", Path(folder))
    from datetime import timedelta

    from django.utils import timezone

    from leitstern.app.safekeeping.models import Backup, Taken

    backup = Backup.objects.create(place="/nowhere/b.zip", size=1, actor="worker")
    taken = Taken.objects.create(
        token="t", size=1, actor="worker", expires=timezone.now() + timedelta(days=9)
    )
    (current_home().path / "exports").mkdir(exist_ok=True)
    (current_home().path / "exports" / "t.zip").write_bytes(b"z")
    job = Job.objects.create(kind="wipe", state=JobState.FAILED, actor="worker", payload={"tries": 0})
    return {"quarantined": run.pk, "job_id": job.pk, "backup_id": backup.pk, "taken_id": taken.pk}


def _held() -> Workshop:
    """A closed workshop in which five people rated everything."""
    from leitstern.app.workshop.actions import open_workshop
    from leitstern.app.workshop.closing import close
    from leitstern.app.workshop.models import KeptVotes
    from leitstern.app.workshop.queries import questions

    workshop = close(COMMAND_LINE, open_workshop(COMMAND_LINE, "Held"))
    all_two = {"first": [0, 0, 5, 0, 0, 0], "second": [0] * 6, "counted": [0, 0, 5, 0, 0, 0]}
    votes = {question.slug: all_two for question in questions(workshop)}
    KeptVotes.objects.create(workshop=workshop, group="staff", people=5, votes=votes)
    return workshop


def _incentives() -> dict[str, Any]:
    """Two key figures in conflict, confirmed, with a role, a link, a file and a rule."""
    from leitstern.app.incentives import beginning, boundaries, bringing, deciding, keeping
    from leitstern.app.incentives.targets import set_target
    from leitstern.core.inside.incentives.attribution import Why

    both = beginning.begin_conflict(COMMAND_LINE, "cost_or_solved", ("service", "service"), "en")
    role = enter_role(COMMAND_LINE, "Agent", "service", 40)
    asked = beginning.begin_conflict(COMMAND_LINE, "conversion_or_returns", ("service", "service"), "en")
    keeping.reward(COMMAND_LINE, role, {figure.slug: 10 for figure in (*both, *asked)})
    rule = keeping.enter_rule(COMMAND_LINE, "Storms", Why.EXTERNAL, ["storm"])
    day = date(2026, 1, 5)
    said = boundaries.enter_boundary(COMMAND_LINE, "Threats", "Hang up.", "Team lead", day)
    return {
        "boundary_id": said.pk,
        "target_id": set_target(COMMAND_LINE, 40, date(2090, 1, 1), "Board", today=day).pk,
        "first": both[0].slug,
        "second": both[1].slug,
        "figure": both[0].slug,
        "asked_first": asked[0].slug,
        "asked_second": asked[1].slug,
        "role_id": role.pk,
        "link_id": both[0].links.earliest("id").pk,
        "rule_id": rule.pk,
        "batch_id": bringing.bring_values(COMMAND_LINE, "values.csv", []).pk,
        "verdict_id": deciding.confirm(COMMAND_LINE, both[0].slug, both[1].slug).pk,
        "kind": "values",
        "template": "refund_days",
        "conflict_template": "speed_or_margin",
    }


def _adoption() -> dict[str, Any]:
    """A team that uses an application, a file about it, a point of its rollout, rules, and an accepted spelling."""
    from leitstern.app.adoption import campaigning, feeding, teams, watching
    from leitstern.collect.usage_file import UsageRow, UsageRows
    from leitstern.core.inside.adoption.metadata import Field, Words
    from leitstern.core.texts import Text

    day = date(2026, 1, 5)
    team = teams.enter_team(COMMAND_LINE, "North", "service", 9, day)
    chat = watching.watch(COMMAND_LINE, "Chat", watching.Said("Answered a chat."))
    rows = UsageRows((UsageRow("chat", team.slug, day, 9, 7, {}),), 0)
    feed = feeding.bring_usage(COMMAND_LINE, "use.csv", rows)
    assert feed
    purpose = Field("purpose", Text("Purpose", "Zweck"), Words.LIST, allowed=("win",))
    pages = {
        "slug": "chat",
        "team": team.slug,
        "feed_id": feed.pk,
        "step_id": watching.enter_step(COMMAND_LINE, chat, watching.StepKind.TRAINING, "One hour").pk,
        "rules_id": campaigning.enter_rules(COMMAND_LINE, [purpose], day, day).pk,
        "spelling_id": campaigning.accept(COMMAND_LINE, "purpose", "gain", "win").pk,
        "kind": "usage",
    }
    return {
        "adoption": pages,
        "watched": "chat",
        "adopting_team": team.slug,
        "feed_id": feed.pk,
        "adoption_table": "teams",
        "rollout_point": pages["step_id"],
        "rules_id": pages["rules_id"],
        "spelling_id": pages["spelling_id"],
    }


def _structure() -> dict[str, Any]:
    """A unit, an interface with a claim, a piece of work with a duty, a skill, and something that was ended."""
    from leitstern.app.structure import answering, handing, staffing, trainings, units
    from leitstern.app.structure.roles import change_tasks
    from leitstern.core.inside.structure.duties import Letter, Phase, Place
    from leitstern.core.inside.structure.interfaces import Aspect, Side
    from leitstern.core.inside.structure.leftovers import Thing

    day = date(2026, 1, 5)
    units.add_unit(COMMAND_LINE, "Law", "", units.About())
    role = enter_role(COMMAND_LINE, "Guide", "service", 40)
    row = handing.enter_interface(COMMAND_LINE, "law", "service", "File")
    claim = handing.claim_interface(COMMAND_LINE, row, Side.GIVER, {Aspect.DEFINED: True}, "", day)
    work = answering.enter_work(COMMAND_LINE, Place.PROCESS, "Closing")
    answering.set_duties(COMMAND_LINE, work, Phase.BEFORE, [(role, Letter.ACCOUNTABLE)])
    pages = {
        "slug": "law",
        "role_id": role.pk,
        "interface_id": row.pk,
        "claim_id": claim.pk,
        "work_id": work.pk,
        "duty_id": work.duties.earliest("id").pk,
        "phase": "before",
        "change_id": change_tasks(COMMAND_LINE, role, day, added=["x"]).pk,
        "staffing_id": staffing.enter_staffing(COMMAND_LINE, "law", "ux", 2, 1).pk,
        "training_id": trainings.enter_training(COMMAND_LINE, "law", "data", day, 9).pk,
        "leftover_id": staffing.enter_leftover(COMMAND_LINE, Thing.LIST, "Old", day).pk,
        "kind": "units",
    }
    return {
        "structure": pages,
        "training_id": pages["training_id"],
        "interface_id": row.pk,
        "work_id": work.pk,
        "phase": "before",
        "table": "roles",
        "own_unit": "law",
    }


def _technology() -> dict[str, Any]:
    """An application and a capability of one short name, both decided, rated and changed; a file kept and one read."""
    from leitstern.app.stack import deciding, importing, keeping, rating
    from leitstern.app.stack.models import Edition
    from leitstern.collect.stack.brought import Origin
    from leitstern.core.inside.stack.advice import Option
    from leitstern.core.inside.stack.inventory import Application, Capability
    from leitstern.core.inside.stack.ratings import Question, Rated, View
    from leitstern.core.inside.stack.terms import Kind

    for each in (Application("mail", "Mail"), Capability("mail", "Mail"), Application("open", "Open")):
        keeping.enter(COMMAND_LINE, each)
    [rated] = rating.rate(COMMAND_LINE, [Rated("mail", Question.USE, View.USERS, (0, 0, 5, 0, 0))])
    decided = deciding.decide(COMMAND_LINE, Kind.APPLICATION, "mail", Option.NOTHING, "Fine.")
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.csv").write_text("Application\nNew\n")
        read, kept = (importing.bring(COMMAND_LINE, Path(folder), "a.csv", Origin.APPLICATIONS) for _ in "ab")
    importing.keep(COMMAND_LINE, kept)
    pages = {
        "slug": "mail",
        "kind": "application",
        "edition_id": Edition.objects.earliest("id").pk,
        "rating_id": rated.pk,
        "decision_id": decided.pk,
        "import_id": read.pk,
        "origin": "applications",
    }
    return {
        "technology": pages,
        "application": "mail",
        "thing": "application",
        "which": "open",
        "origin": "applications",
        "stack_file": read.pk,
        "kept_stack_file": kept.pk,
    }


def _waves() -> dict[str, Any]:
    """A wave in preparation, one that runs, and a published one."""
    from leitstern.app.waves import actions
    from leitstern.collect.roster import Person, Roster
    from leitstern.core.inside.ratings import View

    made = [actions.prepare(COMMAND_LINE, name, date(2090, 6, 30)) for name in ("first", "second", "third")]
    for wave in made[:2]:
        actions.hand_in_roster(COMMAND_LINE, wave, Roster([Person("", "", View.EXECUTIVES)] * 5))
        actions.launch(COMMAND_LINE, wave, "http://testserver")
        if wave == made[0]:
            actions.publish(COMMAND_LINE, actions.close(COMMAND_LINE, wave))
    published, running, draft = (wave.pk for wave in made)
    return {"wave_id": published, "running": running, "draft": draft, "page": 1, "step": "close"}


def _change() -> dict[str, Any]:
    """A published brief whose draft says more by now, something that is said, and a workshop something came of."""
    from leitstern.app.change import briefing, messaging, shaping
    from leitstern.app.change.models import Language
    from leitstern.app.portfolio.models import Initiative
    from leitstern.core.bridge.change.brief import BriefDraft
    from leitstern.core.bridge.change.talk import Channel

    row, day = Initiative.objects.earliest("id"), date(2026, 1, 5)
    brief = briefing.keep_brief(COMMAND_LINE, row, Language.GERMAN, BriefDraft("For people.", "Board"))
    version = briefing.publish(COMMAND_LINE, brief)
    briefing.keep_brief(COMMAND_LINE, row, Language.GERMAN, BriefDraft("For people, and more.", "Board"))
    copy = version.copies.get()
    plan = messaging.Plan("Round", day, Channel.TEAM, "Head", units=("service",))
    held = shaping.keep_shaping(COMMAND_LINE, shaping.Held("Record", day, ()), day)
    return {
        "brief_id": brief.pk,
        "edition_id": version.pk,
        "copy_id": copy.pk,
        "handed_id": briefing.hand_out(COMMAND_LINE, copy, day, 9, Channel.MAIL).pk,
        "reading": copy.token,
        "message_id": messaging.keep_message(COMMAND_LINE, plan).pk,
        "shaping_id": held.pk,
        "consequence_id": shaping.record_consequence(COMMAND_LINE, held, "Done.", day).pk,
        "language": "en",
    }


def _learned() -> dict[str, Any]:
    """A group whose own gap teaches something: it believes too well of two touchpoints."""
    from leitstern.app.inside.actions import record_room

    for touchpoint in ("call_help", "offer_letter"):
        record_room(COMMAND_LINE, "room", touchpoint, "satisfied", "executives", [80, 81, 82, 83, 84])
    return {"group": "executives"}


def _portfolio() -> dict[str, Any]:
    """A goal that was read, an approved initiative with result and promise, and one that waits for approval."""
    from leitstern.app.portfolio import following
    from leitstern.app.portfolio.approving import approve
    from leitstern.app.portfolio.keeping import keep_goal, keep_initiative
    from leitstern.core.bridge.portfolio.drafts import GoalDraft, InitiativeDraft
    from leitstern.core.bridge.portfolio.picture import Expectation
    from leitstern.core.bridge.portfolio.stage import Stage
    from leitstern.core.bridge.portfolio.terms import Aim, Kind

    goal = keep_goal(COMMAND_LINE, GoalDraft("Loyal", metric="Stay", accountable=("Board",)))
    expects = Expectation("Stay", 1, 2, "", date(2090, 1, 1), "Board")
    said = InitiativeDraft("Talk", Kind.PEOPLE, Aim.EXPERIENCE, ("service",), owner="Head", expects=expects)
    row, waiting = keep_initiative(COMMAND_LINE, said), keep_initiative(COMMAND_LINE, said)
    approve(COMMAND_LINE, row)
    measured = following.Measured(date(2026, 1, 5), 2, 1, 3, 9, "Survey")
    promise = following.record_promise(
        COMMAND_LINE, row, vendor="V", capability="c", metric="m", level="l", due=date(2026, 1, 5)
    )
    return {
        "goal_id": goal.pk,
        "initiative_id": row.pk,
        "waiting": waiting.pk,
        "holder_id": goal.accountable.get().pk,
        "promise_id": promise.pk,
        "reading_id": following.record_reading(COMMAND_LINE, goal, measured).pk,
        "result_id": following.record_result(COMMAND_LINE, row, measured).pk,
        "turn_id": following.turn(COMMAND_LINE, row, Stage.RUNNING, date(2026, 1, 5)).pk,
    }


def _practice() -> dict[str, Any]:
    """A principle with an exemption and a count, an entry of the stop list, a pilot that became standard, a story."""
    from leitstern.app.practice import counting, ending, keeping, retrospecting, spreading, telling, trying
    from leitstern.collect.practice_file import CountLine
    from leitstern.core.bridge.practice.drafts import PilotDraft, PrincipleDraft, RuleDraft, StopDraft
    from leitstern.core.bridge.practice.retrospectives import (
        AgreementDraft,
        Became,
        NewsDraft,
        RetrospectiveDraft,
    )
    from leitstern.core.bridge.practice.telling import StoryDraft
    from leitstern.core.bridge.practice.terms import PilotEnd, StopKind, Teller

    day = date(2026, 1, 5)
    rule = RuleDraft("letters", "plain")
    principle = keeping.keep_principle(COMMAND_LINE, PrincipleDraft("Plain letters", day), rule=rule)
    tried = PilotDraft("Call back", "Nobody calls twice.", day, boundary="A team", stop_rule="Too long")
    pilot = trying.keep_pilot(COMMAND_LINE, tried)
    end = trying.end_pilot(COMMAND_LINE, pilot, PilotEnd.FINISHED, day, "It works")
    enter_role(COMMAND_LINE, "Adviser", "branches", 30)
    told = StoryDraft("A folder", Teller.CUSTOMER, "It stayed.", "Somebody took it.", "branches", day)
    story = telling.keep_story(COMMAND_LINE, told)
    telling.publish(COMMAND_LINE, telling.approve(COMMAND_LINE, story))
    counted = [CountLine(principle.slug, "", day.replace(day=1), 1, 2)]
    standard = spreading.make_standard(COMMAND_LINE, pilot, day, "Two people", principle=principle)
    back = retrospecting.keep_retrospective(COMMAND_LINE, RetrospectiveDraft("Winter", day, "Lists again"))
    agreed = retrospecting.agree(COMMAND_LINE, back, AgreementDraft("No lists", "Head", date(2090, 1, 1)))
    moved = NewsDraft(Became.POSTPONED, day, "Moving", until=date(2090, 2, 1))
    return {
        "retrospective_id": back.pk,
        "agreement_id": agreed.pk,
        "news_id": retrospecting.tell(COMMAND_LINE, agreed, moved).pk,
        "principle_id": principle.pk,
        "exemption_id": keeping.exempt(COMMAND_LINE, principle, "", "Moving", day, day).pk,
        "counts_id": counting.count(COMMAND_LINE, "x", counted, date(2026, 3, 5)).pk,
        "item_id": ending.keep_stop_item(COMMAND_LINE, StopDraft("Lists", StopKind.LIST, day)).pk,
        "pilot_id": pilot.pk,
        "ending_id": end.pk,
        "taken_id": spreading.take_up(COMMAND_LINE, pilot, "service", day).pk,
        "shown_id": trying.show(COMMAND_LINE, pilot, "service", day).pk,
        "standard_id": standard.pk,
        "story_id": story.pk,
        "move": "publish",
    }


def _policy() -> dict[str, Any]:
    """A contact rule that waits for somebody to agree, and a decision on how personal a contact is."""
    from leitstern.app.policy import keeping, personal
    from leitstern.core.bridge.policy.personal import Answers, PersonalDraft
    from leitstern.core.bridge.policy.rules import Demand, Occasion, Words
    from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Purpose

    day, later = date(2026, 1, 5), date(2090, 1, 1)
    paid = Occasion(OccasionKind.TOUCHPOINT, "payoff")
    rule = keeping.keep_rule(
        COMMAND_LINE, Demand(paid, "thank_you", Duty.MUST, day), Words("Because", "Thanked", "Head", later)
    )
    draft = PersonalDraft("login", Purpose.SELL, Answers(False, "", False), "Head", later)
    return {"rule_id": rule.pk, "decision_id": personal.keep_personal(COMMAND_LINE, draft).pk}


def _count_of_ties() -> int:
    """Who works with whom between two departments."""
    from numpy import array

    from leitstern.app.silo.actions import keep_ties
    from leitstern.core.inside.silo.ties import Ties

    counted = Ties(("service", "branches"), (40, 30), array([[90, 20], [20, 70]]))
    return keep_ties(COMMAND_LINE, "ties.csv", counted, date(2026, 1, 5), "calendars").pk


def _watch() -> dict[str, Any]:
    """A series that is settled, an alarm that is open, and what departments say of the change."""
    from leitstern.app.settled.models import Level
    from leitstern.app.watch.models import Alarm, Judgement, Meaning, Wording

    Meaning.objects.create(text="Nobody has to ask twice.", actor="x")
    for day in (date(2025, 2, 3), date(2025, 5, 3), date(2025, 8, 3)):
        for unit in ("service", "branches", "lending"):
            said = Wording.objects.create(unit=unit, day=day, text="Nobody asks twice.", actor="x")
            for reader in ("anne", "ben"):
                Judgement.objects.create(wording=said, same=True, actor=reader)
    period = {"start": date(2025, 1, 1), "end": date(2025, 9, 30)}
    return {
        "series": "reading",
        "tied": "touchpoint",
        "level_id": Level.objects.create(stream="reading", why="Held.", actor="x", **period).pk,
        "alarm_id": Alarm.objects.create(day=date(2026, 1, 5), kinds=["cultural"], rests_on=[]).pk,
        "wording_id": Wording.objects.create(unit="service", day=period["end"], text="Calm.", actor="x").pk,
    }


def _desk() -> dict[str, Any]:
    from leitstern.app.desk.keeping import enter
    from leitstern.app.desk.models import Way
    from leitstern.app.desk.queries import kinds
    from leitstern.app.desk.typed import Typed

    typed = Typed(
        "C-1", kinds()[0], "call_help", step="Send a card", department="service", step_due="2026-12-01"
    )
    entry = enter(COMMAND_LINE, typed, Way.FORM, "probe")
    return {"entry_id": entry.pk, "contact_id": entry.pk, "what": "step"}


def _quote() -> dict[str, Any]:
    from leitstern.app.answers import quoting
    from leitstern.app.answers.asking import require_answers
    from leitstern.app.answers.comments import found_comments
    from leitstern.app.answers.comments_form import CommentsForm
    from leitstern.app.outside.reading import require_published

    choice = require_answers(require_published(), {}, "en", CommentsForm, beside=False)
    one, other = found_comments(choice).comments[:2]
    picked = quoting.pick(COMMAND_LINE, one.ref, "So that it is heard.", checked=True)
    return {"pick_id": picked.pk, "ref": other.ref}


def _competitor() -> int:
    """A figure about a competitor."""
    from leitstern.app.competitors import keeping
    from leitstern.core.bridge.competitors.figure import Asked, FigureDraft, Origin

    draft = FigureDraft(
        "Nordstern", "payoff", "satisfied", 70, 100, 2026, "Study", "1 to 5", Asked.SAME, Origin.COMMISSIONED
    )
    return keeping.enter(COMMAND_LINE, draft).pk


def _maps() -> dict[str, Any]:
    """A map with a pain that somebody noted."""
    from leitstern.app.maps.actions import note_pain

    pain = note_pain(COMMAND_LINE, "lost_card", "card_block", "Nobody answers at night.")
    return {
        "map_things": {"slug": "lost_card", "number": 1, "pain_id": pain.pk},
        "map": "lost_card",
        "pain": pain.pk,
    }


def _shared_language() -> dict[str, Any]:
    """A check that departments are in, and a value that was left out."""
    from leitstern.app.company.queries import require_version
    from leitstern.app.intake.models import Import
    from leitstern.app.taxonomy.models import AgreementCheck, Decision, Seat

    check = AgreementCheck.objects.create(
        asked="stage", words=["Pay-off"], choices=[["life", "Life", "Leben"]], known={}, seed=1, actor="test"
    )
    seat = Seat.objects.create(check_run=check, unit="service")
    Seat.objects.create(check_run=check, unit="branches")
    left = Decision.objects.create(
        kind="channel", value="Pigeon", spelling="pigeon", outcome="left_out", reason="Long ago", actor="test"
    )
    return {
        "check_id": check.pk,
        "token": seat.token,
        "decision_id": left.pk,
        "import_id": Import.objects.order_by("pk")[0].pk,
        "number": require_version().pk,
        "sort": "touchpoint",
        "slug": "payoff",
    }


def _voice() -> dict[str, Any]:
    """A text of an assistant, and rules by which it is judged."""
    from leitstern.app.voice import keeping, queries
    from leitstern.collect.voice_file import VoiceRow
    from leitstern.core.bridge.voice.rules import Tongue

    keeping.enter_rules(COMMAND_LINE, begin_with("en"), "To begin with.")
    row = VoiceRow("robo", "Robo", "", "payoff", date(2026, 1, 5), Tongue.EN, "On Friday.")
    sample = keeping.bring(COMMAND_LINE, "texts.csv", [row])
    [text] = queries.drawn_texts(1)
    return {
        "voice": {"slug": "robo", "number": text.number, "sample_id": sample.pk},
        "sample_id": sample.pk,
        "text_id": text.number,
    }


def _window() -> dict[str, Any]:
    """The window of customer service, and everybody with a role who gets its letter."""
    from leitstern.app.accounts.models import Person
    from leitstern.app.window.subscribing import subscribe, token_of

    reader = Person.objects.create(email="reader@example.org", name="Rosa Reader", role=Role.SERVICE)
    return {
        "department": "service",
        "subscription_id": subscribe(COMMAND_LINE, "service", role=Role.OWNER).pk,
        "leaving": token_of(reader, "service"),
    }


def _programme() -> dict[str, Any]:
    """A programme with an alarm at its first step, a hurdle, a task, a plan and a scenario."""
    from leitstern.app.programme import beginning, planning, stepping, tasking
    from leitstern.app.programme.betting import BetDraft, ReadingDraft, WireDraft, place_bet, read_wire
    from leitstern.app.programme.hurdling import HurdleDraft, clear_hurdle, keep_hurdle
    from leitstern.core.bridge.programme.as_json import change_json
    from leitstern.core.bridge.programme.bet import BetKind
    from leitstern.core.bridge.programme.duration import ThreePoint
    from leitstern.core.bridge.programme.hurdle import HurdleKind
    from leitstern.core.bridge.programme.scenario import Change
    from leitstern.core.bridge.programme.task import Side
    from leitstern.core.inside.instrument import EvidenceType
    from leitstern.core.inside.steps import Step

    me, day, first = COMMAND_LINE, date(2026, 1, 5), Step.TOP_MANAGEMENT
    row = beginning.begin(me, "Close by", day, beginning.RouteChoice())
    beginning.fix_baseline(me, row, day, 40, "Survey")
    opened = stepping.open_step(me, row, first, stepping.Opening("Board"), day)
    stepping.claim_step(me, row, first, 2, "", day)
    stepping.sound_alarm(me, row, first, "Lists are back", day)
    draft = tasking.TaskDraft("Talk", Side.PEOPLE, ThreePoint(1, 2, 3), "Talkers")
    kept = tasking.keep_task(me, row, draft)
    later = change_json(Change(wait=3)) | {"initiatives": []}
    wires = (WireDraft("Share", bound=8.0, source="Study", reader="Strategy"),)
    bet = place_bet(me, BetDraft(BetKind.NICHE, "Board", "Calm", date(2099, 1, 5), wires))
    wire = bet.wires.get()
    gone = keep_hurdle(me, row, HurdleDraft("Cost centres", HurdleKind.CULTURE, day))
    planning.plan_now(me, row)
    return {
        "bet_id": bet.pk,
        "lost_bet": place_bet(me, BetDraft(BetKind.WAIT, "Board", "Calm", date(2099, 1, 5))).pk,
        "wire_id": wire.pk,
        "reading_id": read_wire(me, wire, ReadingDraft(day, "Study", 9.0)).pk,
        "number": 1,
        "closed_step": 2,
        "late_step": 7,
        "expectation_id": beginning.expect(me, row, "Board", "More", day).pk,
        "move_id": opened.pk,
        "proof_id": stepping.bring_proof(me, row, first, EvidenceType.DOCUMENT, "Plan", day).pk,
        "hurdle_id": keep_hurdle(me, row, HurdleDraft("Lists", HurdleKind.SILOS, day)).pk,
        "cleared_hurdle": clear_hurdle(me, gone, "Nobody asks any more.", day).pk,
        "task_id": tasking.begin_task(me, kept, day).pk,
        "scenario_id": planning.keep_scenario(me, row, "Later", later).pk,
    }


def _cards() -> dict[str, Any]:
    """A knowledge card that waits for a ruling."""
    from leitstern.app.cards import drafting
    from leitstern.core.bridge.cards.terms import CardDraft, Kind

    card = drafting.draft_card(COMMAND_LINE, CardDraft("They want a person.", date(2099, 1, 5)))
    drafting.link(COMMAND_LINE, card, Kind.OUTSIDE, "A study\nPeople prefer people.")
    source = drafting.link(COMMAND_LINE, card, Kind.CLAIM, "it-overruns")
    return {"card_id": card.pk, "source_id": source.pk, "form_name": "outside"}


def _leadership() -> dict[str, Any]:
    """An act, a meeting, hours, a vote and a file; a question that waits with evidence, and one that was decided."""
    from leitstern.app.leadership import acting, deciding, declaring
    from leitstern.app.leadership.freezing import Shown
    from leitstern.core.bridge.leadership import terms
    from leitstern.core.bridge.leadership.alignment import Counted, Form, Vote
    from leitstern.core.bridge.leadership.drafts import (
        ActDraft,
        CommitmentDraft,
        MeetingDraft,
        QuestionDraft,
        VerdictDraft,
    )

    me, day = COMMAND_LINE, date(2026, 1, 5)
    waits, decided = (deciding.ask(me, QuestionDraft("Who?", terms.Circle.BOARD, day)) for _ in "ab")
    proof = deciding.put_on_the_table(me, waits, Shown(terms.Proof.VOICE, said="Slow."))
    deciding.decide(me, decided, VerdictDraft(day, "We.", changed=False, reason="Ours."))
    act = acting.enter_act(me, ActDraft(day, terms.ActKind.VISIT, "service", "Listened", follow_up="x"))
    hours = CommitmentDraft("service", "Talks", 4, terms.Work.CHANGE, day)
    vote = Vote("First?", Form.POINTS, day, (Counted("a", (2, 3)),))
    return {
        "leadership": {
            "act_id": act.pk,
            "batch_id": acting.bring_acts(me, "acts.csv", []).pk,
            "commitment_id": declaring.commit(me, hours).pk,
            "decision_id": waits.pk,
            "kind": "acts",
            "meeting_id": acting.enter_meeting(me, MeetingDraft(day, 60, 10)).pk,
            "proof_id": proof.pk,
            "vote_id": declaring.enter_vote(me, vote).pk,
        },
        "waiting_decision": waits.pk,
        "taken_decision": decided.pk,
        "leadership_table": "meetings",
    }


def _known() -> dict[str, Any]:
    from leitstern.app.surveys.knowing import open_test

    opened = open_test(COMMAND_LINE)
    return {"round_id": opened.pk, "token": opened.token}


def _text_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("chart.txt", b"Journey owners: Anna, Ben.")


def arguments(name: str, things: dict[str, Any], me: Person | None) -> dict[str, Any]:
    """What the address of `name` needs."""
    if name in ("accounts:change-person", "ties:close"):
        return {"person_id": me.pk if me else 1}
    if name == "accounts:revoke-key":
        return {"key_id": create_key(me, "probe")[0].pk if me else 1}
    if name.startswith("window:") and "slug" in named(name):
        return {"slug": things["department"]} | (
            {"token": things["leaving"]} if name == "window:leave" else {}
        )
    if name == "ties:around":
        return {"kind": "touchpoint", "slug": things["slug"]}
    if name.startswith("watch:") and named(name) == ["slug"]:
        return {"slug": things["series"]}
    if name.startswith("maps:"):
        return {parameter: things["map_things"][parameter] for parameter in named(name)}
    if name.startswith("taxonomy:"):
        return {parameter: things["taxonomy"][parameter] for parameter in named(name)}
    if name.startswith("voice:"):
        return {parameter: things["voice"][parameter] for parameter in named(name)}
    if name.startswith("adoption:"):
        team = {"slug": "north"} if "team" in name and "live" not in name else {}
        return {parameter: (things["adoption"] | team)[parameter] for parameter in named(name)}
    if name.startswith("leadership:"):
        return {parameter: things["leadership"][parameter] for parameter in named(name)}
    if name.startswith("policy:"):
        return {parameter: things["policy"][parameter] for parameter in named(name)}
    if name.startswith("structure:"):
        return {parameter: things["structure"][parameter] for parameter in named(name)}
    if name.startswith("surveys:known-"):
        return {parameter: things["known"][parameter] for parameter in named(name)}
    if name.startswith("stack:"):
        return {parameter: things["technology"][parameter] for parameter in named(name)}
    if name.startswith("incentives:") and named(name) == ["slug"]:
        return {"slug": things["figure"]}
    if name == "web:method-page":
        return {"slug": things["method"]}
    parameters = named(name)
    tokens = {
        "accounts:start": "link",
        "change:read": "reading",
        "intake:guided": "guided",
        "outside:customer": "customer",
        "outside:erase": "customer",
        "surveys:phone": "phone",
        "waves:answer": "guided",
        "waves:block": "guided",
        "waves:review": "guided",
        "workshop:phone": "room",
        "workshop:phone-now": "room",
    }
    return {p: things[tokens.get(name, p) if p == "token" else p] for p in parameters}


POSTED: dict[str, dict[str, str]] = {
    "accounts:change-person": {"link": "1"},
    "surveys:keep": {"group": "staff"},
    "surveys:open": {"touchpoint": "payoff", "facet": "satisfied"},
    "bridge:new": {"choice": "do nothing"},
}
MEASURED = {"day": "2026-01-05", "value": 2, "low": 1, "high": 3, "n": 9, "source": "Survey"}
PROMISE = {"vendor": "V", "capability": "c", "metric": "m", "level": "l", "due": "2026-01-05"}
TALK = {"title": "Talk", "kind": "people", "aim": "experience", "units": ["service"]}
INBOX = """
version: 1
time_zone: Europe/Berlin
sources:
  - {name: calls, file: calls.csv, customer: who, contacts: [{touchpoint: {column: what}, at: at}]}
"""
STAND_INS = {  # operation → parameter → the thing it needs instead of the usual one
    "/api/v1/adoption/applications/{slug}": {"slug": "watched"},
    "/api/v1/adoption/applications/{slug}/live": {"slug": "watched"},
    "/api/v1/adoption/applications/{slug}/live/{team}": {"slug": "watched", "team": "adopting_team"},
    "/api/v1/adoption/applications/{slug}/meaning": {"slug": "watched"},
    "/api/v1/adoption/applications/{slug}/rollout": {"slug": "watched"},
    "/api/v1/adoption/rollout/{step_id}": {"step_id": "rollout_point"},
    "/api/v1/adoption/tables/{kind}": {"kind": "adoption_table"},
    "/api/v1/claims/{slug}": {"slug": "published"},
    "/api/v1/intake/inboxes/{name}/closing": {"name": "inbox"},
    "/api/v1/operations/waiting/{import_id}/replay": {"import_id": "quarantined"},
    "/api/v1/operations/waiting/{import_id}/trial": {"import_id": "quarantined"},
    "/api/v1/surveys/knowledge/{round_id}": {"round_id": "known_round"},
    "/api/v1/surveys/knowledge/{round_id}/reveal": {"round_id": "known_round"},
    "/api/v1/incentives/conflicts/{first}/{second}/verdict": {
        "first": "asked_first",
        "second": "asked_second",
    },
    "/api/v1/incentives/figures/{slug}/pushes": {"slug": "figure"},
    "/api/v1/incentives/templates/conflicts/{template}": {"template": "conflict_template"},
    "/api/v1/leadership/decisions/{decision_id}": {"decision_id": "taken_decision"},
    "/api/v1/leadership/decisions/{decision_id}/reviews": {"decision_id": "taken_decision"},
    "/api/v1/leadership/decisions/{decision_id}/reversal": {"decision_id": "taken_decision"},
    "/api/v1/leadership/decisions/{decision_id}/table": {"decision_id": "waiting_decision"},
    "/api/v1/leadership/decisions/{decision_id}/verdict": {"decision_id": "waiting_decision"},
    "/api/v1/leadership/tables/{kind}": {"kind": "leadership_table"},
    "/api/v1/organisation/units/{unit}": {"unit": "own_unit"},
    "/api/v1/organisation/units/{unit}/closing": {"unit": "own_unit"},
    "/api/v1/organisation/units/{unit}/merger": {"unit": "own_unit"},
    "/api/v1/organisation/units/{unit}/name": {"unit": "own_unit"},
    "/api/v1/policy/rules/{rule_id}/{move}": {"rule_id": "contact_rule", "move": "contact_move"},
    "/api/v1/portfolio/initiatives/{initiative_id}/approval": {"initiative_id": "waiting"},
    "/api/v1/programme/bets/{bet_id}/ending": {"bet_id": "lost_bet"},
    "/api/v1/programme/hurdles/{hurdle_id}/reopening": {"hurdle_id": "cleared_hurdle"},
    "/api/v1/programme/steps/{step}": {"step": "number"},
    "/api/v1/programme/steps/{step}/alarms": {"step": "number"},
    "/api/v1/programme/steps/{step}/answers": {"step": "number"},
    "/api/v1/programme/steps/{step}/claims": {"step": "number"},
    "/api/v1/programme/steps/{step}/opening": {"step": "closed_step"},
    "/api/v1/programme/steps/{step}/proofs": {"step": "number"},
    "/api/v1/programme/steps/{step}/reviews": {"step": "number"},
    "/api/v1/programme/steps/{step}/skips": {"step": "late_step"},
    **{
        f"/api/v1/taxonomy/terms/{{sort}}/{{slug}}{what}": {"sort": "taxonomy_sort", "slug": "taxonomy_slug"}
        for what in ("", "/merger", "/preview", "/retirement")
    },
    **{
        f"/api/v1/taxonomy/versions/{{number}}{what}": {"number": "taxonomy_number"}
        for what in ("", "/changes", "/return")
    },
    "/api/v1/taxonomy/agreement/answers/{token}": {"token": "taxonomy_token"},
    "/api/v1/taxonomy/agreement/{check_id}": {"check_id": "taxonomy_check_id"},
    "/api/v1/taxonomy/agreement/{check_id}/closing": {"check_id": "taxonomy_check_id"},
    "/api/v1/taxonomy/agreement/{check_id}/reinstatement": {"check_id": "taxonomy_check_id"},
    "/api/v1/taxonomy/decisions/{decision_id}": {"decision_id": "taxonomy_decision_id"},
    "/api/v1/technology/files/{stack_file}/withdraw": {"stack_file": "kept_stack_file"},
    "/api/v1/ties/{kind}/{slug}": {"kind": "tied"},
    **{
        f"/api/v1/maps/{{slug}}{what}": {"slug": "map", "pain_id": "pain"}
        for what in ("", "/lived", "/pains", "/pains/{pain_id}", "/versions")
    },
    "/api/v1/watch/levels/{slug}": {"slug": "series"},
    "/api/v1/watch/series/{slug}": {"slug": "series"},
    "/api/v1/waves/{wave_id}/roster": {"wave_id": "draft"},
    "/api/v1/waves/{wave_id}/on-paper": {"wave_id": "draft"},
    "/api/v1/waves/{wave_id}/sheets": {"wave_id": "running"},
    "/api/v1/waves/{wave_id}/sheets/compare": {"wave_id": "running"},
    "/api/v1/waves/{wave_id}/sheets/last": {"wave_id": "running"},
    "/api/v1/waves/{wave_id}/steps/{step}": {"wave_id": "running"},
    "/api/v1/window/{unit}": {"unit": "department"},
    "/api/v1/window/{unit}/letter": {"unit": "department"},
    "/api/v1/workshops/{workshop_id}/count": {"workshop_id": "held"},
    "/api/v1/workshops/{workshop_id}/leave-out": {"workshop_id": "held"},
}
STATEMENTS = range(1, 67)  # of the instrument that is shipped
SHEET = (
    f"sheet,unit,level,{','.join(map(str, STATEMENTS))}\n1,,executives,{','.join('5' for _ in STATEMENTS)}\n"
)
LET_IN = {  # who may is let in, and told that there is nothing here to do it with
    ("/api/v1/answers/quotes", "post"): 404,
    ("/api/v1/outside/customers/story", "post"): 404,
    ("/api/v1/taxonomy/decisions", "post"): 422,
    ("/api/v1/taxonomy/stale-imports/{import_id}", "post"): 409,
    ("/api/v1/taxonomy/terms/{sort}/{slug}/preview", "post"): 422,
    ("/api/v1/taxonomy/terms/{sort}/{slug}/retirement", "post"): 404,
}
ASKED = {  # what an operation needs to be asked
    "/api/v1/placement/assumptions/{name}/trial": "?value=2.1",
    "/api/v1/taxonomy/versions/{number}/changes": "?since=1",
}
VOICE_STATEMENTS = begin_with("en").statements
BODIES = {
    "/api/v1/answers/quotes": {"ref": "0-0", "reason": "So that it is heard.", "checked": True},
    "/api/v1/answers/quotes/{pick_id}/move": {"way": "up"},
    "/api/v1/cards": {"sentence": "They want a person.", "until": "2099-01-05"},
    "/api/v1/cards/{card_id}": {"sentence": "They want somebody.", "until": "2099-01-05"},
    "/api/v1/cards/{card_id}/rulings": {"confirmed": False, "reason": "Who says so?"},
    "/api/v1/cards/{card_id}/sources": {"kind": "outside", "reference": "Another study\nPeople call."},
    "/api/v1/intake/inboxes": {"name": "nightly", "mapping": INBOX},
    "/api/v1/operations/waiting/{import_id}/replay": {"mapping": INBOX},
    "/api/v1/safekeeping/backups": {"target": "/"},
    "/api/v1/safekeeping/exports": {"with_csv": False},
    "/api/v1/operations/waiting/{import_id}/trial": {"mapping": INBOX},
    "/api/v1/outside/customers/story": {"kind": "customer_no", "number": "C-2", "purpose": "rights"},
    "/api/v1/outside/customers/erasure": {"kind": "customer_no", "number": "nobody"},
    "/api/v1/contacts": {"number": "C-2", "kind": "customer_no", "touchpoint": "call_help"},
    "/api/v1/maps/{slug}": {"name": {"en": "A new card"}, "steps": [{"touchpoint": "card_block"}]},
    "/api/v1/maps/{slug}/pains": {"touchpoint": "card_block", "words": "Nobody answers at night."},
    "/api/v1/competitors/figures": {
        "competitor": "Hafen",
        "statement": "satisfied",
        "percent": 60,
        "year": 2026,
        "source": "Study",
        "asked": "unknown",
        "origin": "independent",
    },
    "/api/v1/voice/rules": {
        "why": "Fewer rules.",
        "rules": [],
        "statements": [{"text": each.text, "side": each.side} for each in VOICE_STATEMENTS],
    },
    "/api/v1/voice/texts": {
        "texts": [
            {"system": "Robo", "touchpoint": "payoff", "day": "2026-01-06", "language": "en", "text": "Yes."}
        ]
    },
    "/api/v1/voice/texts/{text_id}/answers": {"answers": {each.key: "yes" for each in VOICE_STATEMENTS}},
    "/api/v1/watch/alarms/{alarm_id}/closing": {"outcome": "false", "reason": "Counted twice."},
    "/api/v1/watch/own-words": {"unit": "service", "day": "2025-01-15", "text": "Nobody has to ask twice."},
    "/api/v1/watch/own-words/meaning": {"text": "Nobody has to ask twice."},
    "/api/v1/watch/own-words/{wording_id}/judgements": {"same": True},
    "/api/v1/watch/levels/{slug}": {"start": "2025-01-01", "end": "2025-09-30", "why": "It held."},
    "/api/v1/evidence/assessments": {
        "assessor": "Audit Ltd",
        "ratings": [{"dimension": "k1", "level": 2}],
    },
    "/api/v1/evidence/claims": {"dimension": "k2", "level": 2},
    "/api/v1/evidence/claims/{claim_id}/reviews": {"level": 1},
    "/api/v1/evidence/proofs": {"dimension": "k1", "kind": "document", "title": "x", "day": "2026-01-05"},
    "/api/v1/incentives/conflicts/{first}/{second}/priority": {
        "figure": "cost_per_contact",
        "condition": "Always.",
        "owner": "Board",
        "review": "2090-06-30",
    },
    "/api/v1/incentives/conflicts/{first}/{second}/verdict": {"confirmed": True},
    "/api/v1/organisation/trainings": {"unit": "service", "skill": "data", "day": "2026-01-05", "people": 9},
    "/api/v1/incentives/boundaries": {
        "what": "Insults",
        "then": "Hang up.",
        "decider": "Team lead",
        "since": "2026-01-05",
    },
    "/api/v1/incentives/boundaries/{boundary_id}/counts": {
        "unit": "service",
        "month": "2026-01-05",
        "cases": 3,
    },
    "/api/v1/incentives/targets": {"percent": 40, "by": "2090-06-30", "owner": "Board"},
    "/api/v1/incentives/figures": {
        "name": "Margin",
        "unit": "branches",
        "horizon": "short",
        "direction": "higher",
        "origin": "finance",
        "definition": "In % of revenue.",
    },
    "/api/v1/incentives/figures/{slug}/pushes": {"lever": "Depth of checks", "up": True},
    "/api/v1/adoption/applications": {"name": "Mail", "meaning": {"active": "Wrote one."}},
    "/api/v1/adoption/applications/{slug}/live": {"day": "2026-01-05", "teams": ["north"]},
    "/api/v1/adoption/applications/{slug}/meaning": {"active": "Answered a chat."},
    "/api/v1/adoption/applications/{slug}/rollout": {"kind": "training", "title": "One hour"},
    "/api/v1/adoption/rollout/{step_id}": {"done": "2026-01-05"},
    "/api/v1/adoption/campaigns/rules": {
        "since": "2026-02-01",
        "settled_from": "2026-02-01",
        "fields": [{"name": {"en": "Purpose", "de": "Zweck"}, "words": "list", "allowed": ["win"]}],
    },
    "/api/v1/adoption/campaigns/spellings": {"field": "purpose", "given": "obtain", "term": "win"},
    "/api/v1/adoption/tables/{kind}": {"content": "Team,Department,People\nSouth,service,9\n"},
    "/api/v1/adoption/usage": {
        "rows": [{"application": "chat", "team": "north", "week": "2026-01-05", "eligible": 9, "active": 5}]
    },
    "/api/v1/incentives/exclusions": {"name": "Ice", "why": "external", "reasons": ["ice"]},
    "/api/v1/incentives/templates/conflicts/{template}": {"first": "service", "second": "service"},
    "/api/v1/incentives/templates/figures/{template}": {"unit": "corporate"},
    "/api/v1/incentives/tables/{kind}": {"content": "Month,cost_per_contact\n2026-01,5\n"},
    "/api/v1/change/initiatives/{initiative_id}/briefs/{language}": {
        "why": "For people.",
        "speaker": "Board",
    },
    "/api/v1/change/messages": {
        "title": "Round",
        "day": "2026-01-05",
        "channel": "team",
        "who": "Head",
        "units": ["service"],
    },
    "/api/v1/change/briefs/{brief_id}/copies": {"n": 9, "day": "2026-01-05", "channel": "mail"},
    "/api/v1/change/workshops/{shaping_id}/consequences": {"text": "Done.", "day": "2026-01-05"},
    "/api/v1/change/workshops": {"title": "Record", "day": "2026-01-05"},
    "/api/v1/leadership/acts": {"day": "2026-01-05", "kind": "visit", "area": "service", "said": "Listened"},
    "/api/v1/leadership/commitments": {
        "area": "service",
        "title": "Talks",
        "hours": 4,
        "work": "change",
        "since": "2026-01-05",
    },
    "/api/v1/leadership/decisions": {"question": "Who?", "circle": "board", "asked": "2026-01-05"},
    "/api/v1/leadership/decisions/{decision_id}/reviews": {"found": "It works."},
    "/api/v1/leadership/decisions/{decision_id}/reversal": {"why": "It does not."},
    "/api/v1/leadership/decisions/{decision_id}/table": {"kind": "voice", "said": "Slow."},
    "/api/v1/leadership/decisions/{decision_id}/verdict": {
        "day": "2026-01-06",
        "decided": "We.",
        "changed": False,
    },
    "/api/v1/leadership/hours": {"area": "service", "hours": 20},
    "/api/v1/leadership/meetings": {"day": "2026-01-05", "minutes": 60, "customers": 10},
    "/api/v1/leadership/tables/{kind}": {"content": "Day,Minutes,Minutes on customers\n2026-01-05,60,10\n"},
    "/api/v1/leadership/votes": {
        "question": "First?",
        "form": "points",
        "day": "2026-01-05",
        "things": [{"name": "a", "counts": [2, 3]}],
    },
    "/api/v1/organisation/duties": {"place": "touchpoint", "called": "payoff"},
    "/api/v1/organisation/duties/{work_id}/{phase}": [],
    "/api/v1/organisation/interfaces": {"giver": "service", "receiver": "law", "what": "Case"},
    "/api/v1/organisation/interfaces/{interface_id}/claims": {
        "side": "receiver",
        "defined": False,
        "day": "2026-01-05",
    },
    "/api/v1/organisation/roles": {"name": "Clerk", "unit": "law", "people": 7},
    "/api/v1/organisation/tables/{table}": {"content": "Role,Unit,People\nScribe,service,6\n"},
    "/api/v1/organisation/units": {"name": "Press"},
    "/api/v1/organisation/units/{unit}": {"cut": "staff", "people": 6},
    "/api/v1/organisation/units/{unit}/merger": {"into": "service", "since": "2026-01-05"},
    "/api/v1/organisation/units/{unit}/name": {"name": "Law and contracts"},
    "/api/v1/portfolio/goals": {"title": "Loyal"},
    "/api/v1/portfolio/goals/{goal_id}": {"title": "Loyal", "metric": "Stay"},
    "/api/v1/portfolio/goals/{goal_id}/readings": MEASURED,
    "/api/v1/portfolio/initiatives": TALK,
    "/api/v1/portfolio/initiatives/{initiative_id}": TALK,
    "/api/v1/portfolio/initiatives/{initiative_id}/approval": {},
    "/api/v1/portfolio/initiatives/{initiative_id}/promises": PROMISE,
    "/api/v1/portfolio/initiatives/{initiative_id}/turns": {"stage": "ended", "day": "2026-01-31"},
    "/api/v1/portfolio/initiatives/{initiative_id}/results": MEASURED,
    "/api/v1/portfolio/responsible/{holder_id}": {"board": True, "left": "2026-01-31"},
    "/api/v1/programme": {"title": "Close by", "began": "2026-01-05"},
    "/api/v1/programme/baseline": {"day": "2026-01-05", "n": 40, "source": "Survey"},
    "/api/v1/programme/capacities": {"supply": "it", "amount": 40, "source": "Head of IT"},
    "/api/v1/programme/expectations": {"who": "Board", "what": "More", "day": "2026-01-05"},
    "/api/v1/programme/hurdles": {"title": "Lists", "kind": "silos", "since": "2026-01-05"},
    "/api/v1/programme/hurdles/{hurdle_id}/clearing": {"effect": "Nobody sends any", "day": "2026-01-06"},
    "/api/v1/programme/scenarios": {"title": "Later", "wait": 3},
    "/api/v1/programme/steps/{step}/alarms": {"words": "Lists are back", "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/answers": {"words": "Switched off", "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/claims": {"level": 2, "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/opening": {"owner": "Board", "holds": "yes", "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/proofs": {"kind": "document", "title": "Plan", "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/reviews": {"level": 1, "day": "2026-01-06"},
    "/api/v1/programme/steps/{step}/skips": {"who": "Viktor", "words": "No time", "day": "2026-01-06"},
    "/api/v1/waves/calendar": {"every": 6},
    "/api/v1/programme/bets": {"kind": "wait", "who": "Board", "reason": "Calm", "review": "2099-01-05"},
    "/api/v1/programme/bets/{bet_id}/ending": {"outcome": "Nobody came"},
    "/api/v1/programme/bets/{bet_id}/owner": {"to": "Head of Service"},
    "/api/v1/programme/bets/{bet_id}/renewals": {"review": "2099-01-05", "reason": "Still calm"},
    "/api/v1/programme/bets/{bet_id}/tripwires": {"what": "Churn", "source": "Letters", "reader": "Service"},
    "/api/v1/programme/tripwires/{wire_id}/readings": {"day": "2026-01-06", "source": "Study", "value": 9},
    "/api/v1/programme/tasks/{task_id}/turns": {"turn": "ended", "day": "2026-01-07"},
    "/api/v1/programme/tasks": {
        "title": "Build",
        "side": "technology",
        "low": 2,
        "mode": 3,
        "high": 6,
        "source": "Builders",
    },
    "/api/v1/portfolio/promises/{promise_id}/judgements": {
        "kept": True,
        "measured": "x",
        "day": "2026-01-05",
    },
    "/api/v1/policy/personal": {
        "touchpoint": "payoff",
        "purpose": "thank",
        "gain": False,
        "consent": False,
        "owner": "Head",
        "review": "2090-01-01",
    },
    "/api/v1/policy/rules": {
        "occasion_kind": "touchpoint",
        "occasion": "payoff",
        "touchpoint": "mortgage_offer",
        "duty": "must_not",
        "since": "2026-01-05",
        "reason": "Because",
        "outcome": "Left in peace",
        "owner": "Head",
        "review": "2090-01-01",
    },
    "/api/v1/practice/counts": [{"principle": "plain-letters", "month": "2026-02-01", "kept": 1, "cases": 2}],
    "/api/v1/practice/pilots": {
        "title": "Video",
        "hypothesis": "Nobody asks again.",
        "begins": "2026-01-05",
        "boundary": "A team",
        "stop_rule": "Nobody wants it",
    },
    "/api/v1/practice/pilots/{pilot_id}/ending": {"how": "stopped", "day": "2026-01-31"},
    "/api/v1/practice/pilots/{pilot_id}/shown": {"unit": "branches", "day": "2026-01-05"},
    **{
        f"/api/v1/practice/{what}/taken-up": {"unit": "service", "since": "2026-01-05"}
        for what in ("stories/{story_id}", "pilots/{pilot_id}")
    },
    **{
        f"/api/v1/practice/{what}/standard": {"day": "2026-01-05", "conditions": "Two people", "step": "Call"}
        for what in ("stories/{story_id}", "pilots/{pilot_id}")
    },
    "/api/v1/practice/agreements/{agreement_id}/news": {"how": "done", "day": "2026-01-31", "words": "Gone"},
    "/api/v1/practice/retrospectives": {"title": "Spring", "day": "2026-01-05", "seen": "Lists"},
    "/api/v1/practice/retrospectives/{retrospective_id}/agreements": {
        "what": "No lists",
        "owner": "Head",
        "due": "2026-02-01",
    },
    "/api/v1/practice/principles": {"sentence": "One person per case", "since": "2026-01-05"},
    "/api/v1/practice/principles/{principle_id}/rules": {"cases": "letters", "kept": "read aloud"},
    "/api/v1/practice/stop-list": {"name": "Report", "kind": "report", "ends": "2026-01-05"},
    "/api/v1/practice/stop-list/{item_id}/events": {"change": "ended", "day": "2026-01-31"},
    "/api/v1/practice/stories": {
        "title": "A letter",
        "teller": "staff",
        "lived": "Nobody asked.",
        "done": "We wrote one sentence.",
        "unit": "branches",
        "day": "2026-01-05",
    },
    "/api/v1/practice/uses": [{"item": "lists", "month": "2026-02-01", "uses": 0}],
    "/api/v1/silo/functions": {"units": {"service": ["service"]}},
    "/api/v1/silo/ties": {
        "day": "2026-01-05",
        "source": "calendars",
        "content": "Department,People,service,branches\nservice,40,90,20\nbranches,30,,70\n",
    },
    "/api/v1/taxonomy/agreement": {"asked": "department", "departments": ["service", "branches"]},
    "/api/v1/taxonomy/agreement/answers/{token}": {"answers": {"Pay-off": "life"}},
    "/api/v1/taxonomy/decisions": {"decisions": []},
    **{
        f"/api/v1/taxonomy/{what}": {"why": "Clearer", "says": {"importance": 0.8}, "into": "thank_you"}
        for what in (
            "terms/{sort}/{slug}",
            "terms/{sort}/{slug}/merger",
            "terms/{sort}/{slug}/preview",
            "terms/{sort}/{slug}/retirement",
            "versions/{number}/return",
        )
    },
    "/api/v1/technology/advice/{thing}/{which}/decision": {"option": "nothing", "reason": "Fine."},
    "/api/v1/technology/applications": {"name": "Newsletter"},
    "/api/v1/technology/applications/{application}/ratings": {"question": "use", "counts": [0, 0, 5, 0, 0]},
    "/api/v1/technology/files/{origin}": {"content": "Application\nNewer\n"},
    "/api/v1/placement/assumptions/{name}": {"value": 2.1, "why": "Own experience."},
    "/api/v1/waves": {"name": "Second wave", "closes": "2090-06-30"},
    "/api/v1/waves/{wave_id}/sheets": {"content": SHEET},
    "/api/v1/waves/{wave_id}/sheets/compare": {"content": SHEET},
    "/api/v1/waves/{wave_id}/roster": {"content": "address,unit,level\n,,executives\n"},
    "/api/v1/workshops": {"name": "Retreat"},
    "/api/v1/workshops/{workshop_id}/notes/{note_id}": {"text": "Claims has one owner."},
    "/api/v1/works-council/agreement": {
        "title": "Surveys",
        "agreed_on": "2026-01-05",
        "parties": "Bank and works council",
        "fewest": 7,
    },
    "/api/v1/reports/template": {
        "content": b64encode(
            (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
        ).decode()
    },
    "/api/v1/surveys/guesses": {"touchpoint": "payoff", "facet": "satisfied"},
    "/api/v1/surveys/knowledge": {},
    "/api/v1/inside/instruments": {
        "content": "format: 1\nslug: pulse\nversion: 1\nname: Pulse\nlicence: {name: Ours, text: All ours.}\n"
        "scale: {low: 1, high: 5, low_label: never, high_label: always}\n"
        "dimensions: [{slug: mood, name: Mood, question: How is it?}]\n"
        "items: [{slug: mood-1, dimension: mood, text: Fine.}]\n"
    },
    "/api/v1/bridge/measures/{measure_id}/owner": {"to": "Head of Service"},
    "/api/v1/bridge/measures/{measure_id}/cause": {"main": "unknown"},
    "/api/v1/bridge/measures": {
        "touchpoint": "payoff",
        "decision": "do nothing",
        "reason": "Too early to say.",
    },
}


def patterns(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, each.namespace or space)
        else:
            yield f"{space}:{each.name}", each


@cache
def named(name: str) -> list[str]:
    """The parameters of an address."""
    return list(dict(patterns(get_resolver()))[name].pattern.converters)


def allowed(person: Person | None, needs: May | str) -> bool:
    if needs == OPEN:
        return True
    return person is not None and (needs == SIGNED_IN or needs in person.capabilities)


def reading_first[T](asked: dict[tuple[str, str], T]) -> list[tuple[tuple[str, str], T]]:
    """As they stand here, but first those that change nothing, so that little has to be found anew."""
    return sorted(asked.items(), key=lambda each: each[0][1].lower() != "get")


def tried(role: Role | None, needs: May | str) -> bool:
    """Every role that may not is refused; of those who may by a capability, the one that may least of all is served."""
    if needs in {OPEN, SIGNED_IN} or role is None or needs not in CAPABILITIES[role]:
        return True
    return role == min(
        (each for each in Role if needs in CAPABILITIES[each]), key=lambda each: len(CAPABILITIES[each])
    )


def test_every_address_has_an_entry() -> None:
    known = {name for name, _pattern in patterns(get_resolver()) if not name.startswith("api:")}
    assert known == {name for name, _method in PAGES}


def test_every_operation_has_an_entry() -> None:
    described = api.get_openapi_schema()["paths"]
    assert {(path, method) for path, methods in described.items() for method in methods} == set(OPERATIONS)


def test_every_view_answers_only_to_the_methods_named_here(things: dict[str, Any]) -> None:
    browser = Client()
    browser.force_login(make(Role.ADMIN))
    for name in {name for name, method in PAGES if method == "POST"} - {n for n, m in PAGES if m == "GET"}:
        address = reverse(name, kwargs=arguments(name, things, None))
        assert browser.get(address).status_code == 405, name


@pytest.mark.parametrize("role", [*Role, None])
def test_pages(role: Role | None, things: dict[str, Any]) -> None:
    """Each address serves those who may, sends strangers to the sign-in page, and refuses everybody else."""
    person = make(role) if role and role != Role.AUDITOR else None
    if role == Role.AUDITOR:
        from leitstern.app.accounts.models import Person

        person = Person.objects.get(role=Role.AUDITOR)
    wrong, browser = {}, Client(raise_request_exception=False)
    for (name, method), needs in reading_first(PAGES):
        if not tried(role, needs):
            continue
        if person and settings.SESSION_COOKIE_NAME not in browser.cookies:
            browser.force_login(person)
        address = reverse(name, kwargs=arguments(name, things, person))
        if name == "bridge:new":
            address += "?touchpoint=payoff"
        answer = (
            browser.get(address)
            if method == "GET"
            else browser.post(address, {"files": "", "file": ""} | POSTED.get(name, {}))
        )
        if settings.SESSION_COOKIE_NAME in answer.cookies:  # it signed out, or in as somebody else
            browser = Client(raise_request_exception=False)
        seen = outcome(answer)
        expected = "served" if allowed(person, needs) else "refused" if person else "sent to sign in"
        if seen != expected:
            wrong[name, method] = (seen, answer.status_code)
    assert wrong == {}


@pytest.mark.parametrize("role", [*Role, None])
def test_operations(role: Role | None, things: dict[str, Any]) -> None:
    """Each operation serves keys of those who may, and refuses the others with a problem document."""
    from leitstern.app.accounts.models import Person

    person = Person.objects.filter(role=role).first() or make(role) if role else None
    headers = {"Authorization": f"Bearer {create_key(person, 'probe')[1]}"} if person else {}
    browser = Client(headers=headers)
    wrong = {}
    for (path, method), needs in reading_first(OPERATIONS):
        if not tried(role, needs):
            continue
        answer = browser.generic(
            method.upper(),
            path.format(**things | {p: things[other] for p, other in STAND_INS.get(path, {}).items()})
            + ASKED.get(path, ""),
            data=json.dumps(BODIES.get(path, {})),
            content_type="application/json",
            headers={"If-Match": "*"},
        )
        served = {200, 201, LET_IN.get((path, method), 200)}
        expected = served if allowed(person, needs) else {403} if person else {401}
        if answer.status_code not in expected or (
            answer.status_code >= 400 and answer["Content-Type"] != "application/problem+json"
        ):
            wrong[path, method] = answer.status_code
    assert wrong == {}


def outcome(answer: Answer) -> str:
    if answer.status_code in {301, 302} and answer["Location"].startswith(reverse("accounts:sign-in") + "?"):
        return "sent to sign in"
    if answer.status_code == 403:
        return "refused"
    return "served" if answer.status_code < 400 or answer.status_code in {404, 409, 410, 422} else "failed"


def test_the_schema_is_for_those_who_are_signed_in_or_holds_no_data(things: dict[str, Any]) -> None:
    answer = Client().get(reverse(SCHEMA))
    assert answer.status_code in {200, 401}
    assert "Lindenberg" not in answer.content.decode()


def test_roles_are_sets_of_known_capabilities() -> None:
    assert set(CAPABILITIES) == set(Role)
    assert {may for capabilities in CAPABILITIES.values() for may in capabilities} == set(May)
