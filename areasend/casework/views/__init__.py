"""The pages of the checking room. Each is behind the gate."""
