"""Double entry: key fields keyed again. It must not see what stands there before somebody has keyed."""
