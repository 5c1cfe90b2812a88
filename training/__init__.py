"""Recipes for what is learnt from data; never imported by the package."""
