"""What the catalogue knows of its fiches together: counts, neighbours, feeds."""
