"""Every chart in one language: its drawing with title, data and source, from which page, picture, table and download are made."""
