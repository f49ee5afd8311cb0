"""Runs the migrations on the connection that `jurydesk.db.schema` opened and will commit."""

from alembic import context
from alembic.util import CommandError

from jurydesk.db.schema import MIGRATION_OPTIONS
from jurydesk.db.tables import metadata

if "connection" not in context.config.attributes:
    raise CommandError(
        "a workspace migrates itself when jurydesk opens it; tests/db/test_schema.py compares "
        "the tables with the models"
    )
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    **MIGRATION_OPTIONS,
)
with context.begin_transaction():
    context.run_migrations()
