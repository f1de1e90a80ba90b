"""Benchmarks: commands that print what ingest and questions cost, beside a baseline in the same run."""
