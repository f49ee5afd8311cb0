"""Storage of the workspace, a SQLite file or a PostgreSQL server: implements `services.ports`."""
