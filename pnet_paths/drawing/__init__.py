"""A pathway as a flowchart."""
