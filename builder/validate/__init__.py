"""From raw values to checked values: types, vocabularies, addresses."""
