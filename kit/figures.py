"""Key figures at the top of a page: three to five, each with its unit and date, each a link to its rows."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class KeyFigure:
    """The value is already written by `kit.formats`."""

    label: Any
    value: str
    unit: Any = ""
    as_at: Any = ""
    url: str = ""
