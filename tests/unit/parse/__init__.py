"""Tests of `builder/parse/`."""
