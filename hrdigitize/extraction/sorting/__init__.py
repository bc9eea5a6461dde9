"""What kind of paper a page or document is, by how office papers are laid out and worded.

It must not know the standard forms' fields, nor where documents are kept.
"""
