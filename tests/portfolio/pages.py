"""What the tests of pages of records ask: a person's client, a form as a browser posts it, a file's rows."""

import csv
import io
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from lxml import html
from python_calamine import CalamineWorkbook

from tests.world import World

# What Python's own readers would take for a number, and what nobody could.
NOT_NUMBERS = ["text", "NaN", "Infinity", "1e5", "-1", "1_000", "٣", "9" * 40, "1.234.5", "£"]
NOT_DATES = ["tomorrow", "31 February 2027", "2027-13-01", "1 April 1889", "1 April 2199", "NaN", "٠١/٠٤/٢٠٢٧"]


def signed_in(world: World, who: str) -> Client:
    client = Client()
    client.force_login(world.person(who))
    return client


def address(name: str, *arguments: Any, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=arguments)


def typed(response: Any) -> dict[str, str]:
    """What a browser would post if nobody touched the form."""
    data: dict[str, str] = {}
    for bound in response.context["form"]:
        value = bound.field.prepare_value(bound.value())
        if value is not None and value is not False:
            data[bound.html_name] = str(value)
    return data


def text(response: Any) -> str:
    return response.content.decode()


def said_beside(response: Any, field: str) -> str:
    """The error that stands beside a field; "" where none does."""
    found = html.fromstring(text(response)).xpath(f"//*[@id='id_{field}_error']")
    return " ".join(" ".join(found[0].text_content().split()).removeprefix("Error:").split()) if found else ""


def kept_in(response: Any, field: str) -> str:
    """What the box of a field holds on the page that came back."""
    page = html.fromstring(text(response))
    chosen = page.xpath(f"//select[@name='{field}']/option[@selected]/@value")
    written = page.xpath(f"//input[@name='{field}']/@value") or page.xpath(f"//textarea[@name='{field}']/text()")
    return str([*chosen, *written, ""][0]).strip()


def rows_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def cells_of(response: Any) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def alike(written: str, cell: Any) -> bool:
    """Whether a cell of the CSV says what the cell of the workbook does."""
    if isinstance(cell, int | float):
        return Decimal(written) == Decimal(repr(cell)).quantize(Decimal("0.001")) or float(written) == cell
    return written.removeprefix("'") == str(cell)


def queries_for(client: Client, url: str) -> int:
    """How many queries a page asks when it has been asked for before."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
