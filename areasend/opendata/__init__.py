"""Open data: everything released, as files in the forms that people already use."""
