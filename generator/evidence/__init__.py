"""The evidence index: which numbers a report prints where. Facts, not sentences; made once from its text."""
