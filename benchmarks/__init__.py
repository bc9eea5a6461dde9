"""Measures the program on forms with known truth and prints figures. The program knows nothing of it."""
