"""Geometry of charts: scales and positions. The theme draws them as SVG."""
