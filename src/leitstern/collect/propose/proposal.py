"""A proposed reading of one file, to be corrected column by column."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.mapping import Format
from leitstern.collect.propose.evidence import examine
from leitstern.collect.propose.layout import choose
from leitstern.collect.propose.plan import Plan
from leitstern.collect.propose.roles import LABELS, ONCE, SCORES, Choice, Role
from leitstern.collect.propose.said import NOTHING_SAID, Said
from leitstern.core.company.taxonomy import Department, Stage, Taxonomy, Touchpoint
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Chosen

    from leitstern.collect.mapping import Mapping, Source
    from leitstern.collect.propose.plan import Sample
    from leitstern.core.company.taxonomy import Kind

DETECTED = Format()
NAMED = 5  # unknown values named in a hint
NO_ROLES: Chosen[str, Role] = {}


@dataclass(frozen=True)
class Proposal:
    """What every column of a file seems to be for.

    `roles` arguments are the roles people chose; a column they do not mention keeps the proposed one.
    """

    file: str
    choices: tuple[Choice, ...]
    sample: Sample
    taxonomy: Taxonomy
    is_draft: bool  # there was no taxonomy, so names and values become one
    format: Format
    said: Said = NOTHING_SAID  # by people, about names

    @property
    def roles(self) -> dict[str, Role]:
        """The proposed role of each column."""
        return {choice.column: choice.role for choice in self.choices}

    def missing(self, roles: Chosen[str, Role] = NO_ROLES) -> list[Text]:
        """What keeps the file from being read, one sentence each; an empty list means it can be read."""
        used = Counter(self._plan(roles).roles.values())
        found = [ONLY_ONCE.fill(en=LABELS[role].en, de=LABELS[role].de) for role in ONCE if used[role] > 1]
        if not used[Role.CUSTOMER] and not used[Role.JOURNEY]:
            found.append(NO_CUSTOMER)
        if not used[Role.TIME] and not used[Role.STEP]:
            found.append(NO_TIME)
        if self.needs_place(roles) and not self.said.place:
            found.append(NO_PLACE)
        return found

    def needs_place(self, roles: Chosen[str, Role] = NO_ROLES) -> bool:
        """Whether neither a column nor the name of the file says at which known touchpoint all this took place."""
        plan = self._plan(roles)
        by_column = plan.first(Role.TOUCHPOINT) or (plan.first(Role.STEP) and not plan.first(Role.TIME))
        return not (self.is_draft or by_column or self.taxonomy.lookup(Touchpoint).called(plan.title))

    def unknown(self, roles: Chosen[str, Role] = NO_ROLES) -> list[tuple[Kind, str]]:
        """Values of columns of terms that the taxonomy does not know."""
        return self._plan(roles).unknown()

    @property
    def title(self) -> str:
        """What a new touchpoint of this file would be called."""
        return self._plan(NO_ROLES).title

    def hints(self, roles: Chosen[str, Role] = NO_ROLES) -> list[Text]:
        """What is worth knowing before the file is read."""
        plan = self._plan(roles)
        found = []
        if not plan.first(Role.CUSTOMER) and plan.first(Role.JOURNEY):
            found.append(JOURNEY_AS_CUSTOMER.fill(column=plan.first(Role.JOURNEY)))
        if plan.first(Role.COMMENT) and not plan.all(*SCORES):
            found.append(COMMENT_ALONE.fill(column=plan.first(Role.COMMENT)))
        if plan.first(Role.DONE) and not plan.first(Role.DUE):
            found.append(DONE_ALONE.fill(column=plan.first(Role.DONE)))
        if not self.missing(roles):
            found += self._about_terms(plan)
        return found

    def to_mapping(self, roles: Chosen[str, Role] = NO_ROLES) -> Mapping:
        """The mapping these roles make. Raises InvalidInput with all that is `missing`."""
        return self._build(roles)[0]

    def to_taxonomy(self, roles: Chosen[str, Role] = NO_ROLES) -> Taxonomy:
        """A taxonomy that knows every term of the mapping: the given one with additions, or a draft.

        Raises InvalidInput with all that is `missing`.
        """
        return self._build(roles)[1]

    def _plan(self, roles: Chosen[str, Role]) -> Plan:
        every = self.roles | dict(roles)
        return Plan(self.file, self.sample, every, self.taxonomy, self.is_draft, self.format, self.said)

    def _build(self, roles: Chosen[str, Role]) -> tuple[Mapping, Taxonomy]:
        if missing := self.missing(roles):
            raise InvalidInput(Text(en=" ".join(t.en for t in missing), de=" ".join(t.de for t in missing)))
        return self._plan(roles).build()

    def _about_terms(self, plan: Plan) -> list[Text]:
        mapping, taxonomy = plan.build()
        found = []
        known = {promise.slug for promise in self.taxonomy.promises}
        for rule in mapping.sources[0].promises:
            name = next(promise.name for promise in taxonomy.promises if promise.slug == rule.promise)
            text = KNOWN_PROMISE if rule.promise in known else NEW_PROMISE
            found.append(text.fill(column=rule.due, en=name.en.rstrip("."), de=name.de.rstrip(".")))
        unknown = [
            raw for kind, raw in plan.unknown() if kind == "touchpoint" and (kind, raw) not in self.said.terms
        ]
        if unknown:
            names = ", ".join(unknown[:NAMED]) + (", …" if len(unknown) > NAMED else "")
            found.append(UNKNOWN.fill(count=len(unknown), names=names))
        return [*found, *self._new_touchpoints(taxonomy), *_about_values(plan, mapping.sources[0])]

    def _new_touchpoints(self, taxonomy: Taxonomy) -> Iterator[Text]:
        """What would be added to a taxonomy that is there, with the place it gets."""
        if self.is_draft:
            return
        known = {touchpoint.slug for touchpoint in self.taxonomy.touchpoints}
        for new in (touchpoint for touchpoint in taxonomy.touchpoints if touchpoint.slug not in known):
            stage = taxonomy.lookup(Stage).slug(new.stage)
            department = taxonomy.lookup(Department).slug(new.department)
            if stage and department:
                yield NEW_TOUCHPOINT.fill(name=new.name, stage=stage.name, department=department.name)


def _about_values(plan: Plan, source: Source) -> Iterator[Text]:
    """On which scale answers are read, and how many times are none."""
    for rule in source.feedback:
        low, high = rule.scale
        yield SCALE.fill(column=rule.value, low=f"{low:g}", high=f"{high:g}", good=f"{rule.good_from:g}")
    for column in plan.all(Role.TIME, Role.STEP, Role.DUE, Role.DONE):
        evidence = examine(column, plan.sample[column])
        if evidence.dates < evidence.filled:
            yield SOME_DATES.fill(column=column, dates=evidence.dates, filled=evidence.filled)


def propose(
    file: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    taxonomy: Taxonomy | None = None,
    *,
    time_zone: str = "Europe/Berlin",
    how: Format = DETECTED,
) -> Proposal:
    """Look at the names of the columns and a sample of the rows (a thousand is plenty), and say what each is for.

    `file` is the name the mapping will give; event logs (XES) are recognised by the names of their attributes.
    Without a taxonomy one is drafted in `time_zone`. `how` is how the reader reads the file and is passed on.
    """
    sample = {
        column: tuple(row[i] if i < len(row) else None for row in rows) for i, column in enumerate(columns)
    }
    choices = choose([examine(column, values) for column, values in sample.items()])
    start = taxonomy or Taxonomy(company=NEW_COMPANY, time_zone=time_zone)
    return Proposal(file, choices, sample, start, taxonomy is None, how)


NEW_COMPANY = Text(en="Our company", de="Unser Unternehmen")
ONLY_ONCE = Text(
    en="“{en}” can be said of one column only; please leave the others out.",
    de="„{de}“ kann nur für eine Spalte gelten; bitte lassen Sie die anderen weg.",
)
NO_CUSTOMER = Text(
    en="No column says who the customer is; a customer number, an e-mail address or an order number will do.",
    de="Keine Spalte sagt, wer die Kundin oder der Kunde ist; eine Kundennummer, E-Mail-Adresse oder Auftragsnummer genügt.",
)
NO_TIME = Text(
    en="No column says when a contact took place.", de="Keine Spalte sagt, wann ein Kontakt stattfand."
)
NO_PLACE = Text(
    en="No column says where these contacts took place. Please choose the touchpoint they belong to.",
    de="Keine Spalte sagt, wo diese Kontakte stattfanden. Bitte wählen Sie den Kontaktpunkt, zu dem sie gehören.",
)
NEW_TOUCHPOINT = Text(
    en="A new touchpoint is added: “{name}” ({stage} · {department}).",
    de="Ein neuer Kontaktpunkt kommt hinzu: „{name}“ ({stage} · {department}).",
)
SCALE = Text(
    en="“{column}” is read on a scale from {low} to {high}; {good} and more counts as satisfied.",
    de="„{column}“ wird auf einer Skala von {low} bis {high} gelesen; ab {good} gilt als zufrieden.",
)
SOME_DATES = Text(
    en="{dates} of {filled} values of “{column}” are dates; the other rows wait in quarantine with their reason.",
    de="{dates} von {filled} Werten in „{column}“ sind ein Datum; die anderen Zeilen warten mit ihrem Grund in der Quarantäne.",
)
JOURNEY_AS_CUSTOMER = Text(
    en="There is no customer number, so each “{column}” counts as a customer of its own; who comes back is not recognised.",
    de="Es gibt keine Kundennummer, also zählt jedes „{column}“ als eigene Person; wer wiederkommt, wird nicht erkannt.",
)
COMMENT_ALONE = Text(
    en="“{column}” is read only together with an answer on a scale, and no column has one.",
    de="„{column}“ wird nur zusammen mit einer Antwort auf einer Skala gelesen, und keine Spalte enthält eine.",
)
DONE_ALONE = Text(
    en="“{column}” says when something was done, but no column says until when it was promised.",
    de="„{column}“ sagt, wann etwas erledigt war, aber keine Spalte sagt, bis wann es zugesagt war.",
)
KNOWN_PROMISE = Text(
    en="“{column}” is taken as the day of your promise “{en}”.",
    de="„{column}“ gilt als Tag Ihres Versprechens „{de}“.",
)
NEW_PROMISE = Text(
    en="A new promise is added: “{en}”. It counts as made to every customer (100 of 100); please check.",
    de="Ein neues Versprechen kommt hinzu: „{de}“. Es gilt als allen Kundinnen und Kunden gegeben (100 von 100); bitte prüfen Sie das.",
)
UNKNOWN = Text(
    en="Not among your touchpoints, and so counted as not mapped ({count}): {names}.",
    de="Nicht unter Ihren Kontaktpunkten und daher als nicht zugeordnet gezählt ({count}): {names}.",
)
