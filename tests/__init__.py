"""Tests of the generator and of the sites it writes."""
