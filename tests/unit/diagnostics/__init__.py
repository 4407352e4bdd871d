"""Tests of `builder/diagnostics/`."""
