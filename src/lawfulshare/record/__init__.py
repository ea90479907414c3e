"""What is kept: the record, its blocks, paper, data twin, signatures, verification."""
