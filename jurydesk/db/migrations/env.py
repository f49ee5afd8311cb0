"""Runs the migrations on the connection that `jurydesk.db.schema` opened and will commit."""

from alembic import context

from jurydesk.db.schema import MIGRATION_OPTIONS
from jurydesk.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    **MIGRATION_OPTIONS,
)
with context.begin_transaction():
    context.run_migrations()
