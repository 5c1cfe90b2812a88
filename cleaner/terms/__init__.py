"""Term bases: concepts, their names, and how a name gets garbled."""
