"""Steps: each takes a document and gives it back one revision older."""
