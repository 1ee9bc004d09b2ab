"""One file a format of `export`: it turns the published catalogue into a text."""
