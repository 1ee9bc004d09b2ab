"""The published site: a pure function from the catalogue to files.

Views take what a page shows out of the catalogue, templates put it into words, `pages` yields the files.
"""
