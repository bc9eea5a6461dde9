"""The pages of a batch as cards: small pictures that come when they are in sight. What a room does with
them it must not know."""
