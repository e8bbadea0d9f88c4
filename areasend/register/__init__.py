"""The public register: a website of what has been released, and of nothing else."""
