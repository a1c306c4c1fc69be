"""The order of things: stages, engines, the case, and the only clock."""
