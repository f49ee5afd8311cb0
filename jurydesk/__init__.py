"""jurydesk: juries of a certifying body, from the candidate's file to the signed minutes."""

__version__ = "0.1.0"
