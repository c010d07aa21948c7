"""`python -m generator.cli`: the same as `briefing`."""

from generator.cli import main

main()
