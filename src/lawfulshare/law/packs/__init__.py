"""What the law says on a day: provisions, procedure, lists, as data."""
