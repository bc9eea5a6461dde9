"""The room "Báo cáo": the register of copies, and the log's head for the day sheet."""
