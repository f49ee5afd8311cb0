"""Models of lists: frozen rows and column definitions; the rows never know that Qt exists."""
