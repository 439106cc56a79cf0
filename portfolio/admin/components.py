"""The administration site's pages of components and of products that are not the same."""

from django.contrib import admin

from accounts.admin import RecordAdmin
from portfolio.models import Component, ComponentUse, NotAlike


@admin.register(Component)
class ComponentAdmin(RecordAdmin):
    list_display = ["__str__", "shared_product", "role_code", "evidence"]
    list_filter = ["evidence"]
    list_select_related = ["shared_product"]
    search_fields = ["name_cy", "name_en"]
    autocomplete_fields = ["shared_product"]
    sorted_by_name = True


@admin.register(ComponentUse)
class ComponentUseAdmin(RecordAdmin):
    list_display = ["component", "product", "way", "fte", "evidence"]
    list_filter = ["way", "component", "evidence"]
    list_select_related = ["component", "product"]
    search_fields = ["component__name_cy", "component__name_en", "product__name_cy", "product__name_en"]
    autocomplete_fields = ["component", "product"]


@admin.register(NotAlike)
class NotAlikeAdmin(RecordAdmin):
    list_display = ["first", "second", "said_on", "reason"]
    list_select_related = ["first", "second"]
    search_fields = ["first__name_cy", "first__name_en", "second__name_cy", "second__name_en", "reason"]
    autocomplete_fields = ["first", "second", "said_by"]
