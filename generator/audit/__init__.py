"""Recomputing what the reports state, and setting disagreeing places side by side. Pure functions over the dataset."""
