"""The reader that asks a language model: what it is asked, and what may be believed of what it answers."""
