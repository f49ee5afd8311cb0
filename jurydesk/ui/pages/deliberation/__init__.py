"""The Deliberation page: one candidate at a time, who is there, what was decided and why."""
