"""The file of one candidate: its sections, each in a module of its own."""
