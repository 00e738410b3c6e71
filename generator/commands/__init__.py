"""The command line, a module for each command: ``arguments`` declares what it takes, ``run`` does it."""
