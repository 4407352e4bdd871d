"""The site measures itself: what its pages weigh, counted in the files that a build just wrote."""

from builder.measures.page import PageMeasures
from builder.measures.site import Kind, SiteMeasures, measure_site
from builder.measures.table import MARKER, PAGE, measures_table, write_measures

__all__ = [
    "MARKER",
    "PAGE",
    "Kind",
    "PageMeasures",
    "SiteMeasures",
    "measure_site",
    "measures_table",
    "write_measures",
]
