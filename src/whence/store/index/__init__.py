"""The desk's index: one SQLite file a generation, written once, read only afterwards; the one door to SQL."""
