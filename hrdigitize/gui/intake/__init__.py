"""The room "Tiếp nhận": paper comes in, and how far each batch is read. How it is read it must not know."""
