"""The terminal as a front door: commands, exit codes and sentences in plain language.

It must not know Qt or databases: it asks services and app, and prints what they give.
"""
