"""Checks over a built site, each a pure function from files to findings."""
