"""Tests of `builder/search/`."""
