"""Lists of pupils with their final marks, counted to marks of the class. Names stay here."""
