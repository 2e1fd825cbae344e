"""Width tables as Python, whose byte code is read faster than any other format."""
