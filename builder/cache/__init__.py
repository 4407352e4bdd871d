"""What a build keeps for the next one, in `.cache/fiches/` beside `mkdocs.yml`.

All of it may be deleted at any time. Nothing is trusted: what does not read as it was written is
as good as absent.
"""
