"""What `python -m routine_app` runs: the command line."""

from routine_app.cli.main import run

if __name__ == "__main__":
    run()
