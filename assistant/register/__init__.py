"""Answers lists, counts and "who was" questions from every fact of the archive, never from a handful of passages."""
