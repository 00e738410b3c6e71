"""Turns hand-curated election data into a website and its downloads.

One way through, left to right: ``reading`` → ``model`` → ``dataset`` → ``checking`` →
``comparison``, ``timeline`` → ``pages`` and ``exports`` → ``building`` → ``pelican_plugin``.
Nothing in this package knows a country: that is ``data/`` and ``content/``.
"""
