"""The window: PySide6 widgets over the services; nothing here knows SQL, PDF or a solver."""

from jurydesk.ui.lasting import keep_constants

keep_constants()
