"""The rules, words and calculations of the trade: pure values, standard library only."""
