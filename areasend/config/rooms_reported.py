"""Hands the rooms what the website keeps of reported errors and replies: it alone knows both.

Neither face imports the other. That the website's module does what the rooms ask of it is checked
with the types, on the last line.
"""

from areasend.casework.reported.door import Door
from areasend.register import waiting

KEPT: Door = waiting
