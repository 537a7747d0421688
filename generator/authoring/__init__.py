"""Answers of an author to the file of a new entry, valid from the start."""
