"""Makes scanned standard forms of made-up people by its own means: what is written, laid out, scanned.

It must not know the program's reading or printing code: only then can it judge them.
"""
