"""What changed between two briefings: one list, which the guard and the report read."""
