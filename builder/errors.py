"""What stops the builder itself: I/O, configuration, our own bugs.

A mistake in a content file is never one of these: it is a `Diagnostic`.
"""


class BuilderError(Exception):
    """Root of every exception the builder raises on purpose. Its text is French, for a user."""


class ConfigurationError(BuilderError):
    """The site cannot be read at all: no content folder, no vocabulary file."""
