"""The commands: the same jobs without a window."""
