"""What a user can do, one use case each: take in, read, verify and approve, print.

It checks who may do it and joins the rooms below; it must not know windows, terminals or Qt.
"""
