"""What an author may have meant by something that cannot be read: advice, and often the text to write instead.

Nothing here runs for a file that is in order. A slip is looked for where a rule has found something wrong, so that it
can be said in words that fit.
"""
