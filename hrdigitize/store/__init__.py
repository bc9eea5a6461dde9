"""Keeps what must never be lost: sealed originals, readings with evidence, records, the audit log.

It takes and gives domain values only; it must not know how pages are read, shown or printed.
"""
