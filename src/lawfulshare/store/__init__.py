"""Where it is kept: the encrypted vault of drafts and records."""
