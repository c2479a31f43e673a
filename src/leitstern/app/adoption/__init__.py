"""Whether applications are used, lived and felt by customers, team by team; and the register of campaigns."""
