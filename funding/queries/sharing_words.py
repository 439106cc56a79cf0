"""What the products of one squad come to together, in sentences; each must read right for any option that is best."""

from django.utils.translation import gettext as _

from funding.queries.comparison import Comparison, OptionResult
from funding.queries.doubted import NET
from funding.queries.sharing import Together
from funding.queries.standing import EVEN
from kit import formats


def finding(comparison: Comparison, together: Together) -> list[str]:
    """Whose squad it is, and which option is best for all its products."""
    return [_who(together), *_best(comparison, together)]


def _who(together: Together) -> str:
    named = [f"{one.name} ({formats.percent(one.share)})" for one in together.products]
    return _("One squad of %(fte)s FTE sustains these products: %(products)s.") % {
        "fte": formats.number(together.fte, 1),
        "products": ", ".join(named),
    }


def _best(comparison: Comparison, together: Together) -> list[str]:
    net = {option.key: float(together.totals[option.key][NET]) for option in comparison.options}
    order = sorted(comparison.options, key=lambda option: -net[option.key])
    top = net[order[0].key]
    leaders = [option for option in order if top - net[option.key] <= EVEN]
    rest = order[len(leaders) :]
    words = {
        "options": ", ".join(map(_quote, leaders)),
        "value": formats.headline_money(top),
        "second": _quote(rest[0]) if rest else "",
        "lead": formats.headline_money(top - net[rest[0].key]) if rest else "",
    }
    if not rest and len(leaders) > 1:
        return [_("For all of them together every option comes to the same net present value, %(value)s.") % words]
    if not rest:
        return [_("For all of them together the net present value of %(options)s is %(value)s.") % words]
    if len(leaders) > 1:
        sentence = _(
            "For all of them together these are level and best, with a net present value of %(value)s: %(options)s."
        )
    else:
        sentence = _(
            "For all of them together %(options)s is best, with a net present value of %(value)s: "
            "%(lead)s more than %(second)s."
        )
    return [sentence % words]


def how(comparison: Comparison, together: Together) -> list[str]:
    """What the options have of their own where several products share a squad."""
    words = {"products": formats.number(len(together.products))}
    models = {option.funding_model for option in comparison.options}
    found = []
    if models & {"sustained_squad", "contractor_to_permanent"}:
        found.append(_("A squad is approved, and its suppliers procured, once for all its products."))
    if "annual_cycle" in models:
        bids = len(together.products) * comparison.years
        found.append(
            _(
                "An annual fund is for one product, so each bids and procures for itself: "
                "products %(products)s, bids over the whole life %(bids)s."
            )
            % {**words, "bids": formats.number(bids)}
        )
    if "capital_project" in models:
        found.append(_("A capital project is for one product, so each has its own bid and procurement."))
    return found


def part_of_squad(*, fte: float, share: float) -> str:
    """For the page of the appraisal itself, which shows one product's part."""
    return _("The squad here, %(fte)s FTE, is the %(share)s that this product has of a squad with other products.") % {
        "fte": formats.number(fte, 1),
        "share": formats.percent(share),
    }


def _quote(option: OptionResult) -> str:
    return f"“{option.name}”"
