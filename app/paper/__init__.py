"""Paper: all steps of a convolution six a page, and worksheets with their key."""
