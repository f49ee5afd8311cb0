"""Why something cannot be: the smallest set of facts that blocks it, and the cheapest repairs."""
