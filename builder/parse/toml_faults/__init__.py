"""What is wrong with a TOML document, in the words of an animator: one module a kind of fault."""
