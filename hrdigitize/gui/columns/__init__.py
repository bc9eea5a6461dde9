"""Review by column: one field of many documents, the odd ones first. It must not know pages or tables."""
