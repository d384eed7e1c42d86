from netaudit.ui.frame import frame
from netaudit.ui.parts import choose_part
from netaudit.ui.shared.parts import parts_for

view = frame(
    "Shared contacts", "Who is named by several, who knows whom, and who could be put in touch?"
)
parts = parts_for(view)
parts[choose_part("see", {name: words for name, (words, _) in parts.items()})][1](view)
