"""From pixels to fields: pages read, documents told apart, labels aligned, values and tables with doubts.

It knows forms as data and engines by their interface; it must not know the store, people or screens.
"""
