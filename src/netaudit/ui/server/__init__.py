"""What the server does besides showing pages, and whom it serves."""
