"""Many sheets at once, and sheets entered a second time by somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.waves.answering import NOTHING, checked
from leitstern.app.waves.models import Sheet, Wave
from leitstern.app.waves.paper import Place, group_name, keep_sheet, taking_sheets
from leitstern.app.waves.queries import answered, instrument_of, invited
from leitstern.collect.masking import all_masked
from leitstern.collect.paper_sheets import NUMBER_TITLE, PaperSheet
from leitstern.collect.places import UNIT_TITLE
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.core.errors import InvalidInput
from leitstern.core.inside.groups import home_of
from leitstern.core.inside.instrument import Item
from leitstern.core.inside.ratings import View
from leitstern.core.texts import Text

ANOTHER = 1 / 3  # of the answers differ: then it is another sheet, and nothing of the first is told

NOBODY_HERE = Text(
    en="Nobody of “{group}” is on the roster.", de="Aus „{group}“ steht niemand auf der Liste."
)
MORE_THAN_PEOPLE = Text(
    en="With these sheets {n} people of “{group}” would have answered, but only {asked} are on the roster.",
    de="Mit diesen Bögen hätten {n} Personen aus „{group}“ geantwortet, auf der Liste stehen aber nur {asked}.",
)
OTHERWISE = Text(
    en="Sheet {number} has been entered before, with something else. Give it a number of its own, or compare both entries.",
    de="Bogen {number} wurde schon eingegeben, mit etwas anderem. Geben Sie ihm eine eigene Nummer, oder vergleichen Sie beide Eingaben.",
)
NOT_ENTERED = Text(
    en="Sheet {number} has not been entered a first time yet.",
    de="Bogen {number} wurde bisher nicht eingegeben.",
)
OTHER_GROUP = Text(
    en="Sheet {number} was entered for “{group}”. Is it the right number?",
    de="Bogen {number} wurde für „{group}“ eingegeben. Stimmt die Nummer?",
)
OTHER_SHEET = Text(
    en="Sheet {number} differs in so many answers that it is probably another sheet. Is it the right number?",
    de="Bogen {number} weicht in so vielen Antworten ab, dass es wohl ein anderer Bogen ist. Stimmt die Nummer?",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where both entries of a sheet say something else; None is left out. `at` is the statement's number."""

    number: int
    at: int
    item: Item
    first: int | None
    second: int | None


@action("enter sheets", Capability.RUN_WAVES)
def enter_sheets(actor: Actor, wave: Wave, sheets: Sequence[PaperSheet], file: str) -> Wave:
    """Keep all sheets of a table that are not there yet, or none.

    A sheet that was entered before, in the same words, adds nothing. Raises InvalidFile with every mistake at once,
    Conflict in a wave by link.
    """
    wave = taking_sheets(wave)
    said = all_masked([sheet.comment for sheet in sheets])
    known = _known(wave, sheets)
    new = [(sheet, comment) for sheet, comment in zip(sheets, said, strict=True) if sheet.number not in known]
    problems = [
        Problem(file, sheet.line, NUMBER_TITLE, OTHERWISE.fill(number=sheet.number))
        for sheet, comment in zip(sheets, said, strict=True)
        if (first := known.get(sheet.number)) and not _same(first, sheet, comment)
    ]
    problems += _too_many(wave, [sheet for sheet, _ in new], file)
    if problems:
        raise InvalidFile(problems)
    for sheet, comment in new:
        keep_sheet(wave, sheet.number, home(sheet), sheet.answers, comment)
    return wave


@action("enter sheets again", Capability.RUN_WAVES)
def enter_again(actor: Actor, wave: Wave, sheets: Sequence[PaperSheet], file: str) -> Wave:
    """Mark the sheets that were entered alike both times. Raises what `differences` raises."""
    wave = taking_sheets(wave)
    differing = {each.number for each in differences(wave, sheets, file)}
    alike = [sheet.number for sheet in sheets if sheet.number not in differing]
    wave.sheets.filter(number__in=alike).update(twice=True)
    return wave


@action("settle sheet", Capability.RUN_WAVES)
def settle_sheet(actor: Actor, wave: Wave, sheet: PaperSheet, settled: Mapping[str, object]) -> Wave:
    """Keep of each difference what is right on paper. Raises what `differences` raises, and InvalidInput for nothing.

    Only answers that differ can be settled.
    """
    wave = taking_sheets(wave)
    differing = {each.item.slug for each in differences(wave, [sheet], "")}
    first = wave.sheets.select_related("answer").get(number=sheet.number)
    chosen = {item: settled.get(item) for item in differing}
    answers = checked(instrument_of(wave), {**first.answer.answers, **chosen})
    if not answers:
        raise InvalidInput(NOTHING)
    first.answer.answers, first.twice = answers, True
    first.answer.save(update_fields=["answers"])
    first.save(update_fields=["twice"])
    return wave


def differences(wave: Wave, sheets: Sequence[PaperSheet], file: str) -> list[Difference]:
    """What both entries say differently, in the order of sheets and statements; comments are not compared.

    Raises InvalidFile for sheets that were not entered before, for another group, or that are obviously another
    sheet: of those nothing is told, not even in how many answers they differ, so that nobody reads or guesses answers
    without having them on paper.
    """
    known, items = _known(wave, sheets), instrument_of(wave).items
    found, problems = list[Difference](), list[Problem]()
    for sheet in sheets:
        first = known.get(sheet.number)
        if first is None:
            problems.append(Problem(file, sheet.line, NUMBER_TITLE, NOT_ENTERED.fill(number=sheet.number)))
            continue
        group = _place(first)
        if group != home(sheet):
            text = OTHER_GROUP.fill(number=sheet.number, group=group_name(wave, group))
            problems.append(Problem(file, sheet.line, UNIT_TITLE, text))
            continue
        differing = [
            Difference(sheet.number, at, item, one, other)
            for at, item in enumerate(items, start=1)
            if (one := first.answer.answers.get(item.slug)) != (other := sheet.answers.get(item.slug))
        ]
        said = len(first.answer.answers.keys() | sheet.answers.keys())
        if len(differing) > said * ANOTHER:
            text = OTHER_SHEET.fill(number=sheet.number)
            problems.append(Problem(file, sheet.line, NUMBER_TITLE, text))
        found += differing
    if problems:
        raise InvalidFile(problems)
    return found


def home(sheet: PaperSheet) -> Place:
    """Where a sheet counts: executives are one group of the whole company."""
    level, unit = sheet.place
    return level, home_of(level, unit)


def _place(sheet: Sheet) -> Place:
    return View(sheet.answer.level), sheet.answer.unit


def _known(wave: Wave, sheets: Iterable[PaperSheet]) -> dict[int, Sheet]:
    there = wave.sheets.select_related("answer", "comment").filter(
        number__in=[each.number for each in sheets]
    )
    return {sheet.number: sheet for sheet in there}


def _same(first: Sheet, sheet: PaperSheet, comment: str) -> bool:
    said = first.comment.text if first.comment else ""
    return (_place(first), first.answer.answers, said) == (home(sheet), sheet.answers, comment)


def _too_many(wave: Wave, new: Sequence[PaperSheet], file: str) -> list[Problem]:
    asked, came = invited(wave), answered(wave)
    groups = Counter(home(sheet) for sheet in new)
    found = []
    for group, n in groups.items():
        lines = [sheet.line for sheet in new if home(sheet) == group]
        name = group_name(wave, group)
        if not asked[group]:
            found += [Problem(file, line, UNIT_TITLE, NOBODY_HERE.fill(group=name)) for line in lines]
        elif came[group] + n > asked[group]:
            text = MORE_THAN_PEOPLE.fill(n=came[group] + n, group=name, asked=asked[group])
            found.append(Problem(file, lines[-1], UNIT_TITLE, text))
    return found
