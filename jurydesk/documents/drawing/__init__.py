"""Where reportlab draws; loaded only by the functions that render a paper, since it is slow."""
