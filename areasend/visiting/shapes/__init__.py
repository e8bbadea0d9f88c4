"""What the pages and files of each kind of source must look like, and what they lead to.

A page that does not look so is never guessed at: its source has changed shape, and says where.
"""
