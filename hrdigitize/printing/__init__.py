"""Sets a form definition and a cadre's record as a PDF in the layout of the official form.

It knows the `[[print]]` blocks and nothing of any single form; it must not know where records are kept.
"""
