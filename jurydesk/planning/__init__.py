"""Assembles juries and their timetable, and says why something could not be placed."""
