"""Writes squads, their posts with every change of state, and what they work on."""

from interchange.sample.load_conversions import load_conversions
from interchange.sample.posts import POSTS
from interchange.sample.sources import MADE_UP
from interchange.sample.squads import ASSIGNMENTS, SQUADS
from interchange.sample.writing import Loading
from squads.models import Assignment, Post, PostStateChange, Role, Squad


def load_squads(loading: Loading) -> None:
    """The roles come with the defaults, which are loaded first."""
    loading.roles = {role.code: role for role in Role.objects.all()}
    rows = loading.write(
        Squad,
        [
            Squad(
                name_cy=one.name_cy,
                name_en=one.name_en,
                organisation=loading.organisations[one.home],
                since=one.since,
                until=one.until,
                **one.source.fields(),
            )
            for one in SQUADS
        ],
    )
    loading.squads.update(zip([one.key for one in SQUADS], rows, strict=True))
    loading.write(
        Assignment,
        [
            Assignment(
                squad=loading.squads[one.squad],
                product=loading.products[one.product],
                share=one.share,
                start=one.start,
                end=one.end,
                **one.source.fields(),
            )
            for one in ASSIGNMENTS
        ],
    )
    load_posts(loading)


def load_posts(loading: Loading) -> None:
    posts = loading.write(
        Post,
        [
            Post(
                squad=loading.squads[one.squad],
                role=loading.roles[one.role],
                employment=one.employment,
                planned_from=one.planned_from,
                planned_to=one.planned_to,
                fte=one.fte,
                state=one.changes[-1][0],
                holder=one.holder,
                **MADE_UP.fields(),
            )
            for one in POSTS
        ],
    )
    loading.write(
        PostStateChange,
        [
            PostStateChange(post=post, state=state, on=on)
            for one, post in zip(POSTS, posts, strict=True)
            for state, on in one.changes
        ],
    )
    keys = [(one.squad, one.role, str(one.employment), one.planned_from.isoformat()) for one in POSTS]
    load_conversions(loading, dict(zip(keys, posts, strict=True)))
