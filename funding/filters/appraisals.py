"""What appraisals can be narrowed by."""

from funding.models import Appraisal
from kit.filters import ListFilter


class AppraisalFilter(ListFilter):
    search_pairs = ["name", "product__name"]

    class Meta:
        model = Appraisal
        fields = ["product", "start_year"]
