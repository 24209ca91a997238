"""Pictures: what people look at outside of the page, as bytes."""
