"""What runs in helper processes: decoding foreign bytes, reading pages and documents.

It must not know the store, the keys or pixels as arrays: bytes and plain values go in and come out.
"""
