"""The room "In ấn": what is approved, printed on the standard forms and shown as it will come out."""
