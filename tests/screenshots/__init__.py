"""Pictures of the window for a person to look at: `python -m tests.screenshots [DIR]`."""
