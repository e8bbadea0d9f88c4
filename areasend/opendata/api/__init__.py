"""The API: read-only JSON of the dataclasses of `answers`, described by OpenAPI."""
