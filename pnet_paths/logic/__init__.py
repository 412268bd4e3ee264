"""Numbers only: rules, decision diagrams, regions, counting; no guide and no text."""
