"""What teaches the assistant which sort of things a question for several asks for, and which sort a list holds."""
