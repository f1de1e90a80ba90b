"""Everything of a sort that documents tell of in scattered sentences: who came and went, what was given, moved, corrected."""
