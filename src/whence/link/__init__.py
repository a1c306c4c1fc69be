"""Which statements speak of one thing: copies, sources, places, incidents.  Pure."""
