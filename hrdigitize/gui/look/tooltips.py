"""Foreign text as a tooltip: Qt takes for HTML whatever looks like it, so it is told what it is."""

from __future__ import annotations

import html


def plain_tooltip(text: str) -> str:
    """The text as it stands, broken into lines where it is long; "" stays without a tooltip."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""
