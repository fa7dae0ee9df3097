"""The link room: mentions to actors and places, as of the event's date."""
