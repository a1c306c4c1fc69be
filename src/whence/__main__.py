"""The program's entry: nothing heavy is imported before the command is known."""


def main() -> None:
    """Run the command line."""
    from whence.show.cli import cli  # noqa: PLC0415  (import lazily: cold start is measured)

    cli()


if __name__ == "__main__":
    main()
