"""What people decided: append-only, hash-chained, never rebuilt."""
