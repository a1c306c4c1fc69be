"""What a capture holds: one module a format, each a pure function from bytes to records."""

from whence.preserve.formats.registry import SUFFIXES, media_type, open_records

__all__ = ["SUFFIXES", "media_type", "open_records"]
