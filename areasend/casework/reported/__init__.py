"""Errors that readers reported and replies of bodies: looked at, answered, declined, deleted."""
