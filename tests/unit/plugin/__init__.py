"""Tests of builder.plugin."""
