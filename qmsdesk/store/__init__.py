"""What is kept: the register file and its history. The only SQL in the house; may import domain and the ground."""
