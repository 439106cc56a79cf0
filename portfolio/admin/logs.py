"""The administration site's pages of decisions and lessons."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Decision, Lesson


@admin.register(Decision)
class DecisionAdmin(RecordAdmin):
    list_display = ["__str__", "product", "due_on", "decided_on", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["product"]
    search_fields = ["question_cy", "question_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    list_display = ["__str__", "product", "phase", "learnt_on", "evidence"]
    list_filter = ["phase", "evidence"]
    list_select_related = ["product"]
    search_fields = ["title_cy", "title_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["product"]
