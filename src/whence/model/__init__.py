"""The nouns: frozen, typed values without input or output.  Imports nothing else of Whence."""
