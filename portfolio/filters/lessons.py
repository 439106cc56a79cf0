"""What the list of lessons can be narrowed by."""

from portfolio.filters.of_product import OfProductFilter
from portfolio.models import Lesson


class LessonFilter(OfProductFilter):
    search_pairs = ["title", "happened", "advice", "product__name"]

    class Meta:
        model = Lesson
        fields = ["phase", "product", "organisation"]
