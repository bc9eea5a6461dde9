"""One page, before anybody knows its form: looks at its words, until each is settled or doubted.

It knows the engines and the clean page; it must not know which form a page belongs to.
"""
