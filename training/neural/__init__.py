"""A trained Transformer for Argos packages: for machines with the time, or a GPU."""
