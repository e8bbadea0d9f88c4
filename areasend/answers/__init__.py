"""What a page, an API reply and a terminal table all show: frozen dataclasses, one a question."""
