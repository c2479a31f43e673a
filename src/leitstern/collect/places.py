"""Where people count: the level and department a line names, by whatever a company calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.problems import Problem, closest
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.ratings import INSIDERS, VIEWS, View
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.collect.problems import Word
    from leitstern.core.company.taxonomy import Taxonomy

UNIT = ("unit", "department", "team", "bereich", "abteilung", "einheit", "organisationseinheit")
LEVEL = ("level", "group", "role", "ebene", "gruppe", "rolle", "stufe")
UNIT_TITLE, LEVEL_TITLE = Text(en="Department", de="Bereich"), Text(en="Level", de="Ebene")
LEVELS = {
    View.EXECUTIVES: ("executive", "board", "vorstand", "geschäftsführung"),
    View.MANAGERS: ("manager", "lead", "führungskraft", "leitung"),
    View.STAFF: (
        "employee",
        "employees",
        "mitarbeiter",
        "mitarbeiterin",
        "mitarbeiterinnen",
        "mitarbeitende*r",
    ),
}
_LEVELS = {
    spelt_alike(word): level
    for level, words in LEVELS.items()
    for word in (level.value, VIEWS[level].en, VIEWS[level].de, *words)
}
LEVEL_NAMES = tuple(VIEWS[level] for level in INSIDERS)

NO_LEVEL = Text(en="“{given}” is no level.", de="„{given}“ ist keine Ebene.")
LEVEL_NEEDED = Text(en="The level is missing.", de="Die Ebene fehlt.")
NO_UNIT = Text(
    en="There is no department called “{given}”.", de="Einen Bereich namens „{given}“ gibt es nicht."
)
UNIT_NEEDED = Text(
    en="Managers and staff belong to a department; only executives may go without.",
    de="Führungskräfte und Mitarbeitende gehören zu einem Bereich; nur die Geschäftsleitung kommt ohne aus.",
)
LONGEST_SHOWN = 80  # characters of what somebody wrote


class Places:
    """The departments of a company, found by name, short name or synonym; mistakes go into `problems`."""

    def __init__(self, file: str, taxonomy: Taxonomy, problems: list[Problem]) -> None:
        self._file, self._problems = file, problems
        self._lookup = taxonomy.lookup(Department)
        self.names = tuple(department.name for department in taxonomy.departments)
        self._by_spelling = {
            spelling: department.name
            for department in taxonomy.departments
            for spelling in (department.slug, *department.synonyms, department.name.en, department.name.de)
        }

    def read(self, line: str, unit: str, level: str) -> tuple[View, str] | None:
        """Level and short name of the department (none for executives without); None where something is wrong."""
        before = len(self._problems)
        found = _LEVELS.get(spelt_alike(level))
        if found is None:
            text = NO_LEVEL.fill(given=level[:LONGEST_SHOWN]) if level else LEVEL_NEEDED
            self._wrong(line, LEVEL_TITLE, text, LEVEL_NAMES)
        department = self._lookup.called(unit) if unit else None
        if unit and department is None:
            meant = self._by_spelling.get(closest(unit[:LONGEST_SHOWN], tuple(self._by_spelling)), "")
            self._wrong(line, UNIT_TITLE, NO_UNIT.fill(given=unit[:LONGEST_SHOWN]), self.names, meant)
        elif not unit and found not in (None, View.EXECUTIVES):
            self._wrong(line, UNIT_TITLE, UNIT_NEEDED)
        if found is None or len(self._problems) > before:
            return None
        return found, department.slug if department else ""

    def _wrong(
        self, line: str, column: Text, text: Text, allowed: Sequence[Word] = (), meant: Word = ""
    ) -> None:
        self._problems.append(Problem(self._file, line, column, text, tuple(allowed), meant))


def column(titles: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the first column stands that is called like one of these words."""
    return next((at for at, title in enumerate(titles) if spelt_alike(title) in words), None)
