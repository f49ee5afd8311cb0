"""Reads and writes the files of others: Excel rosters and official exchange formats."""
