"""Bytes in, never changed: the vault, the custody log, and the formats that open a capture."""
