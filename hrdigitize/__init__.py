"""hrdigitize turns paper cadre dossiers of Vietnamese commune offices into trustworthy digital records.

Offline, always. The floor plan of its rooms is in docs/architecture.md.
"""

__version__ = "0.1.0"
#: The day of this version: whatever a clock says, it is not earlier. Moves on with the version.
__released__ = "2026-11-01"
