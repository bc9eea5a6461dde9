"""A page made readable: even light, upright, without leaders and ruled lines, tables found, quality judged.

It knows pixels only; it must not know engines, forms or Vietnamese.
"""
