"""The law: four floors, from how to reason to what is true for all facts."""
