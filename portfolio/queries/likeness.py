"""Products that build what another has: alike by their names and summaries, or by a component each builds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from kit import formats
from kit.accents import folded
from kit.bilingual import LANGUAGES, language, pair_field, reading
from portfolio.models import Component, ComponentUse, NotAlike, Organisation, Product
from portfolio.queries.alike_scores import Described, Scored, alike_products, score
from portfolio.queries.alike_words import WORD, owner_words, without_owner, words
from portfolio.queries.components import OF_THEIR_OWN, of_their_own, with_shared_product

Edge = tuple[int, int, int, int]
NAMES_AND_OWNERS = (
    "name_cy",
    "name_en",
    "organisation__name_cy",
    "organisation__name_en",
    "organisation__kind",
)
# Of the products that build a component, so many are named.
NAMED = 5


@dataclass(frozen=True)
class Pair:
    """Two products, and why they are alike. What is costly is worked out only of the pairs that are shown."""

    first: Product
    second: Product
    names: int
    summaries: int
    described: tuple[Described, Described]
    components: tuple[Component, ...] = ()

    @property
    def best(self) -> int:
        return max(self.names, self.summaries)

    @property
    def best_share(self) -> float:
        return self.best / 100

    @cached_property
    def scores(self) -> Mapping[str, float | None]:
        """Of names and of summaries in each language, a share of 1; None where one of the two says nothing in it."""
        one, other = self.described
        found: dict[str, float | None] = {}
        for number, code in enumerate(LANGUAGES):
            found[f"name_{code}"] = score(one.names[number], other.names[number])
            found[f"summary_{code}"] = score(one.summaries[number], other.summaries[number])
        return found

    @property
    def name_cy(self) -> float | None:
        return self.scores["name_cy"]

    @property
    def name_en(self) -> float | None:
        return self.scores["name_en"]

    @property
    def summary_cy(self) -> float | None:
        return self.scores["summary_cy"]

    @property
    def summary_en(self) -> float | None:
        return self.scores["summary_en"]

    @cached_property
    def words(self) -> str:
        """The words both have, in the page's language if there are any in it, as the first of the two writes them."""
        here = LANGUAGES.index(language())
        for number in (here, 1 - here):
            one, other = ({*end.names[number].split(), *end.summaries[number].split()} for end in self.described)
            shared = one & other
            if shared:
                return ", ".join(_as_written(self.first, LANGUAGES[number], shared))
        return ""


@dataclass(frozen=True)
class Group:
    """Products that are the same thing, as far as their words tell, joined by the pairs that are alike."""

    products: tuple[Product, ...]
    pairs: tuple[Edge, ...] = field(repr=False)

    @property
    def pk(self) -> int:
        """A group is known by its oldest product."""
        return min(product.pk for product in self.products)

    @property
    def number(self) -> int:
        return len(self.products)

    @cached_property
    def organisations(self) -> int:
        return len({product.organisation_id for product in self.products})

    @property
    def best(self) -> int:
        return max(max(edge[2:]) for edge in self.pairs)

    @property
    def least(self) -> int:
        return min(max(edge[2:]) for edge in self.pairs)

    @property
    def best_share(self) -> float:
        return self.best / 100

    @property
    def least_share(self) -> float:
        return self.least / 100

    @cached_property
    def title(self) -> str:
        return common_name(self.products)


def common_name(products: Iterable[Product]) -> str:
    """What most of them are called, without their owners' names: the shortest of those there are most of."""
    counts = Counter(_plain_name(product) for product in products)
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def _plain_name(product: Product) -> str:
    """A product's name as it is written, without its owner's at either end."""
    name, owner = reading(product, "name").text, product.organisation
    place = owner.kind == Organisation.Kind.LOCAL_AUTHORITY
    told = set(without_owner(words(name), owner_words((owner.name_cy, owner.name_en)), place=place))
    found = [word for word in WORD.finditer(name) if folded(word.group()) in told]
    if not found:
        return name
    plain = name[found[0].start() : found[-1].end()]
    return plain[:1].upper() + plain[1:]


def _as_written(product: Product, code: str, shared: set[str]) -> list[str]:
    """The shared words as the product writes them, each once, in the order they stand."""
    text = f"{getattr(product, f'name_{code}')} {getattr(product, f'summary_{code}')}"
    written: dict[str, str] = {}
    for word in WORD.findall(text):
        if folded(word) in shared:
            written.setdefault(folded(word), word.lower())
    return list(written.values())


def groups_of_alike(*, user: User) -> list[Group]:
    """Every group of products the person may see, the largest first. Three queries, or four."""
    edges = _edges(alike_products(), user)
    rows = Product.objects.visible_to(user).select_related("organisation").only(*NAMES_AND_OWNERS)
    products = rows.in_bulk({pk for edge in edges for pk in edge[:2]})
    found = [Group(tuple(products[pk] for pk in pks), tuple(pairs)) for pks, pairs in _joined(edges)]
    # Not by title: that costs something, and is worked out only of those that are shown.
    return sorted(found, key=lambda group: (-group.number, -group.best, group.pk))


@dataclass(frozen=True)
class Likeness:
    """One product's group: those alike to it and to each other, pair by pair, most alike first."""

    products: tuple[Product, ...]
    pairs: tuple[Pair, ...]

    @property
    def title(self) -> str:
        return common_name(self.products)


def likeness_of(*, product: Product, user: User) -> Likeness:
    """The group a product is in, with why each two are alike; nobody but itself where nothing is like it."""
    scored = alike_products()
    edges = next((pairs for pks, pairs in _joined(_edges(scored, user)) if product.pk in pks), [])
    keys = {product.pk, *(pk for edge in edges for pk in edge[:2])}
    rows = Product.objects.visible_to(user).filter(pk__in=keys).select_related("organisation")
    products = {one.pk: one for one in rows.order_by(pair_field("name"), "pk")}
    components = _components_of(keys)
    pairs = [
        Pair(
            products[first],
            products[second],
            names,
            summaries,
            (scored.described[first], scored.described[second]),
            tuple(one for one in components[first] if one in components[second]),
        )
        for first, second, names, summaries in edges
    ]
    pairs.sort(key=lambda pair: (-pair.best, -pair.summaries, pair.first.pk, pair.second.pk))
    return Likeness(tuple(products.values()), tuple(pairs))


def _edges(scored: Scored, user: User) -> list[Edge]:
    """The pairs of which the person may see both, and of which nobody has said that they are not the same."""
    seen = set(Product.objects.visible_to(user).values_list("pk", flat=True))
    apart = set(NotAlike.objects.values_list("first_id", "second_id"))
    return [edge for edge in scored.pairs if edge[0] in seen and edge[1] in seen and edge[:2] not in apart]


def _joined(edges: Sequence[Edge]) -> list[tuple[list[int], list[Edge]]]:
    """Keys that lead to one another through pairs, and the pairs between them."""
    leads: dict[int, int] = {}

    def root(pk: int) -> int:
        while leads.setdefault(pk, pk) != pk:
            leads[pk] = pk = leads[leads[pk]]
        return pk

    for first, second, *_scores in edges:
        leads[root(second)] = root(first)
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        inside[root(edge[0])].append(edge)
    return [(sorted({pk for edge in pairs for pk in edge[:2]}), pairs) for pairs in inside.values()]


def _components_of(keys: Iterable[int]) -> Mapping[int, list[Component]]:
    """What each of the products has one of its own of. One query."""
    found: defaultdict[int, list[Component]] = defaultdict(list)
    rows = ComponentUse.objects.filter(product__in=keys, way__in=OF_THEIR_OWN).select_related("component")
    for use in rows.order_by("component_id"):
        found[use.product_id].append(use.component)
    return found


@dataclass(frozen=True)
class BuiltAgain:
    """A component that several products have one of their own of, or one where another product shares it.

    `some` are the first few of the products by name.
    """

    component: Component
    number: int
    some: tuple[Product, ...]
    shared_by: Product | None


def built_again(*, user: User) -> list[BuiltAgain]:
    """By component: who builds what another shares, or what others build too; most builders first. Four queries."""
    uses = ComponentUse.objects.visible_to(user).filter(of_their_own())
    builders: defaultdict[int, list[int]] = defaultdict(list)
    for key, product in uses.order_by(pair_field("product__name"), "pk").values_list("component", "product"):
        builders[key].append(product)
    components = with_shared_product(Component.objects.filter(pk__in=builders), user=user)
    found: list[tuple[Component, list[int]]] = []
    for component in components:
        others = builders[component.pk]
        if len(others) > 1 or component.shared_product_id:
            found.append((component, others))
    products = Product.objects.in_bulk({pk for _component, others in found for pk in others[:NAMED]})
    found.sort(key=lambda one: (-len(one[1]), str(one[0].name).casefold()))
    return [
        BuiltAgain(component, len(others), tuple(products[pk] for pk in others[:NAMED]), component.shared_product)
        for component, others in found
    ]


def likeness_finding(*, groups: Sequence[Group], again: Sequence[BuiltAgain]) -> list[str]:
    """How many products look alike, in how many groups, and what is the largest."""
    sentences = []
    if groups:
        sentences.append(
            _("%(number)s products look alike: %(name)s.") % {"number": groups[0].number, "name": groups[0].title}
        )
        said = ngettext(
            "They are the one group of products that look alike.",
            "%(number)s groups of products look alike, with %(products)s products in them.",
            len(groups),
        )
        products = formats.number(sum(one.number for one in groups))
        sentences.append(formats.counted(said, len(groups), products=products))
    else:
        sentences.append(_("No two products look alike by their names or summaries."))
    if again:
        said = ngettext(
            "One component is built by products though another shares it, or by several.",
            "%(number)s components are built by products though another shares them, or by several.",
            len(again),
        )
        sentences.append(formats.counted(said, len(again)))
    return sentences


def pair_finding(likeness: Likeness) -> list[str]:
    """How many products are in the group and how alike they are."""
    if not likeness.pairs:
        return [_("No other product that you may see is like this one.")]
    bodies = len({one.organisation_id for one in likeness.products})
    best, least = likeness.pairs[0].best, likeness.pairs[-1].best
    return [
        _("%(number)s products look alike: %(name)s.") % {"number": len(likeness.products), "name": likeness.title},
        _("They belong to %(bodies)s organisations. Of their letters the pairs have %(least)s to %(best)s in common.")
        % {"bodies": bodies, "least": formats.percent(least / 100), "best": formats.percent(best / 100)},
    ]
