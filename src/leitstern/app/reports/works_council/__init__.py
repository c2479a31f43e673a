"""The pack for the works council: what is asked, stored, shown and never done, read from the running program."""
