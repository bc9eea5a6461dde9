"""Reference lists as data: ethnic groups, religions, ranks with their pay, and what else a form chooses from.

It knows official names and their other spellings; it must not know forms, pages or how a text was read.
"""
