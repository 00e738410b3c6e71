"""What changes for a reader between two states of the data: pure functions over two datasets, and their words for editors.

English only: pull requests, the changelog and the source text of the feed are the editors' own.
"""
