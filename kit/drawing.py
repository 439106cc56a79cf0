"""What pictures drawn on the server share: lengths along a row, and whether a number can be written in one."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Stretch:
    """A length of a row, in the units of the drawing. A number is written in it where there is `room_for_a_number`."""

    room_for_a_number: ClassVar[float]
    x: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def has_room(self) -> bool:
        return self.width >= self.room_for_a_number
