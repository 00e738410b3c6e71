"""Turns hand-curated election data into a website and its downloads.

One way through, left to right: ``reading`` → ``model`` → ``files`` → ``checking`` → ``loading`` (the ``dataset``) →
``comparison``, ``timeline``, ``charts`` → ``exports`` and ``pages`` → ``rendering`` → ``building`` → ``pelican_plugin``.
Nothing in this package knows a country: that is ``data/`` and ``content/``.
"""
