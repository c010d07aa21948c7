"""What changes a file of facts: by spans of its text, so that nothing else is touched."""
