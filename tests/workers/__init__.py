"""Tests of what runs in helper processes."""
