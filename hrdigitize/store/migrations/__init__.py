"""The steps from one schema to the next, each with its own table definitions.

A step must not know the models: those describe today, a step describes its own day.
"""
