"""The kinds of letters, one module for each subject; `domain.letters` gathers them."""
