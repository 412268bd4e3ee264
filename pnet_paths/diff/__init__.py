"""What differs between two guides."""
