"""Does a reader find the right page? Questions as people type them, and what should come first."""
