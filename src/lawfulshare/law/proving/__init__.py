"""True for all facts: proofs and counter-examples, cases beside the law, coverage, mutation."""
