"""The ways in: login, setting up, restoring, the lock of an idle desk."""
