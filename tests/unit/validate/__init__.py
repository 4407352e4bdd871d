"""Tests of `builder/validate/`."""
