"""A folder of CSV files as checked rows."""
