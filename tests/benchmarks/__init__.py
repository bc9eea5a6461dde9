"""Tests of the measurements: what counts as right must itself be right."""
