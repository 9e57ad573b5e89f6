"""What travels: checklists and the demo municipality from files. May import store, domain and the ground."""
