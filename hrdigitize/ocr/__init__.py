"""Text recognition engines behind one interface: read a page, read many line crops.

It knows Tesseract and pixels; it must not know forms, fields or what the text means.
"""
