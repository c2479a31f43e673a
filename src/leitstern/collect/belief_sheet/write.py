"""Writing belief sheets, blank for people or filled for examples."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from leitstern.collect.belief_sheet import layout
from leitstern.collect.belief_sheet.layout import GROUPS, MARK, MOST_PEOPLE, NO, YES, asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from leitstern.collect.belief_sheet.layout import BeliefRow
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.texts import Text

PLUM, PAPER, LINE, INK = "#7A3E9D", "#F6F0FA", "#DDE3E9", "#131B24"
KEY_ROW, TITLE_ROW, HEAD_ROW, GROUP_ROW, FIRST_ROW = range(5)
FIRST_PERSON = 4  # columns: hidden key, stage, touchpoint, question, then a pair per person
WIDTHS = (18, 28, 52)
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
UNDATED = datetime(2026, 1, 1)  # noqa: DTZ001 -- equal input gives equal bytes
FREE = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


def write_belief_sheet(
    file: Path,
    taxonomy: Taxonomy,
    language: str,
    people: int = 1,
    filled: Sequence[Sequence[BeliefRow]] = (),
) -> None:
    """Write a sheet for `people` persons (at most MOST_PEOPLE) in German or English.

    `filled` gives the guesses of the first persons, each with one group. Equal input gives equal bytes.
    """
    people = max(people, len(filled))
    if not 1 <= people <= MOST_PEOPLE:
        raise ValueError(people)
    with xlsxwriter.Workbook(str(file), {"in_memory": True, **PLAIN}) as book:
        book.set_properties({"title": layout.TITLE.to(language), "created": UNDATED})
        _Sheet(book, language, people).write(taxonomy, filled)


class _Sheet:
    """One workbook in the making."""

    def __init__(self, book: Any, language: str, people: int) -> None:
        self.book, self.language, self.people = book, language, people
        base = {
            "font_name": "Calibri",
            "font_size": 11,
            "font_color": INK,
            "text_wrap": True,
            "valign": "top",
        }
        self.title = book.add_format(
            {**base, "font_size": 18, "bold": True, "font_color": PLUM, "text_wrap": False}
        )
        self.text = book.add_format(base)
        self.quiet = book.add_format({**base, "bottom": 1, "bottom_color": LINE})
        self.head = book.add_format({**base, "bold": True, "font_color": "#FFFFFF", "bg_color": PLUM})
        self.open = book.add_format(
            {**base, "locked": False, "bg_color": PAPER, "border": 1, "border_color": LINE, "align": "center"}
        )

    def write(self, taxonomy: Taxonomy, filled: Sequence[Sequence[BeliefRow]]) -> None:
        """Both sheets."""
        self._instructions()
        rows = dict.fromkeys(asked(taxonomy))
        rows |= dict.fromkeys((row.touchpoint, row.facet) for person in filled for row in person)
        sheet = self.book.add_worksheet(self._say(layout.GUESSES))
        self._frame(sheet, FIRST_ROW + len(rows))
        for number, (touchpoint, facet) in enumerate(rows):
            self._question(sheet, FIRST_ROW + number, taxonomy, touchpoint, facet)
        places = {pair: FIRST_ROW + number for number, pair in enumerate(rows)}
        for person, answers in enumerate(filled):
            self._fill(sheet, self._columns(person), places, answers)

    def _say(self, text: Text) -> str:
        return text.to(self.language)

    def _columns(self, person: int) -> tuple[int, int]:
        return FIRST_PERSON + 2 * person, FIRST_PERSON + 2 * person + 1

    def _instructions(self) -> None:
        sheet = self.book.add_worksheet(self._say(layout.INSTRUCTIONS))
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 4)
        sheet.set_column(1, 1, 90)
        sheet.write_string(0, 1, self._say(layout.TITLE), self.title)
        steps = list(layout.STEPS)
        if self.people > 1:
            steps.append(layout.SEVERAL.fill(people=self.people))
        for number, step in enumerate(steps, start=1):
            sheet.write_string(number + 1, 0, f"{number}.", self.text)
            sheet.write_string(number + 1, 1, self._say(step), self.text)
            sheet.set_row(number + 1, 34)
        sheet.protect()

    def _frame(self, sheet: Any, end: int) -> None:
        sheet.hide_gridlines(2)
        sheet.set_row(KEY_ROW, None, None, {"hidden": True})
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.write_string(KEY_ROW, 0, MARK)
        sheet.write_string(TITLE_ROW, 1, self._say(layout.TITLE), self.title)
        sheet.set_row(TITLE_ROW, 30)
        sheet.set_row(HEAD_ROW, 64)
        for column, text in enumerate((layout.STAGE, layout.TOUCHPOINT, layout.QUESTION), start=1):
            sheet.set_column(column, column, WIDTHS[column - 1])
            sheet.write_string(HEAD_ROW, column, self._say(text), self.head)
        sheet.write_string(GROUP_ROW, 0, layout.GROUP)
        sheet.write_string(GROUP_ROW, FIRST_PERSON - 1, self._say(layout.GROUP_ROW), self.text)
        for person in range(self.people):
            self._person(sheet, person, end)
        sheet.freeze_panes(FIRST_ROW, FIRST_PERSON)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        sheet.protect("", FREE)

    def _person(self, sheet: Any, person: int, end: int) -> None:
        guess, seen = self._columns(person)
        alone = self.people == 1
        heads = (layout.YOUR_GUESS, layout.YOU_SAW) if alone else (layout.PERSON_GUESS, layout.PERSON_SAW)
        sheet.set_column(guess, guess, 16)
        sheet.set_column(seen, seen, 26 if alone else 20)
        for column, key, text in ((guess, layout.GUESS, heads[0]), (seen, layout.SEEN, heads[1])):
            sheet.write_string(KEY_ROW, column, f"{key}{person + 1}")
            sheet.write_string(HEAD_ROW, column, self._say(text.fill(number=person + 1)), self.head)
            for row in range(FIRST_ROW, end):
                sheet.write_blank(row, column, None, self.open)
        sheet.write_blank(GROUP_ROW, guess, None, self.open)
        self._choice(sheet, GROUP_ROW, GROUP_ROW, guess, [self._say(name) for name in GROUPS.values()])
        self._choice(sheet, FIRST_ROW, end - 1, seen, [self._say(YES), self._say(NO)])
        sheet.data_validation(
            FIRST_ROW, guess, end - 1, guess,
            {
                "validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100,
                "input_message": self._say(layout.GUESS_HINT), "error_message": self._say(layout.GUESS_ERROR),
            },
        )  # fmt: skip

    def _choice(self, sheet: Any, first: int, last: int, column: int, words: list[str]) -> None:
        rule = {"validate": "list", "source": words, "error_message": self._say(layout.CHOOSE)}
        sheet.data_validation(first, column, last, column, rule)

    def _question(self, sheet: Any, row: int, taxonomy: Taxonomy, touchpoint: str, facet: str) -> None:
        place = next(entry for entry in taxonomy.touchpoints if entry.slug == touchpoint)
        stage = next(entry for entry in taxonomy.stages if entry.slug == place.stage)
        statement = taxonomy.facet(facet)
        sheet.set_row(row, 32)
        sheet.write_string(row, 0, f"{touchpoint}/{facet}")
        for column, text in enumerate(
            (stage.name, place.name, statement.question if statement else place.name), start=1
        ):
            sheet.write_string(row, column, self._say(text), self.quiet)

    def _fill(
        self,
        sheet: Any,
        columns: tuple[int, int],
        places: dict[tuple[str, str], int],
        answers: Sequence[BeliefRow],
    ) -> None:
        guess, seen = columns
        for answer in answers:
            row = places[answer.touchpoint, answer.facet]
            sheet.write_string(GROUP_ROW, guess, self._say(GROUPS[answer.group]), self.open)
            sheet.write_number(row, guess, answer.guess, self.open)
            if answer.seen_data is not None:
                sheet.write_string(row, seen, self._say(YES if answer.seen_data else NO), self.open)
