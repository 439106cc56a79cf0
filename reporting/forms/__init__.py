"""Forms of reporting. A module here holds those of one noun."""
