"""Everything a graph: what touches a touchpoint, from the department that answers for it to the key figure it counts for."""
