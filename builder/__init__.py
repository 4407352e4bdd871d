"""Read, check and publish practice sheets in social responsibility (fiches RSE)."""

__version__ = "0.1.0"
