"""What customers lived: journeys, friction, voice."""
