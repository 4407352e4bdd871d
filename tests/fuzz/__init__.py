"""Broken, hostile and random sheets, from their bytes to the pages of a site."""
