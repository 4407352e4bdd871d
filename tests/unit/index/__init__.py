"""Tests of `builder/index/`."""
