"""Tests of builder.pages."""
