"""Measuring: `make bench`, `make lighthouse`. Nothing of it is needed to build or to test."""
