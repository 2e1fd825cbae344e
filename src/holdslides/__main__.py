"""python -m holdslides."""

from holdslides.cli import main

if __name__ == "__main__":
    main()
