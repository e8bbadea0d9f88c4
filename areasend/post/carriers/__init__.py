"""Who takes letters, as the settings name them."""

from django.conf import settings

from areasend.post.letters import Carrier


def carrier() -> Carrier:
    """Return the carrier that the settings name."""
    # Each only where it is used: Notify's client is an extra that need not be there.
    if settings.NOTIFY_TEMPLATE:
        from areasend.post.carriers.notify import Notify

        return Notify(
            key=settings.NOTIFY_KEY, template=settings.NOTIFY_TEMPLATE, server=settings.NOTIFY_URL
        )
    from areasend.post.carriers.smtp import Smtp

    return Smtp(sender=settings.MAIL_FROM)
