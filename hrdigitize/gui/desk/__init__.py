"""The room "Kiểm tra": the verification desk."""
