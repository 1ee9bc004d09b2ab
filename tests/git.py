"""A git repository made in a test."""

from __future__ import annotations

import os
import subprocess


def git(folder, *arguments):
    """Run git in a folder, with a name of its own and without the user's configuration."""
    names = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True, env=environment
    )
    return done.stdout.decode()


def commit_all(folder, message="Change entries"):
    """Commit everything in a folder, which becomes a repository if it is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
