"""The self-audit: facts drawn at random and keyed again unseen, and the error rate of it."""
