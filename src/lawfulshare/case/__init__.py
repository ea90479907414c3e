"""What was said: the case file and its vocabulary."""
