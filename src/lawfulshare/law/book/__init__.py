"""The law book: a pack as one document that a lawyer reads, prints and signs off."""
