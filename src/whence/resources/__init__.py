"""Knowledge as readable tables, loaded by `flow.resources` and handed to the rooms that use it."""
