"""The form of a lesson."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kit.forms import VersionedModelForm
from portfolio.models import Lesson

LONG = ("happened_cy", "happened_en", "advice_cy", "advice_en")


class LessonForm(VersionedModelForm):
    """What happened, and what somebody else should do about it."""

    wants_user = True
    asks_why = True

    class Meta:
        model = Lesson
        fields = ["title_cy", "title_en", *LONG, "phase", "learnt_on", "evidence", "source_cy", "source_en"]
        labels = {
            "advice_cy": _("What somebody else should do about it, in Welsh"),
            "advice_en": _("What somebody else should do about it, in English"),
        }
        help_texts = {
            "title_cy": _("The lesson in a line, as it would be told to another team."),
            "title_en": _("The lesson in a line, as it would be told to another team."),
            "happened_cy": _("What was expected, what came instead, and why."),
            "happened_en": _("What was expected, what came instead, and why."),
            "advice_cy": _("To be done by a team that does not know this product."),
            "advice_en": _("To be done by a team that does not know this product."),
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in LONG}
