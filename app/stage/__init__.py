"""The stage of one step in cells and words: what the page, the figures and the paper all draw."""
