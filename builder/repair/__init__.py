"""Write in the files the repairs that nobody could mean otherwise, and nothing else.

`trial` makes them in memory, where the whole content is checked with the new texts; `proof` judges
each file; `files` writes those that passed. What stands outside the repaired places survives byte
for byte.
"""

from builder.repair.trial import Repairs, repair

__all__ = ["Repairs", "repair"]
