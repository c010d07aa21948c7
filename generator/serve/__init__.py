"""A preview that follows the files while they are edited."""

from generator.serve.server import serve

__all__ = ["serve"]
