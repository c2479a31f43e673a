"""The target picture, and the initiatives under it: entered, examined at the gate, approved, and compared with what came."""
