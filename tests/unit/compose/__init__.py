"""Tests of `builder/compose/`."""
