"""Tables of the documents, read as rows, for the tests that hold them to what they are about."""

from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]


def tables(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Every table of a page with the comment that stands before it, if one does; rows by the names of the columns."""
    comment, lines = "", path.read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        if lines[at].startswith("|") and lines[at + 1].startswith("|--"):
            names, rows = _cells(lines[at]), []
            at += 2
            while at < len(lines) and lines[at].startswith("|"):
                rows.append(dict(zip(names, _cells(lines[at]), strict=True)))
                at += 1
            yield comment, rows
            comment = ""
        elif lines[at].startswith("<!--"):
            comment = lines[at].removeprefix("<!--").removesuffix("-->").strip()
        elif lines[at]:
            comment = ""
        at += 1


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def with_columns(path: Path, *names: str) -> list[Row]:
    return [row for _, rows in tables(path) for row in rows if tuple(row) == names]
