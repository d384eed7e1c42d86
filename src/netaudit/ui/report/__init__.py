"""The page on which reports, tables and exports are made, and what left the team is listed."""
