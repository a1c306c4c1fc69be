"""The desk as a local web app: pages over the index of one generation, and judgements into the journal."""
