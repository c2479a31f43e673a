"""A taxonomy that grows by the terms a proposed mapping needs, found by name or drafted."""

from __future__ import annotations

import difflib
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from leitstern.collect.propose.words import alike, digital_like, overlap, slug
from leitstern.core.company.facets import STANDARD
from leitstern.core.company.lookup import spellings, spelt_alike
from leitstern.core.company.taxonomy import CLASSES, Channel, Department, Promise, Stage, Touchpoint
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.company.lookup import Term
    from leitstern.core.company.taxonomy import Kind, Taxonomy

NEAR = 0.6  # share of words in common from which a name is taken for a term that exists
SPELT_NEAR = 0.85  # likeness of letters from which a value is taken for a misspelt term


class Draft:
    """Every `need_…` gives the slug of a term that is known by that name, or adds one."""

    def __init__(self, start: Taxonomy) -> None:
        self.taxonomy = self._start = start

    def need_touchpoint(self, name: str, department: str = "", channel: str = "") -> str:
        """A touchpoint of that name."""
        if known := self._known("touchpoint", name):
            return known
        found = self.taxonomy.touchpoints
        new = Touchpoint(
            code=len(found) + 1,
            slug=_free(slug(name), found),
            name=Text(en=name, de=name),
            stage=self._need_stage(),
            department=department or self._any_department(),
            channel=channel,
        )
        self.taxonomy = replace(self.taxonomy, touchpoints=(*found, new))
        return new.slug

    def need_department(self, name: str) -> str:
        """A department of that name."""
        if known := self._known("department", name):
            return known
        found = self.taxonomy.departments
        new = Department(len(found) + 1, _free(slug(name), found), Text(en=name, de=name))
        self.taxonomy = replace(self.taxonomy, departments=(*found, new))
        return new.slug

    def need_channel(self, name: str) -> str:
        """A channel of that name; whether it is digital is read from it."""
        if known := self._known("channel", name):
            return known
        found = self.taxonomy.channels
        new = Channel(len(found) + 1, _free(slug(name), found), Text(en=name, de=name), digital_like(name))
        self.taxonomy = replace(self.taxonomy, channels=(*found, new))
        return new.slug

    def need_promise(self, name: str, touchpoint: str) -> str:
        """A promise to be in time: one that speaks of the same, the only one there is, else a new one."""
        in_time = [promise for promise in self._start.promises if promise.facet == "in_time"]
        likely = max(in_time, key=lambda promise: _same_promise(name, promise), default=None)
        if likely and (len(in_time) == 1 or _same_promise(name, likely) >= NEAR):
            return likely.slug
        found = self.taxonomy.promises
        text = Text(en=f"By the day named: {name}", de=f"Bis zum genannten Tag: {name}")
        new = Promise(len(found) + 1, _free(slug(name), found), touchpoint, "in_time", 1.0, text, source=name)
        self.taxonomy = replace(self.taxonomy, promises=(*found, new))
        return new.slug

    def need_facet(self, name: str) -> str:
        """One of the standard statements."""
        if not self.taxonomy.facet(name):
            self.taxonomy = replace(self.taxonomy, facets=(*self.taxonomy.facets, STANDARD[name]))
        return name

    def near(self, kind: Kind, raws: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Translations for values that are no term as they stand, but spelt much like one."""
        known = {spelling: term.slug for term in self.taxonomy.terms(kind) for spelling in spellings(term)}
        found = {
            raw: difflib.get_close_matches(spelt_alike(raw), known, n=1, cutoff=SPELT_NEAR)
            for raw in raws
            if spelt_alike(raw) not in known
        }
        return tuple((raw, known[close[0]]) for raw, close in found.items() if close)

    def _known(self, kind: Kind, name: str) -> str:
        """The slug of a term of that name, or of one that was there from the start and is nearly called so."""
        term = self.taxonomy.lookup(CLASSES[kind]).called(name)
        likely = max(self._start.terms(kind), key=lambda term: _likeness(name, term), default=None)
        if term is None and likely and _likeness(name, likely) >= NEAR:
            term = likely
        return term.slug if term else ""

    def _need_stage(self) -> str:
        if not self.taxonomy.stages:
            self.taxonomy = replace(self.taxonomy, stages=(Stage(1, "journey", WHOLE_JOURNEY),))
        return self.taxonomy.stages[0].slug

    def _any_department(self) -> str:
        if not self.taxonomy.departments:
            self.taxonomy = replace(self.taxonomy, departments=(Department(1, "company", COMPANY),))
        return self.taxonomy.departments[0].slug


def _likeness(name: str, term: Term) -> float:
    return max(alike(name, spelling) for spelling in spellings(term))


def _same_promise(name: str, promise: Promise) -> float:
    return max(overlap(name, said) for said in (promise.slug, promise.source))


def _free(wanted: str, terms: Sequence[Term]) -> str:
    """The wanted slug, numbered if another term has it."""
    taken = {term.slug for term in terms}
    return next(
        name for number in count(1) if (name := wanted if number == 1 else f"{wanted}_{number}") not in taken
    )


WHOLE_JOURNEY = Text(en="Whole journey", de="Die ganze Reise")
COMPANY = Text(en="Company", de="Unternehmen")
