"""True for all facts: cases beside the law, proofs, coverage, mutation."""
