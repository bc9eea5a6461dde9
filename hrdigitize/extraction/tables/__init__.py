"""Tables and boxes: from grids, or from headers and white, to rows of cells in the form's columns.

It knows the form's tables; it must not know what a cell means by its type.
"""
