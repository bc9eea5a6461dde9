"""How the window looks and speaks: colours, icons, words, keys, notices. Knows no room."""
