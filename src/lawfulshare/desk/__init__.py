"""What a person does in one act; the clock and the maker of ids are handed in here."""
