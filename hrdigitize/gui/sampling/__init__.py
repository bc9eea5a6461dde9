"""Sampling: values drawn by chance and judged one by one. It must not decide what is drawn or accepted."""
