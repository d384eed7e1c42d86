"""Charts of the analysis' rows, as Altair specifications."""

from altair.utils import schemapi

# Each part of a chart would be checked when it is made, and the whole again when it is drawn:
# that took half of a page's time, and the whole is enough.
schemapi.disable_debug_mode()
