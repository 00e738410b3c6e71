"""Translations: what is translated, what the English has left behind, what nobody has read again."""
