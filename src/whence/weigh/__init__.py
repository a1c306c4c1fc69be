"""Origins, agreement and accounts.  Pure."""
