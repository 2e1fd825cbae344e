"""Paper: posters, sheets, pages and previews by typst. Only compiler.py imports typst."""
