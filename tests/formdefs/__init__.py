"""Tests of form definitions: the data, its loader and its checks."""
