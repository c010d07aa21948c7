"""Diagnostics as text, in the forms that a terminal, a pull request and a program read."""
