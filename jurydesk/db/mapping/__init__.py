"""Between the domain's dataclasses and rows, one module per entity."""
