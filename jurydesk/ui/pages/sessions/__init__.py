"""The Sessions page: the list with its calendar, and the board where juries and hours are set."""
