"""Who is who: participants whose code was written differently, people whom several named."""
