"""The audit workbook: any case as a spreadsheet of live formulas, to the FAST standard."""

from funding.documents.workbook.about import About, Signature
from funding.documents.workbook.book import Book, audit_workbook, book_of

__all__ = ["About", "Book", "Signature", "audit_workbook", "book_of"]
