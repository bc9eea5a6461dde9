"""Makes and trains the line readers that the program ships in resources/reader; not part of the program.

It may use the program's rooms and the test generator's scanner; nothing of the program may use it.
"""
