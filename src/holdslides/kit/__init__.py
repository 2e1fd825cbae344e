"""The drawing kit: canvas, paths, people and things that all figures share."""
