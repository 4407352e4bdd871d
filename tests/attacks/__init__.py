"""Sheets of an ill-meaning stranger: nothing in them runs, nothing leaves the page."""
