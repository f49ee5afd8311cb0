"""Use cases: one function per act of a person, each in one transaction, the same for every face."""
