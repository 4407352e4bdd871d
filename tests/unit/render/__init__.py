"""Tests of `builder/render/`."""
