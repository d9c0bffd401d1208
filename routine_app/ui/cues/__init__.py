"""What guides without looking: sounds, voice, vibration, announcements, a screen that stays on."""
