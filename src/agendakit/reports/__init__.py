"""One file a format of `check`: it turns an outcome into a text."""
