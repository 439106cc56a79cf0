"""What is said beside the box of an end: it is kept as the first day after, and told everywhere as the last day."""

from django.utils.translation import gettext_lazy

DAY_AFTER = gettext_lazy("The day after the last one. Where 31 March 2027 is to be the last day, enter 1 April 2027.")
