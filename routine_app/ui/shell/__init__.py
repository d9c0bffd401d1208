"""The frame around all screens: tabs, navigation, dialogs."""
