"""The outbox: who asked for mail and of what, what is to be sent, and how it leaves the house.

It knows nothing of inspections: what happened is told to it as words, by topic.
"""
