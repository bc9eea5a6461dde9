"""Decisions, read by the layout rules for papers: head, grounds, articles, foot, annexed lists.

It must not know printed labels: decisions have none.
"""
