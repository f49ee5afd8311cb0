"""The page of ties: the list, and the matrix of candidates and examiners."""
