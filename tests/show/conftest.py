"""The hand-made findings of this folder can be imported by name."""
