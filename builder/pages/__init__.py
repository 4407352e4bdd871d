"""The pages of the site: what each one is, and the list of them all."""

from builder.pages.make import make_pages
from builder.pages.making import FOOT
from builder.pages.records import SHARED, Page, Pages, Slot
from builder.pages.text import not_found_page, text_page

__all__ = ["FOOT", "SHARED", "Page", "Pages", "Slot", "make_pages", "not_found_page", "text_page"]
