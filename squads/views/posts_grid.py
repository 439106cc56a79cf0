"""All of a squad's posts changed on one page."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kit.grids import GridColumn, GridRow, GridSource
from kit.views import GridPage
from squads.actions.posts import save_post
from squads.forms.posts import PostForm
from squads.forms.posts_grid import post_columns
from squads.models import Post, Squad
from squads.queries.posts_grid import posts_as_rows


class PostsGrid(GridPage):
    permission = "squads.change_squad"
    parent_model = Squad
    title = _("Change all posts")
    row_label = _("Post")
    explanation = _("Posts that have ended are left out. A last day is given as the first day no longer planned.")

    def get_columns(self) -> Sequence[GridColumn]:
        return post_columns(user=self.request.user)

    def get_sources(self, *, lock: bool) -> Sequence[GridSource]:
        return posts_as_rows(squad=self.parent, lock=lock)

    def get_back_url(self) -> str:
        return reverse("squads:squad", args=[self.parent.pk])

    def save_row(self, row: GridRow) -> None:
        """Judged and saved by the form of a post, so that one rule holds on both pages."""
        if row.is_new:
            post, kept = Post(squad=self.parent), {"evidence": Post._meta.get_field("evidence").get_default()}
        else:
            post = Post.objects.get(pk=row.key)
            kept = {name: getattr(post, name) for name in ("evidence", "source_cy", "source_en", "version")}
        typed = row.texts | {name: row.values[name] for name in ("role", "employment", "state")}
        form = PostForm(typed | kept, user=self.request.user, instance=post)
        if not form.is_valid():
            raise ValidationError(form.errors.as_data())
        save_post(form=form, on=form.cleaned_data["state_from"])
