"""Whoever pulls the plug loses the field being typed, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLS = 50 if os.environ.get("JURYDESK_MANY") else 6
FIELDS_BEFORE = 12
"""The plug is pulled somewhere in the first dozen fields, at any moment of writing one."""
