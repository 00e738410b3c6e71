"""The site's pages: what each shows, made from the dataset for one language, before any template."""
