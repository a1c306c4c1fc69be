"""What a capture holds: one module a format, each a pure function from bytes to records."""
