"""Charts as marks on a sheet: every place and width is worked out here, so that the theme only colours them.

A drawing is as wide as a phone's page (``drawing.WIDTH``), so that its letters stay readable there.
"""
