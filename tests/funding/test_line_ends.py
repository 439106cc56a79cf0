"""Names at the ends of lines: those that would lie upon each other stand one below the other."""

from funding.charts.ends import BLANK, LETTERS, apart, crossing_marks


def line(name, *y):
    return {"y": list(y), "text": [""] * (len(y) - 1) + [name]}


def shown(trace):
    return trace["text"][-1].split("<br>")


def test_names_of_lines_that_end_together_stand_below_each_other_the_highest_first():
    low, high, middle = line("Low", 0.0, 99.0), line("High", 0.0, 100.0), line("Middle", 0.0, 99.5)
    apart([low, high, middle], height=300)
    assert shown(high) == ["High", BLANK, BLANK]
    assert shown(middle) == [BLANK, "Middle", BLANK]
    assert shown(low) == [BLANK, BLANK, "Low"]


def test_a_name_with_room_is_left_where_it_is():
    alone, other = line("Alone", 50.0), line("Other", 100.0)
    apart([alone, other], height=300)
    assert shown(alone) == ["Alone"]
    assert shown(other) == ["Other"]


def test_lines_of_nought_and_no_lines_are_left_alone():
    flat = line("Flat", 0.0, 0.0)
    apart([flat, line("None")], height=300)
    apart([], height=300)
    assert shown(flat) == ["Flat"]


def test_marks_of_crossings_are_narrow_and_stand_above_each_other():
    high, low = crossing_marks([("Contractors handing over to a squad", "2032-33", 1.0), ("Capital", "2032-33", 1.0)])
    assert max(map(len, low["text"].split("<br>"))) <= LETTERS
    assert high["ay"] < low["ay"]
    assert low["text"].endswith("2032-33")
