"""The page of expenses: claims, one claim being filled in, and the rates."""
