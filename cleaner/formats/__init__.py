"""Formats: bytes to documents and back."""
