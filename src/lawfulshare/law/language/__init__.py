"""How to reason: the closed language of terms, weighed with three values."""
