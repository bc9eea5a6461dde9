"""The room "Quản trị": users, backups, the store, its log, units, scan settings, and this window."""
