"""What stands around the application: headers, request limits, static files, slow clients."""
