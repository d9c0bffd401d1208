"""The settings in settings.yaml."""
