"""One file a command; each holds a click command named `command` and imports what is heavy when it runs."""
