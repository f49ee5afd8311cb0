"""The command line: the same acts as the window, through the same services."""
