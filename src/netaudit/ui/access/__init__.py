"""The access page: roles, links, who looked, erasing and retention."""
