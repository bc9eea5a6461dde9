"""How the window runs: calls off its thread, faults, the collector. Knows no room."""
