"""The Papers page: the very PDF, what it still lacks, and the acts that print it."""
