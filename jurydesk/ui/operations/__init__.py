"""Acts of a person on their way to a service and back: run, tell the pages, offer to undo."""
