"""hrdigitize turns paper cadre dossiers of Vietnamese commune offices into trustworthy digital records.

Offline, always. The floor plan of its rooms is in docs/architecture.md.
"""

__version__ = "0.1.0"
