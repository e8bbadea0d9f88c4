"""Published documents as they came, each kept once by its hash, and where each was seen."""
