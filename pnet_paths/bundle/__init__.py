"""A guide as plain values for the front end."""
