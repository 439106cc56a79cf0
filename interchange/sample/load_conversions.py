"""Writes conversions and their handovers, over posts that are written already."""

from interchange.sample.conversions import CONVERSIONS, PostKey
from interchange.sample.sources import MADE_UP
from interchange.sample.writing import Loading
from squads.models import Conversion, HandoverItem, Post


def load_conversions(loading: Loading, posts: dict[PostKey, Post]) -> None:
    rows = loading.write(
        Conversion,
        [
            Conversion(contractor=posts[one.contractor], permanent=posts[one.permanent], **MADE_UP.fields())
            for one in CONVERSIONS
        ],
    )
    loading.write(
        HandoverItem,
        [
            HandoverItem(
                conversion=conversion,
                what_cy=item.what_cy,
                what_en=item.what_en,
                by_whom=item.by_whom,
                due_on=item.due_on,
                done_on=item.done_on,
                **MADE_UP.fields(),
            )
            for one, conversion in zip(CONVERSIONS, rows, strict=True)
            for item in one.items
        ],
    )
