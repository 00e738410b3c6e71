"""What editors write, declared once: the loader, the editor's schema and the pages read these."""
