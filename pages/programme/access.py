from netaudit.ui.frame import heading

heading("Access", "Who may see what, and who looked?", audience="access")
