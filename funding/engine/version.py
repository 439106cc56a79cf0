"""The engine's version: kept with every result, raised whenever a figure could change."""

ENGINE_VERSION = "1.1.0"
