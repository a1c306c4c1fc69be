"""What can be rebuilt: the tables of a generation.  May be deleted any day."""
