"""What the rows of a guide mean: profiles, statuses, the way, and sentences about them."""
