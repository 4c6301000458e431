"""Reports to incidents: whose copy a report is, which events tell of one thing, and what it cost by which rule."""
