"""Finds, in the passages of a question, the words that answer it."""
