"""The Foresight page: what each half-day of a year can hold, and what the pool can."""
