"""What participants wrote, by the themes that people read in it."""
