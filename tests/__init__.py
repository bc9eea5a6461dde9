"""Tests of the program, and the generator that makes their forms; the program knows nothing of them."""
