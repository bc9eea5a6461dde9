"""The record, pages, readings, values and rules: the words of the project as plain immutable values.

Standard library only; it knows nobody, so every other room may speak in its types.
"""
