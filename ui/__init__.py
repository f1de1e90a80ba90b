"""How a person meets Sanad: the chat site and the `sanad` command."""
