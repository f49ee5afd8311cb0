"""The sites where juries sit: rooms, hours, equipment, travel."""
