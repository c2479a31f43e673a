"""The programme of the seven steps: gates, hurdles, roadmap and scenarios, as they were in any month."""
