"""How the reader's model is made, from raw data folders to the shipped file and its card.  Not in the wheel."""
