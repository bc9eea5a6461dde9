"""The room "Trao đổi": what goes to the centre and comes back; until then, what can be handed on by hand."""
