"""From the text of a content file to its raw values, each with its place."""
