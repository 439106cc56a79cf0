"""Many rows at once: what was touched, what somebody else saved meanwhile, what cannot be read."""

import datetime
import json
from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from kit.fields import DateField, NamedChoiceField, NumberField
from kit.grids import Grid, GridColumn, GridSource

STATES = [("open", "agored", "open"), ("shut", "ar gau", "shut")]
COLUMNS = [
    GridColumn("name", forms.CharField(label="Name", max_length=20)),
    GridColumn("fte", NumberField(label="FTE", minimum=0, maximum=1), default="1"),
    GridColumn("state", NamedChoiceField(label="State", options=STATES), default="open"),
]


def source(key: str = "7", **values: object) -> GridSource:
    return GridSource(key, f"row {key}", {"name": "Mair", "fte": Decimal("0.50"), "state": "open"} | values)


def posted(grid: Grid, **cells: str) -> dict[str, str]:
    """What the page of a grid posts, with some cells typed over: `posted(grid, **{"7.fte": "1"})`."""
    boxes = {cell.name: cell.typed for row in grid.rows for cell in row.cells if not cell.fixed}
    return boxes | {"seen": grid.seen_json()} | cells


def met(before: GridSource, now: GridSource, **cells: str) -> Grid:
    """The grid of a post: it was opened on `before`, the database has `now`."""
    grid = Grid(COLUMNS, [now], data=posted(Grid(COLUMNS, [before]), **cells))
    grid.meet()
    grid.read()
    return grid


def test_a_grid_that_was_left_alone_changes_nothing():
    grid = met(source(), source())
    assert grid.is_good
    assert grid.changed == []


def test_a_cell_typed_in_makes_its_row_a_changed_one_with_its_values_read():
    grid = met(source(), source(), **{"7.fte": "0.8"})
    (row,) = grid.changed
    assert row.values == {"name": "Mair", "fte": Decimal("0.8"), "state": "open"}


@pytest.mark.parametrize("same", ["0.50", " 0.5 "])
def test_the_same_figure_written_otherwise_is_no_change(same):
    assert met(source(), source(), **{"7.fte": same}).changed == []


def test_what_only_somebody_else_changed_is_taken_over_and_is_no_conflict():
    grid = met(source(), source(fte=Decimal("0.9")), **{"7.name": "Elin"})
    assert grid.conflicts == []
    assert grid.taken_over[0].typed == "0.9"
    assert grid.changed[0].values["fte"] == Decimal("0.9")


def test_a_cell_both_changed_is_a_conflict_that_shows_both_and_saves_on_the_second_try():
    first = met(source(), source(fte=Decimal("0.9")), **{"7.fte": "0.7"})
    (cell,) = first.conflicts
    assert (cell.typed, cell.theirs) == ("0.7", "0.9")
    assert not first.is_good
    second = Grid(COLUMNS, [source(fte=Decimal("0.9"))], data=posted(first))
    second.meet()
    second.read()
    assert second.is_good
    assert second.changed[0].values["fte"] == Decimal("0.7")


def test_two_who_typed_the_same_do_not_conflict():
    grid = met(source(), source(fte=Decimal("0.9")), **{"7.fte": "0.90"})
    assert grid.is_good


def test_what_cannot_be_read_is_said_at_its_cell_and_kept_as_typed():
    grid = met(source(), source(), **{"7.fte": "half"})
    ((name, words),) = grid.faults
    assert name == "7.fte"
    assert words.startswith("FTE, row 7: Enter a number")
    assert grid.rows[0].cells[1].typed == "half"


def test_an_empty_new_row_is_nothing_and_one_begun_takes_the_defaults():
    assert met(source(), source(), **{"new-0.name": "  "}).changed == []
    (row,) = met(source(), source(), **{"new-0.name": "Non"}).changed
    assert row.is_new
    assert row.values == {"name": "Non", "fte": Decimal(1), "state": "open"}


def test_rows_added_on_the_page_are_read_whatever_their_number():
    (row,) = met(source(), source(), **{"new-41.name": "Non"}).changed
    assert row.key == "new-41"


@pytest.mark.parametrize(("typed", "value"), [("ar gau", "shut"), ("Shut", "shut"), ("OPEN", "open")])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_choice_is_typed_by_its_name_in_either_language(typed, value, language):
    with translation.override(language):
        grid = met(source(state="shut" if value == "open" else "open"), source(state="other"), **{"7.state": typed})
        cell = grid.rows[0].cells[2]
        assert (cell.value, cell.errors) == (value, [])


def test_a_choice_that_is_not_there_names_those_that_are():
    with translation.override("en"):
        grid = met(source(), source(), **{"7.state": "ajar"})
    assert grid.faults == [("7.state", "State, row 7: Choose one of these: open, shut.")]


def test_a_page_opened_in_one_language_is_saved_in_the_other_without_false_changes():
    column = GridColumn("on", DateField(label="On"))
    now = GridSource("7", "row 7", {"on": datetime.date(2027, 4, 1), "state": "shut"})
    with translation.override("cy"):
        data = posted(Grid([column, COLUMNS[2]], [now]))
    assert data["7.on"] == "1 Ebrill 2027"
    with translation.override("en"):
        grid = Grid([column, COLUMNS[2]], [now], data=data)
        grid.meet()
        grid.read()
        assert grid.is_good
        assert grid.changed == []


def test_a_row_that_was_taken_away_is_shown_with_what_was_typed_in_it():
    data = posted(Grid(COLUMNS, [source()]), **{"7.name": "Elin"})
    grid = Grid(COLUMNS, [], data=data)
    grid.meet()
    assert not grid.is_good
    assert grid.lost[0].cells[0].typed == "Elin"


def test_a_row_taken_away_that_nobody_typed_in_is_no_loss():
    assert Grid(COLUMNS, [], data=posted(Grid(COLUMNS, [source()]))).lost == []


def test_a_cell_that_is_only_for_new_rows_is_not_changed_by_a_forged_post():
    columns = [GridColumn("fte", NumberField(label="FTE"), only_new=True)]
    grid = Grid(columns, [source()], data={"7.fte": "0.1", "seen": json.dumps({"7": {"fte": "0.5"}})})
    grid.meet()
    assert grid.changed == []


def test_a_box_that_was_not_sent_is_one_that_was_left_alone():
    data = {"7.fte": "0.8", "seen": Grid(COLUMNS, [source()]).seen_json()}
    grid = Grid(COLUMNS, [source(name="Elin")], data=data)
    grid.meet()
    grid.read()
    assert grid.is_good
    assert [cell.column.name for cell in grid.taken_over] == ["name"]
    assert grid.changed[0].values == {"name": "Elin", "fte": Decimal("0.8"), "state": "open"}


def test_rows_of_one_name_are_told_apart_wherever_a_cell_is_named():
    grid = Grid(COLUMNS, [GridSource(key, "Developer", {}) for key in "123"], blank=0)
    assert [row.cells[1].label for row in grid.rows] == [
        "FTE, Developer",
        "FTE, Developer (2)",
        "FTE, Developer (3)",
    ]


def test_what_is_doubtful_is_saved_only_once_those_very_doubts_are_agreed_to():
    data = posted(Grid(COLUMNS, [source()]), **{"7.fte": "0.8"})
    grid = Grid(COLUMNS, [source()], data=data)
    grid.rows[0].doubts = ["It is late."]
    assert not grid.is_good
    again = Grid(COLUMNS, [source()], data=data | {"knowingly": grid.seal})
    again.rows[0].doubts = ["It is late."]
    assert again.is_good
    again.rows[0].doubts = ["It is later."]
    assert not again.is_good


def test_a_file_holds_figures_and_days_as_such_and_choices_by_name():
    assert COLUMNS[1].keep(Decimal("0.5")) == Decimal("0.5")
    with translation.override("cy"):
        assert COLUMNS[2].keep("shut") == "ar gau"
    assert COLUMNS[0].keep("") is None


@pytest.mark.parametrize("seen", ["", "[]", "nonsense", '{"7": 3}'])
def test_a_form_that_lost_what_it_was_opened_with_is_compared_with_what_is_saved(seen):
    grid = Grid(COLUMNS, [source()], data={"7.name": "Elin", "7.fte": "0.5", "7.state": "open", "seen": seen})
    grid.meet()
    assert [row.key for row in grid.changed] == ["7"]
