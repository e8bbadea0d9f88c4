"""One frozen dataclass for each question: every face shows the same answer."""
