"""The window: PySide6 widgets over the services; nothing here knows SQL, PDF or a solver."""
