"""Measured speed, never a timed test: `./run bench`."""
