"""What to ask next: the wizard without a window."""
