"""The only way to start, limit, feed, stop and replace a helper process.

It knows nothing of what the helpers do: it must not know pictures, forms, the store or keys.
"""
