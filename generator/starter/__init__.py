"""New records: a commented file in which an editor fills the blanks, and nothing is invented."""
