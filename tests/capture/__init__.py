"""Tests of what comes in: files of every kind, sound and damaged."""
