"""The demo municipality as records, one noun a file. May import domain and the ground."""
