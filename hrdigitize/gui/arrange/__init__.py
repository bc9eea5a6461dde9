"""The room "Sắp xếp": pages become documents that begin, end and are called as they should. What stands in
their fields it must not know."""
