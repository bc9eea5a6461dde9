"""The scanning station: full screen, for who feeds paper."""
