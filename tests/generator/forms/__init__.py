"""The standard forms that the generator prints. They know nothing of how pages are set or scanned."""
