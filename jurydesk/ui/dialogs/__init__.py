"""Dialogs and forms over the window, opened by `open()` and answered by signals."""
