"""Mojibake: text read in another encoding than it was written in."""
