"""How Django's forms are drawn: with GOV.UK Frontend's markup, from templates/django/forms/govuk/."""

from django.forms.renderers import TemplatesSetting


class GovukRenderer(TemplatesSetting):
    form_template_name = "django/forms/govuk/form.html"
    formset_template_name = "django/forms/govuk/formset.html"
    field_template_name = "django/forms/govuk/field.html"
