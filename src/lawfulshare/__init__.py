"""LawfulShare: whether and how much to share about a child or an adult, proved and signed."""

__version__ = "0.1.0"
