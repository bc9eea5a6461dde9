"""Personnel decisions of made-up bodies about made-up people, as scans with their truth.

It must not know how decisions are read: formulas, heads and feet follow the offices and the layout rules.
"""
