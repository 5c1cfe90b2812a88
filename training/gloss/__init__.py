"""The bundled model: a table of phrases from aligned text, written into a Transformer."""
