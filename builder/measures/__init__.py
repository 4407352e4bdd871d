"""The site measures itself: what its pages weigh, counted in the files that a build just wrote."""

from builder.measures.page import Contents, Host, PageMeasures
from builder.measures.site import Glance, Kind, SiteMeasures, glance, measure_site
from builder.measures.table import (
    MARKER,
    PAGE,
    measures_table,
    read_ahead,
    write_measures,
)

__all__ = [
    "MARKER",
    "PAGE",
    "Contents",
    "Glance",
    "Host",
    "Kind",
    "PageMeasures",
    "SiteMeasures",
    "glance",
    "measure_site",
    "measures_table",
    "read_ahead",
    "write_measures",
]
