"""Functions of plain values, under the names they have here and in a spreadsheet."""

from __future__ import annotations

import math
from typing import Any

from funding.documents.workbook.expressions import Call, Expr, If, Operand, written_out


def flag(condition: Expr) -> Expr:
    """1 where it holds, else 0."""
    return If(condition, 1, 0)


def least(*arguments: Operand) -> Expr:
    return Call("MIN", min, *arguments)


def most(*arguments: Operand) -> Expr:
    return Call("MAX", max, *arguments)


def both(*conditions: Expr) -> Expr:
    return Call("AND", lambda *held: all(held), *conditions)


def either(*conditions: Expr) -> Expr:
    return Call("OR", lambda *held: any(held), *conditions)


def whole(value: Expr) -> Expr:
    """The whole number at or below it."""
    return Call("INT", math.floor, value)


def remainder(value: Operand, by: Operand) -> Expr:
    return Call("MOD", lambda a, b: a % b, value, by)


def size(value: Expr) -> Expr:
    return Call("ABS", abs, value)


def logarithm(value: Expr) -> Expr:
    return Call("LN", math.log, value)


def exponential(value: Expr) -> Expr:
    return Call("EXP", math.exp, value)


def is_number(value: Expr) -> Expr:
    return Call("ISNUMBER", holds_number, value)


def holds_number(value: Any) -> bool:
    return isinstance(value, int | float)


def as_number(value: Expr) -> Expr:
    """A number as it is, anything else as 0."""
    return Call("N", lambda found: found if holds_number(found) else 0, value)


def last_letters(value: Expr, count: int) -> Expr:
    return Call("RIGHT", lambda found, n: written_out(found)[-n:], value, count)


def overlap(j: Expr, start: Operand, end: Operand) -> Expr:
    """The share of month j that lies between start and end."""
    return most(0, least(j + 1, end) - most(j, start))
