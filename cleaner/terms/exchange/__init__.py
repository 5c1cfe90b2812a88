"""Glossaries of other tools, in and out: TBX, DeepL, Google, Amazon, OmegaT."""
