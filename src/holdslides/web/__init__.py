"""The local page: a Flask application on this computer alone, over the same calls as the command line."""
