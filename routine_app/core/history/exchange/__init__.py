"""Export and import of the history: files of JSON and CSV, read, written and merged."""
