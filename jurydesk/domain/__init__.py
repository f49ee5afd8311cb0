"""The rules, words and calculations of the trade: pure values and functions, standard library only."""
