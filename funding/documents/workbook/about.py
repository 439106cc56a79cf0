"""What is said of the workbook as a whole, handed to it by whoever makes it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Signature:
    """Who made a figure, and who signed it when."""

    made_by: str
    signed_by: str = ""
    signed_on: datetime.date | None = None


@dataclass(frozen=True)
class About:
    """`status` and `sunset` (the day after which it is not to be used) are shown where given.

    `signatures` are by path of the case (`product.decay_rate`, `options.annual.award_month`).
    """

    made_at: datetime.datetime
    made_by: str = ""
    status: str = ""
    sunset: datetime.date | None = None
    signatures: Mapping[str, Signature] = field(default_factory=dict)
