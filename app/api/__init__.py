"""HTTP face of the core: models (shapes on the wire), routers (verbs), errors (status codes)."""
