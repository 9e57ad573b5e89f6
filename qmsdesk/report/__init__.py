"""What is printed: records in, PDF out. Knows no database and no window; may import domain and the ground."""
