"""Mirrors builder/cache."""
