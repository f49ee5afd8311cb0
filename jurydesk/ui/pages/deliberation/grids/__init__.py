"""The evaluation grids of one candidate in the room: members beside one another, then the jury."""
