"""Questions with the sentences that answer them, and the training of what chooses between sentences."""
