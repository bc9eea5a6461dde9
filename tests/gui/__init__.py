"""Tests of the window: the state behind it without Qt, the widgets and the whole window with it."""
