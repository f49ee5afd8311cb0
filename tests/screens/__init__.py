"""Pictures of every page and dialog, to be judged by eye."""
