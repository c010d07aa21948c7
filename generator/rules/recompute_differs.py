"""What a fact is computed from, by the name that rules about changes know it by."""

from generator.rules.formulas import inputs

__all__ = ["inputs"]
