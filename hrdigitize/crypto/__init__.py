"""Keys and sealing behind one small interface; every sealed thing names its algorithm.

It must not know what it seals: no pages, no documents, no database.
"""
