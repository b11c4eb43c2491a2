"""Large files in our own columns, read a column at a time. What is odd goes row by row."""
