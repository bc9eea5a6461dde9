"""The room "Hồ sơ": search, a dossier with the evidence of every value, duplicates of persons."""
