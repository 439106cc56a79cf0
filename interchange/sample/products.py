"""The products of the sample: `NAMED` are in the evidence or the fund's own record, `INVENTED` are not."""

import datetime
from dataclasses import dataclass

from interchange.sample.sources import Source


@dataclass(frozen=True)
class SampleProduct:
    """A product; `phases` are the days it entered each phase, the last one being where it is now."""

    key: str
    name_cy: str
    name_en: str
    summary_cy: str
    summary_en: str
    owner: str
    programme: str
    phases: tuple[tuple[str, datetime.date], ...]
    source: Source
    end_of_life: datetime.date | None = None


def since(**phases: str) -> tuple[tuple[str, datetime.date], ...]:
    """`since(alpha="2025-01-06", beta="2025-09-01")`, in the order they came."""
    return tuple((phase, datetime.date.fromisoformat(day)) for phase, day in phases.items())
