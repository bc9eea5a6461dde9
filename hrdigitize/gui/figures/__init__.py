"""The figures of the operators. It must not count anything itself: the use cases do."""
