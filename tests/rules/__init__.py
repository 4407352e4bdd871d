"""One file a code: a good sheet, a bad sheet, the exact text shown."""
