"""Where pages come from: files, photos and PDF, and the decoders of these untrusted bytes.

It must not know who asks, where pages are kept or what stands on them; decoding runs in a helper process.
"""
