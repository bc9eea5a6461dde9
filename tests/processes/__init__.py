"""Tests of helper processes and their pool."""
