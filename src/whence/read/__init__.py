"""From records to reports to statements.  Pure: no input or output, no clock, no environment."""
