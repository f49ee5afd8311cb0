"""How the window looks: colours, sizes, icons and one style sheet, all from tokens."""
