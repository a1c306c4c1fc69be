"""The trained reader: words to features, windows, the network's session, and spans out of its scores."""
