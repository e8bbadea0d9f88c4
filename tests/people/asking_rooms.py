"""Asks the rooms for pages as a stranger, or as whoever holds an account."""

from django.test import Client


def stranger(**given):
    """Return a client that nobody has signed in to."""
    return Client(headers={"host": "localhost"}, **given)


def signed_in(who):
    """Return a client in which an account is signed in, by whatever steps it has."""
    client = stranger()
    client.force_login(who, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def sign_in(client, email, password, **given):
    """Send the form of the first step, and return its answer."""
    return client.post("/sign-in", {"login": email, "password": password}, **given)
