"""E-mail alerts: what a mail says, and the work of composing and sending. Their pages are views."""
