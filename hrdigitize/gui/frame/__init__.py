"""What holds the rooms of the window: the rail, and the ways from room to room."""
