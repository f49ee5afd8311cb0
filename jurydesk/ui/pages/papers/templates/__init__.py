"""The texts of letters: the list, the editor with its preview, what can be put into a text."""
