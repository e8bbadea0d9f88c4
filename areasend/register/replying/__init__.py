"""Right of reply: a link mailed to the published address of a body's chief officer, used once."""
