"""A term as a program sends it: what it leaves out stays, and everything that is wrong is said at once."""

from __future__ import annotations

import pytest
from tests.core.company.test_editing import BANK, called

from leitstern.app.taxonomy.documents import plain
from leitstern.app.taxonomy.given import says_in, term_given
from leitstern.app.taxonomy.keeping import WrongTerm
from leitstern.core.company.editing import EDITED, Sort, entries, entry, values_of
from leitstern.core.errors import InvalidInput


@pytest.mark.parametrize("sort", EDITED)
def test_what_is_read_can_be_sent_again(sort: Sort) -> None:
    for each in entries(BANK, sort):
        says = {name: plain(value) for name, value in values_of(each).items()}
        assert values_of(term_given(sort, each.slug, says, None)) == values_of(each)


def test_what_is_left_out_stays_and_a_name_may_be_one_for_both() -> None:
    before = entry(BANK, "touchpoint", "call")
    after = term_given("touchpoint", "call", {"owner": "Ann", "importance": 1}, before)
    assert values_of(after) == values_of(before) | {"owner": called("Ann"), "importance": 1.0}


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(
        WrongTerm, match=r"has no “colour”.*“importance” does not fit.*“synonyms” does not fit"
    ):
        term_given("touchpoint", "x", {"colour": 1, "importance": "much", "synonyms": "one"}, None)
    with pytest.raises(WrongTerm) as left:
        term_given("touchpoint", "x", {"name": "X"}, None)
    assert [each.field for each in left.value.problems] == ["stage", "department"]
    with pytest.raises(InvalidInput, match="not a JSON object"):
        says_in("[]")
