"""The window's words in English, kept up to date with the sources; nothing of the program depends on it."""
