"""That Cynnal and the packages under it say everything in Welsh, and that the check of it would notice."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

from kit import catalogues
from kit.catalogues import PLURAL_FORMS, Message
from kit.extraction import messages_in, part_of
from kit.message_faults import faults, placeholders

ROOMS = {"kit", "accounts", "funding"}
DJANGO = ("conf", "contrib/admin", "contrib/auth", "contrib/contenttypes", "contrib/sessions")
# Of allauth only what a person meets who signs in with a password; the rest of it is not installed.
OTHERS = {
    "allauth": ("account", "core", "decorators.py", "templates/account", "templates/allauth", "utils.py"),
    "django_filters": (".",),
    "django_tables2": (".",),
    "simple_history": (".",),
}


def place_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec, package
    assert spec.origin, package
    return Path(spec.origin).parent


def said_by_django(domain: str) -> Iterator[Message]:
    for part in DJANGO:
        path = place_of("django") / part / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        for entry in polib.pofile(str(path)) if path.exists() else []:
            yield Message(entry.msgid, entry.msgid_plural, entry.msgctxt or "")


def said_by_others() -> Iterator[Message]:
    for package, parts in OTHERS.items():
        for part in parts:
            place = place_of(package) / part
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.suffix in (".py", ".html", ".txt") and not {"tests", "migrations"} & set(path.parts):
                    yield from messages_in(path)


def welsh_of(welsh: DjangoTranslation, message: Message) -> list[str]:
    """What a Welsh page says, one text or the four of a plural; nothing where it would say it in English."""
    key = f"{message.context}\x04{message.text}" if message.context else message.text
    if message.plural:
        return [welsh._catalog.get((key, number), "") for number in range(4)]
    return [welsh._catalog.get(key) or welsh._catalog.get((key, 0), "")]


@pytest.fixture(scope="module")
def welsh() -> DjangoTranslation:
    catalogues.compile_stale(settings.BASE_DIR / "locale")
    return DjangoTranslation("cy")


@pytest.mark.parametrize("said", [lambda: said_by_django("django"), said_by_others], ids=["Django", "other packages"])
def test_nothing_a_package_says_is_english_on_a_welsh_page(said, welsh):
    found = set(said())
    assert len(found) > 200
    assert [message.text for message in found if not all(welsh_of(welsh, message))] == []


def test_the_scripts_of_the_administration_site_speak_welsh():
    welsh = DjangoTranslation("cy", domain="djangojs")
    assert [one.text for one in said_by_django("djangojs") if not all(welsh_of(welsh, one))] == []


def test_what_a_package_fills_in_is_filled_in_in_welsh_too(welsh):
    for message in {*said_by_django("django"), *said_by_others()}:
        for text in welsh_of(welsh, message)[-1:]:
            assert placeholders(text) == placeholders(message.plural or message.text), message.text


@pytest.mark.parametrize(
    ("years", "said"), [(1, "1 flwyddyn"), (2, "2 flynedd"), (3, "3 blynedd"), (8, "8 mlynedd"), (11, "11 mlynedd")]
)
def test_years_are_counted_as_welsh_counts_them(years, said):
    with translation.override("cy"):
        assert translation.ngettext("%(num)d year", "%(num)d years", years) % {"num": years} == said


def test_django_s_mistake_about_the_largest_value_is_put_right():
    with translation.override("cy"):
        said = translation.gettext("Ensure this value is less than or equal to %(limit_value)s.")
    assert said == "Sicrhewch fod y gwerth hwn yn llai na neu'n hafal i %(limit_value)s."


# ---- the check itself


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{% translate "Save" %}', Message("Save")),
        ('<p>{{ _("Save") }}</p>', Message("Save")),
        ('{% translate "May" context "month" %}', Message("May", context="month")),
        ("{% blocktranslate trimmed %}\n   Two\n   lines\n{% endblocktranslate %}", Message("Two lines")),
        ("{% blocktranslate %}By {{ who }}{% endblocktranslate %}", Message("By %(who)s")),
        (
            "{% blocktranslate count n=rows %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}",
            Message("%(n)s row", "%(n)s rows"),
        ),
        ("  <ul>\n      {% if a %}\n  <b>it's</b> {% translate 'Kept' %}\n{% endif %}", Message("Kept")),
    ],
)
def test_a_template_s_messages_are_found(tmp_path, template, expected):
    page = tmp_path / "page.html"
    page.write_text(template, encoding="utf-8")
    assert list(messages_in(page)) == [expected]


def test_a_module_s_messages_are_found_with_their_plurals_and_contexts(tmp_path):
    module = tmp_path / "views.py"
    module.write_text(
        "from django.utils.translation import gettext_lazy as _, npgettext, pgettext\n"
        'a = _("One " "text")\nb = pgettext("verb", "post")\nc = npgettext("squad", "post", "posts", n)\nd = _(a)\n',
        encoding="utf-8",
    )
    assert list(messages_in(module)) == [
        Message("One text"),
        Message("post", context="verb"),
        Message("post", "posts", "squad"),
    ]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("funding/views/runs.py", "funding"),
        ("funding/engine/faults.py", "engine"),
        ("templates/funding/run.html", "funding"),
        ("templates/account/login.html", "accounts"),
        ("templates/base.html", "base"),
        ("config/urls.py", "base"),
    ],
)
def test_a_message_is_kept_with_the_part_that_says_it(path, part):
    assert part_of(path, ROOMS) == part


def entry(text: str, welsh: str | list[str] = "", **more: object) -> polib.POEntry:
    if isinstance(welsh, list):
        return polib.POEntry(msgid=text, msgid_plural=text, msgstr_plural=dict(enumerate(welsh)), **more)
    return polib.POEntry(msgid=text, msgstr=welsh, **more)


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        (entry("Cost"), "'Cost' is not translated"),
        (entry("Cost", "Cost"), "'Cost' is the same in Welsh"),
        (entry("Cost", "Cost", flags=["fuzzy"]), "'Cost' is fuzzy"),
        (entry("Cost", "Cost", obsolete=True), "'Cost' is obsolete"),
        (entry("Price", "Pris"), "'Price' is said nowhere any more"),
        (entry("Cost of %(name)s", "Cost %(enw)s"), "has %(name)s to fill in, and its Welsh %(enw)s"),
        (entry("Cost of {name}", "Cost"), "has {name} to fill in, and its Welsh nothing"),
        (entry("%s of %s", "%s"), "has %s %s to fill in, and its Welsh %s"),
        (entry("%(n)s posts", ["a", "b", "c", ""]), "lacks one of its four forms"),
        (entry("%(n)s posts", ["swydd", "swydd", "%(n)s swydd", "swydd"]), "and its Welsh nothing"),
    ],
)
def test_the_check_names_what_is_wrong_with_a_message(kept, fault):
    catalogue = catalogues.blank()
    catalogue.append(kept)
    said = {Message("Cost"): {"kit": ["kit/formats.py"]}}
    assert fault in "\n".join(faults({"kit": catalogue}, said, set()))


def test_the_check_names_a_message_that_no_catalogue_has_and_where_it_is_said():
    said = {Message("Cost"): {"kit": ["kit/formats.py"]}}
    assert list(faults({}, said, set())) == ["kit: 'Cost' is in no catalogue (kit/formats.py)"]


def test_the_check_names_two_wordings_of_one_message():
    kit, funding = catalogues.blank(), catalogues.blank()
    kit.append(entry("Cost", "Pris"))
    funding.append(entry("Cost", "Traul"))
    said = {Message("Cost"): {"kit": ["kit/formats.py"]}}
    assert list(faults({"kit": kit, "funding": funding}, said, set())) == ["funding: 'Cost' has other Welsh in kit"]


def test_a_message_with_all_it_needs_is_let_pass():
    catalogue = catalogues.blank()
    catalogue.append(entry("%(n)s posts", ["swydd", "dwy swydd", "%(n)s swydd", "%(n)s swydd"]))
    said = {Message("%(n)s posts", "%(n)s posts"): {"kit": ["kit/formats.py"]}}
    assert list(faults({"kit": catalogue}, said, set())) == []


def test_the_plural_rule_is_django_s_own():
    path = place_of("django") / "conf" / "locale" / "cy" / "LC_MESSAGES" / "django.po"
    assert polib.pofile(str(path)).metadata["Plural-Forms"] == PLURAL_FORMS


def test_adding_messages_keeps_the_welsh_that_is_there(tmp_path):
    catalogue = catalogues.blank()
    catalogue.append(entry("Cost", "Cost oes"))
    catalogues.add(catalogue, Message("Award", "Awards"))
    assert catalogues.write(tmp_path, "kit", catalogue)
    again = catalogues.read(tmp_path)["kit"]
    assert [(one.msgid, one.msgstr, one.msgstr_plural) for one in again] == [
        ("Award", "", dict.fromkeys(range(4), "")),
        ("Cost", "Cost oes", {}),
    ]
    assert not catalogues.write(tmp_path, "kit", again)
    assert catalogues.compile_stale(tmp_path) == 1
    assert catalogues.compile_stale(tmp_path) == 0
