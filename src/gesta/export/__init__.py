"""Other people's columns: POLECAT, UCDP GED, ACLED, and plain tables with a data dictionary."""
