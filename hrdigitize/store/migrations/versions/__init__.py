"""One module per step, numbered in order.

A step that was released is never edited again; a correction is another step.
"""
